-- Dated promises of departments (promises), and what an appraisal asks of them afterwards (appraisals):
-- docs/decisions/0032-whether-it-got-better.md.

create table promise (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  subject_context text not null,
  subject_id uuid not null,
  department_id uuid not null,
  station_id uuid,
  public boolean not null,
  source text not null,
  words text not null,
  first_due_on date not null,
  due_on date not null,
  state text not null check (state in ('promised', 'said_done', 'kept', 'not_kept')),
  extension text check (extension in ('asked', 'granted', 'refused')),
  asked_until date,
  why text check (why in ('asked', 'explained')),
  reminded text check (reminded in ('before', 'at')),
  looked_at timestamptz,
  done_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (jurisdiction, id)
);
comment on table promise is 'what a department promised, until when (答应的事); what it was promised for is a row of another context';
comment on column promise.source is 'what it was promised for, in words';
comment on column promise.station_id is 'whose people look whether it is done; null: all stations';
comment on column promise.reminded is 'of which day the department was reminded; nothing is said twice when a schedule runs twice, or late';
comment on column promise.looked_at is 'when somebody last looked, since it was promised or said to be done; null: it waits for a look once its day has come';
comment on column promise.done_on is 'the day it was said to be done, or seen to be; null while it is not';
comment on column promise.version is 'who writes says which one they saw';
create index promise_department on promise (jurisdiction, department_id, due_on);
create index promise_subject on promise (jurisdiction, subject_id);
create index promise_open on promise (jurisdiction, due_on) where state <> 'kept';

create table promise_event (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  promise_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('created', 'extension_asked', 'extension_granted', 'extension_refused', 'said_done', 'seen_done', 'seen_not_done', 'overdue', 'asked_why', 'explained', 'reopened')),
  side text not null check (side in ('department', 'station', 'office', 'clock')),
  station_id uuid,
  person_id uuid,
  words text,
  link text,
  due_on date,
  at timestamptz not null,
  primary key (jurisdiction, promise_id, id)
);
comment on table promise_event is 'append-only: what happened to a promise; a person is named to those who work on it alone';

alter table promise_event add constraint promise_event_promise_fkey foreign key (jurisdiction, promise_id) references promise (jurisdiction, id) on delete restrict;

alter table promise add constraint promise_department_fkey foreign key (jurisdiction, department_id) references department (jurisdiction, id) on delete restrict;

alter table promise enable row level security;
alter table promise force row level security;
create policy own_county on promise using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table promise_event enable row level security;
alter table promise_event force row level security;
create policy own_county on promise_event using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert, update on promise to lianxin_app;
grant select, insert on promise_event to lianxin_app;
