-- A second factor (动态码) for whoever acts for the office, or for a department, at the desk: docs/decisions/0045-a-second-factor.md.

create table second_factor (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  person_id uuid not null,
  secret_cipher bytea not null,
  since timestamptz not null,
  last_step integer not null,
  used_at timestamptz not null,
  wrong smallint not null default 0 check (wrong between 0 and 4),
  locked_until timestamptz,
  primary key (jurisdiction, person_id)
);
comment on table second_factor is 'what a person''s telephone makes codes from (RFC 6238), sealed and bound to the person';
comment on column second_factor.last_step is 'of which half minute the last code was: it, and every one before it, is good no more';
comment on column second_factor.used_at is 'when a code of either kind was given last';
comment on column second_factor.wrong is 'wrong codes since the last right one, or since it was locked last';

create table second_factor_backup (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  person_id uuid not null,
  hash bytea not null,
  primary key (jurisdiction, person_id, hash)
);
comment on table second_factor_backup is 'backup codes (备用码) that were not used yet, each as a slow hash';

alter table second_factor add constraint second_factor_person_fkey foreign key (jurisdiction, person_id) references person (jurisdiction, id) on delete cascade;
alter table second_factor enable row level security;
alter table second_factor force row level security;
create policy own_county on second_factor using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert, delete on second_factor to lianxin_app;
grant update (last_step, used_at, wrong, locked_until) on second_factor to lianxin_app;

alter table second_factor_backup add constraint second_factor_backup_factor_fkey foreign key (jurisdiction, person_id) references second_factor (jurisdiction, person_id) on delete cascade;
alter table second_factor_backup enable row level security;
alter table second_factor_backup force row level security;
create policy own_county on second_factor_backup using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert, delete on second_factor_backup to lianxin_app;

alter table session add column second_factor_at timestamptz;
alter table session add column enrolling bytea;
comment on column session.second_factor_at is 'when a code was given in it; null: roles that need one wait';
comment on column session.enrolling is 'the sealed secret that a person was shown in this session and has not shown a code of yet';
