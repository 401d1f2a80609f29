-- Names are the field's words: what a person decided on content is approved or withheld, a matter is entered for somebody, a contact is
-- linked, a consent is withdrawn. Notifications are about a subject of any context, and say themselves which template and page they have.

alter table request_event drop constraint request_event_kind_check;
update request_event
  set kind = case kind
    when 'entered' then 'entered_for'
    when 'claimed' then 'contact_linked'
    when 'cleared' then 'approved'
    when 'kept_back' then 'withheld'
    else 'consent_withdrawn'
  end
  where kind in ('entered', 'claimed', 'cleared', 'kept_back', 'hidden');
alter table request_event add constraint request_event_kind_check check (kind in ('submitted', 'entered_for', 'registered', 'contact_linked', 'opened', 'answered', 'read', 'supplemented', 'asked', 'solved', 'partly', 'not_solved', 'withdrawn', 'taken', 'passed', 'reassigned', 'noted', 'lapse_told', 'lapsed', 'reopened', 'published', 'declined', 'approved', 'withheld', 'consent_withdrawn'));

alter table request drop constraint request_text_check_check;
update request set text_check = case text_check when 'cleared' then 'approved' else 'withheld' end where text_check in ('cleared', 'kept_back');
alter table request add constraint request_text_check_check check (text_check in ('pending', 'pass', 'review', 'risky', 'approved', 'withheld'));

alter table picture drop constraint picture_state_check;
update picture set state = case state when 'cleared' then 'approved' else 'withheld' end where state in ('cleared', 'kept_back');
alter table picture add constraint picture_state_check check (state in ('sending', 'checking', 'passed', 'review', 'risky', 'approved', 'withheld'));

-- Kinds of notification are declared by the contexts that send them.
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind ~ '^[a-z_]{1,40}$');
alter table notification add column template text not null default 'progress' check (template in ('progress', 'received'));
alter table notification add column page text;
alter table notification add column subject_context text;
alter table notification add column subject_id uuid;
alter table notification add constraint notification_subject_check check ((subject_context is null) = (subject_id is null));
-- What still waits to be sent.
update notification
  set template = case when kind in ('request_received', 'request_rated', 'request_supplemented', 'request_withdrawn', 'deputy_digest', 'role_granted') then 'received' else 'progress' end,
    page = case when request_id is null then 'pages/mine/index' else 'requests/pages/follow/index?id=' || request_id end
  where exists (
    select from outbox
    where outbox.jurisdiction = notification.jurisdiction and outbox.topic = 'notifications.deliver'
      and (outbox.payload ->> 'notificationId')::uuid = notification.id
  );
