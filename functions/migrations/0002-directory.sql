-- Places and people who represent them. Divisions are a nationwide list; everything else is a county's own.

create table division (
  code text primary key check (code ~ '^[0-9]{6}([0-9]{3}([0-9]{3})?)?$'),
  parent text,
  name text not null,
  level text not null check (level in ('county', 'town', 'village')),
  position integer not null
);
comment on table division is 'reference: administrative divisions (行政区划), the same for everybody';
create index division_parent on division (parent, position);
grant select on division to lianxin_app;

create table ward (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  level text not null check (level in ('town', 'county')),
  town text,
  name text not null,
  primary key (jurisdiction, id)
);
comment on table ward is 'electoral wards (选区) of the directly elected levels';

create table ward_village (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  ward_id uuid not null,
  village text not null check (village ~ '^[0-9]{12}$'),
  primary key (jurisdiction, ward_id, village)
);
create index ward_village_village on ward_village (jurisdiction, village);

create table station (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  name text not null,
  address text not null,
  hours text not null,
  phone text not null,
  latitude double precision,
  longitude double precision,
  reception jsonb,
  primary key (jurisdiction, id)
);
comment on table station is 'liaison stations (人大代表联络站); reception is {dayOfMonth, from, to}';

create table station_village (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  village text not null check (village ~ '^[0-9]{12}$'),
  station_id uuid not null,
  primary key (jurisdiction, village)
);
create index station_village_station on station_village (jurisdiction, station_id);

create table deputy (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  name text not null,
  intro text not null default '',
  portrait text,
  roll integer not null,
  station_id uuid,
  primary key (jurisdiction, id)
);
comment on table deputy is 'deputies (人大代表); roll is their place on the list of names, which is how they are ordered';

create table mandate (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  deputy_id uuid not null,
  level text not null check (level in ('town', 'county', 'city', 'province', 'nation')),
  congress_name text not null,
  ward_id uuid,
  electing_unit text,
  starts_on date not null,
  ends_on date not null,
  primary key (jurisdiction, id),
  check (starts_on <= ends_on),
  -- Town and county deputies stand for a ward; the others were elected by the congress below (选举法 第三条).
  check ((level in ('town', 'county')) = (ward_id is not null)),
  check ((ward_id is null) = (electing_unit is not null))
);
comment on table mandate is 'one deputy, one level, one term (任期)';
create index mandate_deputy on mandate (jurisdiction, deputy_id);
create index mandate_ward on mandate (jurisdiction, ward_id);

create table deputy_code (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  code text not null,
  deputy_id uuid not null,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (jurisdiction, code)
);
comment on table deputy_code is 'codes on posters, cards and key rings (代表码); a withdrawn one stays, so that an old print gets plain words';
create index deputy_code_deputy on deputy_code (jurisdiction, deputy_id);

alter table ward_village add constraint ward_village_ward_fkey foreign key (jurisdiction, ward_id) references ward (jurisdiction, id) on delete cascade;
alter table station_village add constraint station_village_station_fkey foreign key (jurisdiction, station_id) references station (jurisdiction, id) on delete cascade;
alter table deputy add constraint deputy_station_fkey foreign key (jurisdiction, station_id) references station (jurisdiction, id) on delete restrict;
alter table mandate add constraint mandate_deputy_fkey foreign key (jurisdiction, deputy_id) references deputy (jurisdiction, id) on delete restrict;
alter table mandate add constraint mandate_ward_fkey foreign key (jurisdiction, ward_id) references ward (jurisdiction, id) on delete restrict;
alter table deputy_code add constraint deputy_code_deputy_fkey foreign key (jurisdiction, deputy_id) references deputy (jurisdiction, id) on delete restrict;

-- Row-level security is the second fence; the first is the where-clause of every query.

alter table ward enable row level security;
alter table ward force row level security;
create policy own_county on ward using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select on ward to lianxin_app;

alter table ward_village enable row level security;
alter table ward_village force row level security;
create policy own_county on ward_village using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select on ward_village to lianxin_app;

alter table station enable row level security;
alter table station force row level security;
create policy own_county on station using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select on station to lianxin_app;

alter table station_village enable row level security;
alter table station_village force row level security;
create policy own_county on station_village using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select on station_village to lianxin_app;

alter table deputy enable row level security;
alter table deputy force row level security;
create policy own_county on deputy using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select on deputy to lianxin_app;

alter table mandate enable row level security;
alter table mandate force row level security;
create policy own_county on mandate using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select on mandate to lianxin_app;

alter table deputy_code enable row level security;
alter table deputy_code force row level security;
create policy own_county on deputy_code using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select on deputy_code to lianxin_app;
