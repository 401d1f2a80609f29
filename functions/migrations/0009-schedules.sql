-- One run of a schedule at a time in a county, whoever starts it: a lease, because a lock of a session does not live behind a pooler.

create table schedule_run (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  name text not null,
  holder uuid,
  started_at timestamptz not null,
  held_until timestamptz not null,
  primary key (jurisdiction, name)
);
comment on table schedule_run is 'who runs a schedule (requests.lapse) now: holder is null when nobody does, and after held_until another may';

alter table schedule_run enable row level security;
alter table schedule_run force row level security;
create policy own_county on schedule_run using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert, update on schedule_run to lianxin_app;
