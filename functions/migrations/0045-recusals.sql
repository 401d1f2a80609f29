-- Who works at the desk or in a department and has a part in a matter steps aside (回避): docs/decisions/0050-who-steps-aside.md.

create table recusal (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  person_id uuid not null,
  subject_context text not null,
  subject_id uuid not null,
  words text not null,
  at timestamptz not null,
  primary key (jurisdiction, id),
  unique (jurisdiction, person_id, subject_id)
);
comment on table recusal is 'who said that they have a part in a matter, and neither reads it nor works on it as staff until somebody else of the office ends that';
create index recusal_subject on recusal (jurisdiction, subject_id);

alter table recusal add constraint recusal_person_fkey foreign key (jurisdiction, person_id) references person (jurisdiction, id) on delete cascade;
alter table recusal enable row level security;
alter table recusal force row level security;
create policy own_county on recusal using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert, delete on recusal to lianxin_app;
