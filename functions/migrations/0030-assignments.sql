-- A matter goes to the department whose it is, and comes back (assignments): docs/decisions/0034-a-department-reads-the-matter.md.

create table assignment (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  subject_context text not null,
  subject_id uuid not null,
  department_id uuid not null,
  state text not null check (state in ('offered', 'accepted', 'answered', 'returned', 'taken_back')),
  assigned_on date not null,
  accept_by date not null,
  due_on date not null,
  final boolean not null,
  result_class text check (result_class in ('A', 'B', 'C', 'D')),
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (jurisdiction, id),
  check (state <> 'answered' or result_class is not null)
);
comment on table assignment is 'a matter in the hands of a department (交办); the matter is a row of another context';
comment on column assignment.accept_by is 'the last day on which the department can say that it is not its own';
comment on column assignment.due_on is 'when whoever it is for has to have an answer: of the matter, and kept in step with it';
comment on column assignment.final is 'the office named this department after others gave it back: it can not';
comment on column assignment.version is 'who writes says which one they saw';
-- One department has it at a time.
create unique index assignment_current on assignment (jurisdiction, subject_context, subject_id) where state in ('offered', 'accepted', 'answered');
create index assignment_subject on assignment (jurisdiction, subject_id, id);
create index assignment_owed on assignment (jurisdiction, department_id, state, due_on, id) where state in ('offered', 'accepted');
create index assignment_recent on assignment (jurisdiction, department_id, state, changed_at desc, id desc);

create table assignment_event (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  assignment_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('created', 'accepted', 'returned', 'progressed', 'answered', 'reopened', 'taken_back')),
  side text not null check (side in ('department', 'assigner')),
  person_id uuid,
  at timestamptz not null,
  primary key (jurisdiction, assignment_id, id)
);
comment on table assignment_event is 'append-only: who did what with an assignment; what they wrote is in the history of the matter';

alter table assignment_event add constraint assignment_event_assignment_fkey foreign key (jurisdiction, assignment_id) references assignment (jurisdiction, id) on delete restrict;
alter table assignment add constraint assignment_department_fkey foreign key (jurisdiction, department_id) references department (jurisdiction, id) on delete restrict;

alter table assignment enable row level security;
alter table assignment force row level security;
create policy own_county on assignment using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table assignment_event enable row level security;
alter table assignment_event force row level security;
create policy own_county on assignment_event using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert on assignment to lianxin_app;
grant update (state, due_on, result_class, version, changed_at) on assignment to lianxin_app;
grant select, insert on assignment_event to lianxin_app;

alter table request add column department_id uuid;
comment on column request.department_id is 'the department that has it, or answered it last; null: its deputy does';
alter table request add constraint request_department_fkey foreign key (jurisdiction, department_id) references department (jurisdiction, id) on delete restrict;
grant update (department_id) on request to lianxin_app;

alter table request drop constraint request_state_check;
alter table request add constraint request_state_check check (state in ('with_deputy', 'with_station', 'with_department', 'asked', 'answered', 'closed'));
alter table request add constraint request_department_check check (case when state = 'with_department' then department_id is not null when state in ('with_deputy', 'with_station') then department_id is null else true end);

alter table request_event drop constraint request_event_kind_check;
alter table request_event add constraint request_event_kind_check check (kind in ('submitted', 'entered_for', 'registered', 'contact_linked', 'contact_declined', 'contact_corrected', 'opened', 'answered', 'read', 'supplemented', 'asked', 'solved', 'partly', 'not_solved', 'rating_withdrawn', 'not_solved_after_all', 'withdrawn', 'taken', 'passed', 'reassigned', 'referred', 'given_back', 'assigned', 'taken_back', 'accepted', 'returned', 'progressed', 'department_answered', 'noted', 'lapse_told', 'lapsed', 'reopened', 'published', 'declined', 'approved', 'withheld', 'photo_left_off', 'photo_let_on', 'consent_withdrawn'));

-- What a department has that is no longer on the roll.
create index request_department on request (jurisdiction, department_id, id) where state = 'with_department';

-- The clock runs for whoever has it.
drop index request_due;
create index request_due on request (jurisdiction, due_on, id) where state in ('with_deputy', 'with_station', 'with_department');
drop index request_station_due;
create index request_station_due on request (jurisdiction, station_id, due_on, id) where state in ('with_deputy', 'with_station', 'with_department');
-- A department has to be found for these: few beside what is under way.
create index request_to_assign on request (jurisdiction, station_id, due_on, id) where state = 'with_station';
