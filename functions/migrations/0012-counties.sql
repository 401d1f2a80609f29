-- A county can close and come back, and its places can get other codes (撤并、撤县设市): what was kept under an old code is found by it still.
alter table county add column retired_at timestamptz;
alter table county add column farewell text;
alter table county add column division_code text check (division_code ~ '^[0-9]{6}$');
alter table county add constraint county_retired_check check ((retired_at is null) = (farewell is null));
comment on column county.farewell is 'what people are told while the county is closed';
comment on column county.division_code is 'with what the codes of its places begin, where that is no longer the jurisdiction: phones, codes on posters and seals keep the first one';

create table former_division (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  code text not null check (code ~ '^[0-9]{9}([0-9]{3})?$'),
  became text not null check (became ~ '^[0-9]{9}([0-9]{3})?$'),
  at timestamptz not null,
  primary key (jurisdiction, code)
);
comment on table former_division is 'codes that towns and villages had before, and the one each has now: phones still send the old ones';

alter table former_division enable row level security;
alter table former_division force row level security;
create policy own_county on former_division using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select on former_division to lianxin_app;
