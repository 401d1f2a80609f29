-- Opinions that departments answer (promises), and an appraisal that asks whether it got better since another (appraisals):
-- docs/decisions/0032-whether-it-got-better.md.

create table opinion (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  subject_context text not null,
  subject_id uuid not null,
  department_id uuid not null,
  source text not null,
  words text not null,
  figures jsonb not null default '[]',
  due_on date not null,
  state text not null check (state in ('sent', 'answered', 'asked_again')),
  again boolean not null,
  answered_on date,
  reminded text check (reminded in ('before', 'at', 'over')),
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (jurisdiction, id)
);
comment on table opinion is 'what a department has to answer with promises (评议意见、审议意见), once for each subject';
comment on column opinion.figures is 'lines of published numbers it stands on';
comment on column opinion.again is 'it was asked to report once more (重新报告)';
comment on column opinion.answered_on is 'the day of the answer to what was asked last; null while none came';
create unique index opinion_subject on opinion (jurisdiction, subject_id, department_id);
create index opinion_department on opinion (jurisdiction, department_id, id);

create table opinion_event (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  opinion_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('sent', 'answered', 'asked_again')),
  person_id uuid,
  words text,
  due_on date,
  at timestamptz not null,
  primary key (jurisdiction, opinion_id, id)
);
comment on table opinion_event is 'append-only: what was said to a department and what it answered';

alter table campaign add column follows uuid;
comment on column campaign.follows is 'the appraisal after which it asks whether it got better (变好了吗); null: it is one of its own';
create index campaign_follows on campaign (jurisdiction, follows) where follows is not null;

alter table opinion_event add constraint opinion_event_opinion_fkey foreign key (jurisdiction, opinion_id) references opinion (jurisdiction, id) on delete restrict;
alter table opinion add constraint opinion_department_fkey foreign key (jurisdiction, department_id) references department (jurisdiction, id) on delete restrict;
alter table campaign add constraint campaign_follows_fkey foreign key (jurisdiction, follows) references campaign (jurisdiction, id) on delete restrict;

alter table opinion enable row level security;
alter table opinion force row level security;
create policy own_county on opinion using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table opinion_event enable row level security;
alter table opinion_event force row level security;
create policy own_county on opinion_event using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert, update on opinion to lianxin_app;
grant select, insert on opinion_event to lianxin_app;
