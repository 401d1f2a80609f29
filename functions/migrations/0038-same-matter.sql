-- Same matter, one handling (合成一件): docs/decisions/0042-same-matter-one-handling.md.

alter table request add column merged_into uuid;
alter table request add column own_due_on date;
alter table request add column same_as uuid;
alter table request add column earlier_id uuid;
alter table request add constraint request_merged_into_fkey foreign key (jurisdiction, merged_into) references request (jurisdiction, id) on delete restrict;
alter table request add constraint request_same_as_fkey foreign key (jurisdiction, same_as) references request (jurisdiction, id) on delete restrict;
alter table request add constraint request_earlier_fkey foreign key (jurisdiction, earlier_id) references request (jurisdiction, id) on delete restrict;
alter table request add constraint request_merged_state_check check (merged_into is null or (merged_into <> id and state in ('with_deputy', 'with_station', 'answered')));
comment on column request.merged_into is 'the one with which it is handled; it stays set while its resident has that answer, and is gone once it is solved or goes back to its own deputy';
comment on column request.own_due_on is 'its own last day, where one that was merged into it is due earlier';
comment on column request.same_as is 'what its resident said it is the same as, until the station has decided';
comment on column request.earlier_id is 'what was on the notice board and had ended when this came: the same happened again';
grant update (merged_into, own_due_on, same_as) on request to lianxin_app;
create index request_merged on request (jurisdiction, merged_into, id) where merged_into is not null;
create index request_said_same on request (jurisdiction, station_id, id) where same_as is not null and merged_into is null;

create table request_apart (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  first_id uuid not null,
  second_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (jurisdiction, first_id, second_id),
  check (first_id < second_id)
);
comment on table request_apart is 'two matters of which somebody at the station said that they are not the same (不是一件): they are not put side by side again';
create index request_apart_second on request_apart (jurisdiction, second_id, first_id);

alter table request_apart add constraint request_apart_first_fkey foreign key (jurisdiction, first_id) references request (jurisdiction, id) on delete cascade;
alter table request_apart add constraint request_apart_second_fkey foreign key (jurisdiction, second_id) references request (jurisdiction, id) on delete cascade;
alter table request_apart enable row level security;
alter table request_apart force row level security;
create policy own_county on request_apart using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert on request_apart to lianxin_app;

alter table request_event drop constraint request_event_kind_check;
alter table request_event add constraint request_event_kind_check check (kind in ('submitted', 'entered_for', 'registered', 'contact_linked', 'contact_declined', 'contact_corrected', 'opened', 'answered', 'read', 'supplemented', 'asked', 'solved', 'partly', 'not_solved', 'rating_withdrawn', 'not_solved_after_all', 'withdrawn', 'taken', 'passed', 'reassigned', 'referred', 'given_back', 'assigned', 'taken_back', 'accepted', 'returned', 'progressed', 'department_answered', 'question_asked', 'question_forwarded', 'question_refused', 'question_unanswered', 'extension_asked', 'extension_granted', 'extension_refused', 'noted', 'question_moved', 'question_due', 'lapse_told', 'lapsed', 'reopened', 'published', 'declined', 'approved', 'withheld', 'photo_left_off', 'photo_let_on', 'consent_withdrawn', 'phone_seen', 'words_hidden', 'words_shown', 'merged', 'unmerged', 'gained', 'lost', 'kept_apart'));

-- What is merged into another is received, and neither open nor due: the one it is handled with is. Who does not say whether it is (the code of
-- yesterday) means that it is not.
drop function request_figures(text, text, date, date, date, date);
create function request_figures(state text, outcome text, claimed_on date, first_answered_on date, submitted_on date, due_on date, merged boolean default false)
  returns table (what text, key text)
language sql stable parallel safe
as $$
  select 'standing', case when merged and state in ('with_deputy', 'with_station') then 'merged' else state end
    || ' ' || coalesce(outcome, '-') || ' ' || case when claimed_on is not null then 'claimed' when first_answered_on is not null then 'answered' else '-' end
  union all
  select 'due', due_on::text where state in ('with_deputy', 'with_station', 'with_department') and not merged
  union all
  select 'answer', (first_answered_on - submitted_on)::text where first_answered_on is not null
$$;
