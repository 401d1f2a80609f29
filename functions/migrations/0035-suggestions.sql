-- What deputies formally propose (代表建议), from the draft to its end: docs/decisions/0036-a-suggestion-and-who-speaks.md.

create table suggestion (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  lead_id uuid not null,
  occasion text not null check (occasion in ('session', 'between')),
  year integer,
  number integer,
  title text not null,
  facts text not null,
  proposal text not null,
  disclosure text not null check (disclosure in ('full', 'title')),
  disclosure_reason text,
  origin text not null check (origin in ('research', 'forum', 'visit', 'other')),
  unsolved text check (unsolved in ('two', 'three', 'more')),
  wants_contact boolean not null,
  text_version integer not null,
  state text not null check (state in ('draft', 'submitted', 'to_assign', 'with_department', 'answered', 'to_meet', 'closed', 'redirected', 'withdrawn')),
  outcome text check (outcome in ('rated', 'unrated', 'met')),
  round integer not null,
  department_id uuid,
  marked boolean not null,
  assign_by date,
  first_assigned_on date,
  due_on date,
  extended boolean not null,
  reminded text check (reminded in ('before', 'at', 'over')),
  answered_on date,
  comment_by date,
  rate_by date,
  rating_reminded boolean not null,
  result_class text check (result_class in ('A', 'B', 'C', 'D')),
  attitude text check (attitude in ('satisfied', 'basically', 'dissatisfied')),
  result text check (result in ('satisfied', 'basically', 'dissatisfied')),
  redirected_to text check (redirected_to in ('request', 'petition', 'hotline', 'court', 'arbitration', 'other')),
  version integer not null,
  submitted_on date,
  closed_on date,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (jurisdiction, id),
  check (disclosure = 'full' or disclosure_reason is not null),
  check ((number is null) = (year is null)),
  check (state in ('draft', 'withdrawn') or number is not null),
  check (state not in ('with_department', 'answered') or (department_id is not null and due_on is not null)),
  check (state <> 'answered' or (result_class is not null and rate_by is not null)),
  check ((state = 'closed') = (outcome is not null)),
  check ((outcome = 'rated') = (state = 'closed' and result is not null and result <> 'dissatisfied')),
  check ((state = 'redirected') = (redirected_to is not null))
);
comment on table suggestion is 'a formal suggestion of deputies (代表建议)';
comment on column suggestion.occasion is 'handed in while the congress meets (大会), or between its meetings (闭会)';
comment on column suggestion.number is 'given when it is handed in, by year and occasion';
comment on column suggestion.text_version is 'of the words; who signs says which ones they read';
comment on column suggestion.due_on is 'the last day of the answer (代表法 第五十一条: three months from the day it was assigned, six where it is complex)';
comment on column suggestion.rate_by is 'until when the leading deputy rates; after a reminder and without a rating it is left out of the satisfaction';
comment on column suggestion.result is 'what the leading deputy said last; a second 不满意 ends in a meeting, and no third round';
create unique index suggestion_number on suggestion (jurisdiction, year, occasion, number);
create index suggestion_lead on suggestion (jurisdiction, lead_id, id desc);
create index suggestion_state on suggestion (jurisdiction, state, due_on, id);
create index suggestion_department on suggestion (jurisdiction, department_id, id) where state = 'with_department';

create table suggestion_cosigner (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  suggestion_id uuid not null,
  deputy_id uuid not null,
  state text not null check (state in ('asked', 'signed', 'declined', 'dropped', 'left')),
  position integer not null,
  round integer not null,
  attitude text check (attitude in ('satisfied', 'basically', 'dissatisfied')),
  result text check (result in ('satisfied', 'basically', 'dissatisfied')),
  words text,
  changed_at timestamptz not null,
  primary key (jurisdiction, suggestion_id, deputy_id),
  check ((attitude is null) = (result is null))
);
comment on table suggestion_cosigner is 'who was asked to sign with the lead (联名), and, in each round, what they think of the answer: for the lead and the office alone';
create index suggestion_cosigner_deputy on suggestion_cosigner (jurisdiction, deputy_id, suggestion_id desc) where state in ('asked', 'signed');

create table suggestion_request (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  suggestion_id uuid not null,
  request_id uuid not null,
  primary key (jurisdiction, suggestion_id, request_id)
);
comment on table suggestion_request is 'the residents'' requests a suggestion is made of; their words are read where they are, without whose they are';
create index suggestion_request_request on suggestion_request (jurisdiction, request_id, suggestion_id);

create table suggestion_event (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  suggestion_id uuid not null,
  id uuid not null,
  round integer not null,
  kind text not null check (kind in ('created', 'edited', 'signed', 'declined', 'unsigned', 'submitted', 'withdrawn', 'abandoned', 'redirected', 'assigned', 'accepted', 'returned', 'taken_back', 'progressed', 'contacted', 'contact_confirmed', 'contact_denied', 'question_asked', 'question_answered', 'extension_asked', 'extension_refused', 'extended', 'urged', 'overdue', 'answered', 'commented', 'rated', 'dissatisfied', 'rating_reminded', 'unrated', 'met', 'marked', 'unmarked', 'handed_over', 'cosigner_left')),
  side text not null check (side in ('lead', 'cosigner', 'office', 'department', 'clock')),
  person_id uuid,
  deputy_id uuid,
  department_id uuid,
  words text,
  detail jsonb not null,
  at timestamptz not null,
  primary key (jurisdiction, suggestion_id, id)
);
create index suggestion_event_person on suggestion_event (jurisdiction, person_id, suggestion_id) where side in ('lead', 'cosigner');
comment on table suggestion_event is 'append-only: what happened to a suggestion';

alter table suggestion add constraint suggestion_lead_fkey foreign key (jurisdiction, lead_id) references deputy (jurisdiction, id) on delete restrict;
alter table suggestion add constraint suggestion_department_fkey foreign key (jurisdiction, department_id) references department (jurisdiction, id) on delete restrict;
alter table suggestion_cosigner add constraint suggestion_cosigner_suggestion_fkey foreign key (jurisdiction, suggestion_id) references suggestion (jurisdiction, id) on delete restrict;
alter table suggestion_cosigner add constraint suggestion_cosigner_deputy_fkey foreign key (jurisdiction, deputy_id) references deputy (jurisdiction, id) on delete restrict;
alter table suggestion_request add constraint suggestion_request_suggestion_fkey foreign key (jurisdiction, suggestion_id) references suggestion (jurisdiction, id) on delete restrict;
alter table suggestion_request add constraint suggestion_request_request_fkey foreign key (jurisdiction, request_id) references request (jurisdiction, id) on delete restrict;
alter table suggestion_event add constraint suggestion_event_suggestion_fkey foreign key (jurisdiction, suggestion_id) references suggestion (jurisdiction, id) on delete restrict;

alter table suggestion enable row level security;
alter table suggestion force row level security;
create policy own_county on suggestion using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table suggestion_cosigner enable row level security;
alter table suggestion_cosigner force row level security;
create policy own_county on suggestion_cosigner using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table suggestion_request enable row level security;
alter table suggestion_request force row level security;
create policy own_county on suggestion_request using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table suggestion_event enable row level security;
alter table suggestion_event force row level security;
create policy own_county on suggestion_event using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert, update on suggestion to lianxin_app;
grant select, insert, update on suggestion_cosigner to lianxin_app;
grant select, insert, delete on suggestion_request to lianxin_app;
grant select, insert on suggestion_event to lianxin_app;
