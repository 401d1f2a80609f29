-- Departments that work on what another one leads (协办、分办): docs/decisions/0043-lead-and-parts.md.

create table assignment_part (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  assignment_id uuid not null,
  department_id uuid not null,
  kind text not null check (kind in ('advice', 'part')),
  asks text not null,
  state text not null check (state in ('asked', 'given', 'carried', 'withdrawn')),
  asked_on date not null,
  due_on date not null,
  opinion text,
  given_on date,
  reminded text check (reminded in ('before', 'at', 'over')),
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (jurisdiction, id),
  check (state not in ('given', 'carried') or (opinion is not null and given_on is not null))
);
comment on table assignment_part is 'what a department does for the one that has the assignment (主办): it gives its opinion, or does a part of its own';
comment on column assignment_part.asks is 'what it is asked to do, in the words of whoever asked';
comment on column assignment_part.opinion is 'what it said of it last; an answer of the lead says it unchanged';
comment on column assignment_part.reminded is 'what was said of its day';
-- Nobody is asked for the same twice.
create unique index assignment_part_open on assignment_part (jurisdiction, assignment_id, department_id) where state in ('asked', 'given');
create index assignment_part_assignment on assignment_part (jurisdiction, assignment_id, id);
create index assignment_part_owed on assignment_part (jurisdiction, department_id, due_on, id) where state in ('asked', 'given');
create index assignment_part_recent on assignment_part (jurisdiction, department_id, changed_at desc, id desc) where state in ('carried', 'withdrawn');
create index assignment_part_due on assignment_part (jurisdiction, due_on, id) where state = 'asked';

create table assignment_part_event (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  part_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('asked', 'given', 'changed', 'withdrawn', 'carried', 'ended', 'overdue', 'dissolved')),
  side text not null check (side in ('cohandler', 'lead', 'assigner', 'clock')),
  person_id uuid,
  words text,
  at timestamptz not null,
  primary key (jurisdiction, part_id, id)
);
comment on table assignment_part_event is 'append-only: who did what with a part, and what was said';

alter table assignment_part add constraint assignment_part_of_fkey foreign key (jurisdiction, assignment_id) references assignment (jurisdiction, id) on delete restrict;
alter table assignment_part add constraint assignment_part_by_fkey foreign key (jurisdiction, department_id) references department (jurisdiction, id) on delete restrict;
alter table assignment_part_event add constraint assignment_part_event_part_fkey foreign key (jurisdiction, part_id) references assignment_part (jurisdiction, id) on delete restrict;

alter table assignment_part enable row level security;
alter table assignment_part force row level security;
create policy own_county on assignment_part using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table assignment_part_event enable row level security;
alter table assignment_part_event force row level security;
create policy own_county on assignment_part_event using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert on assignment_part to lianxin_app;
grant update (state, opinion, given_on, reminded, version, changed_at) on assignment_part to lianxin_app;
grant select, insert on assignment_part_event to lianxin_app;

alter table assignment_event drop constraint assignment_event_kind_check;
alter table assignment_event add constraint assignment_event_kind_check check (kind in ('created', 'accepted', 'returned', 'progressed', 'asked', 'forwarded', 'question_ended', 'extension_asked', 'extension_granted', 'extension_refused', 'involved', 'answered', 'reopened', 'taken_back'));
