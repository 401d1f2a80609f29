-- Year-end reports of departments on what they promised, and the deputies' receipts: docs/decisions/0047-a-year-of-promises.md.

create table promise_report (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  department_id uuid not null,
  year integer not null,
  state text not null check (state in ('open', 'handed_in', 'rated', 'returned', 'closed')),
  round integer not null,
  due_on date not null,
  rate_by date,
  handed_in_on date,
  reminded text check (reminded in ('before', 'at', 'over')),
  version integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (jurisdiction, id),
  check (state <> 'handed_in' or (rate_by is not null and handed_in_on is not null))
);
comment on table promise_report is 'what a department reports of its promises of a year and the year before (年终承诺事项报告)';
comment on column promise_report.round is 'how often it was handed in: 0 before the first time';
comment on column promise_report.due_on is 'until when the department hands it in';
comment on column promise_report.reminded is 'of which day whoever owes something was reminded; nothing is said twice when a schedule runs twice, or late';
create unique index promise_report_year on promise_report (jurisdiction, year, department_id);
create index promise_report_department on promise_report (jurisdiction, department_id, year);
create index promise_report_running on promise_report (jurisdiction, id) where state in ('open', 'handed_in', 'returned');

create table promise_report_paper (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  report_id uuid not null,
  id uuid not null,
  round integer not null,
  words text not null,
  lines jsonb not null,
  handed_in_on date not null,
  primary key (jurisdiction, report_id, id)
);
comment on table promise_report_paper is 'append-only: a report as it was handed in, with each promise as it stood then';
create unique index promise_report_paper_round on promise_report_paper (jurisdiction, report_id, round);

create table promise_report_receipt (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  report_id uuid not null,
  id uuid not null,
  round integer not null,
  deputy_id uuid not null,
  state text not null check (state in ('asked', 'given', 'left')),
  rating text check (rating in ('satisfied', 'basically', 'dissatisfied')),
  words text,
  person_id uuid,
  changed_at timestamptz not null,
  primary key (jurisdiction, report_id, id),
  check ((state = 'given') = (rating is not null)),
  check (rating is distinct from 'dissatisfied' or words is not null)
);
comment on table promise_report_receipt is 'what a deputy says of a report from whose matters its promises come (回执); nobody but they read it before all have said it';
-- Nobody is asked twice for the same.
create unique index promise_report_receipt_round on promise_report_receipt (jurisdiction, report_id, round, deputy_id);
create index promise_report_receipt_deputy on promise_report_receipt (jurisdiction, deputy_id, report_id);
create index promise_report_receipt_person on promise_report_receipt (jurisdiction, person_id, report_id) where person_id is not null;

create table promise_report_event (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  report_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('opened', 'overdue', 'handed_in', 'receipt_given', 'deputy_left', 'rated', 'returned', 'dissolved')),
  side text not null check (side in ('department', 'deputy', 'office', 'clock')),
  person_id uuid,
  words text,
  due_on date,
  at timestamptz not null,
  primary key (jurisdiction, report_id, id)
);
comment on table promise_report_event is 'append-only: what happened to a report';

create index promise_made on promise (jurisdiction, created_at, department_id);

alter table promise_report add constraint promise_report_department_fkey foreign key (jurisdiction, department_id) references department (jurisdiction, id) on delete restrict;
alter table promise_report_paper add constraint promise_report_paper_report_fkey foreign key (jurisdiction, report_id) references promise_report (jurisdiction, id) on delete restrict;
alter table promise_report_receipt add constraint promise_report_receipt_report_fkey foreign key (jurisdiction, report_id) references promise_report (jurisdiction, id) on delete restrict;
alter table promise_report_receipt add constraint promise_report_receipt_deputy_fkey foreign key (jurisdiction, deputy_id) references deputy (jurisdiction, id) on delete restrict;
alter table promise_report_event add constraint promise_report_event_report_fkey foreign key (jurisdiction, report_id) references promise_report (jurisdiction, id) on delete restrict;

alter table promise_report enable row level security;
alter table promise_report force row level security;
create policy own_county on promise_report using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table promise_report_paper enable row level security;
alter table promise_report_paper force row level security;
create policy own_county on promise_report_paper using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table promise_report_receipt enable row level security;
alter table promise_report_receipt force row level security;
create policy own_county on promise_report_receipt using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table promise_report_event enable row level security;
alter table promise_report_event force row level security;
create policy own_county on promise_report_event using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert on promise_report to lianxin_app;
grant update (state, round, due_on, rate_by, handed_in_on, reminded, version, changed_at) on promise_report to lianxin_app;
grant select, insert on promise_report_paper to lianxin_app;
grant select, insert on promise_report_receipt to lianxin_app;
grant update (state, rating, words, person_id, changed_at) on promise_report_receipt to lianxin_app;
grant select, insert on promise_report_event to lianxin_app;
