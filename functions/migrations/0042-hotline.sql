-- A matter that is pending at the 12345 hotline (decision 46): its number there, and a state in which nobody here is given it.

alter table request add column hotline_number text;
comment on column request.hotline_number is 'its work order (工单号) at the 12345 hotline, letters and digits; one that somebody has belongs to one matter';
alter table request add constraint request_hotline_number_check check (hotline_number ~ '^[0-9A-Z]{4,30}$');
grant update (hotline_number) on request to lianxin_app;
create index request_hotline_number on request (jurisdiction, hotline_number) where hotline_number is not null;
create index request_at_hotline on request (jurisdiction, station_id, due_on, id) where state = 'with_hotline';

alter table request drop constraint request_state_check;
alter table request add constraint request_state_check check (state in ('with_deputy', 'with_office', 'with_station', 'with_department', 'with_hotline', 'asked', 'answered', 'closed'));
alter table request drop constraint request_department_check;
alter table request add constraint request_department_check check (case when state = 'with_department' then department_id is not null when state in ('with_deputy', 'with_station', 'with_hotline') then department_id is null else true end);

alter table request_event drop constraint request_event_kind_check;
alter table request_event add constraint request_event_kind_check check (kind in ('submitted', 'entered_for', 'registered', 'contact_linked', 'contact_declined', 'contact_corrected', 'opened', 'answered', 'read', 'supplemented', 'asked', 'solved', 'partly', 'not_solved', 'rating_withdrawn', 'not_solved_after_all', 'withdrawn', 'taken', 'passed', 'reassigned', 'referred', 'given_back', 'assigned', 'taken_back', 'accepted', 'returned', 'progressed', 'department_answered', 'question_asked', 'question_forwarded', 'question_refused', 'question_unanswered', 'extension_asked', 'extension_granted', 'extension_refused', 'noted', 'question_moved', 'question_due', 'lapse_told', 'lapsed', 'reopened', 'published', 'declined', 'approved', 'withheld', 'photo_left_off', 'photo_let_on', 'consent_withdrawn', 'phone_seen', 'words_hidden', 'words_shown', 'merged', 'unmerged', 'gained', 'lost', 'kept_apart', 'sent_to_office', 'released', 'diverted', 'hotline_numbered', 'hotline_unnumbered', 'hotline_awaited', 'hotline_answered', 'hotline_failed', 'hotline_undone'));

-- The clock runs for the hotline too.
drop index request_due;
create index request_due on request (jurisdiction, due_on, id) where state in ('with_deputy', 'with_office', 'with_station', 'with_department', 'with_hotline');
drop index request_station_due;
create index request_station_due on request (jurisdiction, station_id, due_on, id) where state in ('with_deputy', 'with_office', 'with_station', 'with_department', 'with_hotline');
create or replace function request_figures(state text, outcome text, claimed_on date, first_answered_on date, submitted_on date, due_on date, merged boolean default false)
  returns table (what text, key text)
language sql stable parallel safe
as $$
  select 'standing', case when merged and state in ('with_deputy', 'with_station') then 'merged' else state end
    || ' ' || coalesce(outcome, '-') || ' ' || case when claimed_on is not null then 'claimed' when first_answered_on is not null then 'answered' else '-' end
  union all
  select 'due', due_on::text where state in ('with_deputy', 'with_office', 'with_station', 'with_department', 'with_hotline') and not merged
  union all
  select 'answer', (first_answered_on - submitted_on)::text where first_answered_on is not null
$$;
