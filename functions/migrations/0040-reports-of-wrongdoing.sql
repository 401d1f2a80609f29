-- What may be a report of wrongdoing is the office's alone to read: docs/decisions/0044-a-report-of-wrongdoing.md.

alter table request drop constraint request_state_check;
alter table request add constraint request_state_check check (state in ('with_deputy', 'with_office', 'with_station', 'with_department', 'asked', 'answered', 'closed'));
alter table request drop constraint request_outcome_check;
alter table request add constraint request_outcome_check check (outcome in ('solved', 'partly', 'withdrawn', 'lapsed', 'diverted'));
-- Neither deputy nor station nor department has it: each list, search and figure of theirs asks for one of these.
alter table request add constraint request_with_office_check check (state <> 'with_office' or (deputy_id is null and station_id is null and department_id is null and merged_into is null));
grant update (station_id) on request to lianxin_app;
grant update (station_id) on request_search to lianxin_app;

create index request_with_office on request (jurisdiction, due_on, id) where state = 'with_office';
drop index request_due;
create index request_due on request (jurisdiction, due_on, id) where state in ('with_deputy', 'with_office', 'with_station', 'with_department');
drop index request_station_due;
create index request_station_due on request (jurisdiction, station_id, due_on, id) where state in ('with_deputy', 'with_office', 'with_station', 'with_department');

alter table request_event drop constraint request_event_kind_check;
alter table request_event add constraint request_event_kind_check check (kind in ('submitted', 'entered_for', 'registered', 'contact_linked', 'contact_declined', 'contact_corrected', 'opened', 'answered', 'read', 'supplemented', 'asked', 'solved', 'partly', 'not_solved', 'rating_withdrawn', 'not_solved_after_all', 'withdrawn', 'taken', 'passed', 'reassigned', 'referred', 'given_back', 'assigned', 'taken_back', 'accepted', 'returned', 'progressed', 'department_answered', 'question_asked', 'question_forwarded', 'question_refused', 'question_unanswered', 'extension_asked', 'extension_granted', 'extension_refused', 'noted', 'question_moved', 'question_due', 'lapse_told', 'lapsed', 'reopened', 'published', 'declined', 'approved', 'withheld', 'photo_left_off', 'photo_let_on', 'consent_withdrawn', 'phone_seen', 'words_hidden', 'words_shown', 'merged', 'unmerged', 'gained', 'lost', 'kept_apart', 'sent_to_office', 'released', 'diverted'));

create or replace function request_figures(state text, outcome text, claimed_on date, first_answered_on date, submitted_on date, due_on date, merged boolean default false)
  returns table (what text, key text)
language sql stable parallel safe
as $$
  select 'standing', case when merged and state in ('with_deputy', 'with_station') then 'merged' else state end
    || ' ' || coalesce(outcome, '-') || ' ' || case when claimed_on is not null then 'claimed' when first_answered_on is not null then 'answered' else '-' end
  union all
  select 'due', due_on::text where state in ('with_deputy', 'with_office', 'with_station', 'with_department') and not merged
  union all
  select 'answer', (first_answered_on - submitted_on)::text where first_answered_on is not null
$$;
