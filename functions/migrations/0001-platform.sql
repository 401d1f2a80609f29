-- What every context uses: the counties, the outbox, remembered replies, and who did what.

create table county (
  jurisdiction text primary key check (jurisdiction ~ '^[0-9]{6}$'),
  name text not null,
  congress_name text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null
);
comment on table county is 'reference: the counties (tenants) and their settings; that they exist is no secret';

create table outbox (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  attempts integer not null default 0,
  run_at timestamptz not null,
  created_at timestamptz not null,
  last_error text,
  parked_at timestamptz,
  primary key (jurisdiction, id)
);
comment on table outbox is 'work for later; a claimed item has its run_at moved forward, a parked one waits for a person';
create index outbox_due on outbox (jurisdiction, topic, run_at) where parked_at is null;
create index outbox_parked on outbox (jurisdiction, topic, parked_at) where parked_at is not null;

create table idempotency (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  person_id uuid not null,
  key text not null,
  procedure text not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  reply jsonb,
  created_at timestamptz not null,
  primary key (jurisdiction, person_id, key)
);
comment on table idempotency is 'the first reply to each Idempotency-Key; fingerprint is the SHA-256 of the input';
create index idempotency_age on idempotency (jurisdiction, created_at);

create table audit_log (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  at timestamptz not null,
  person_id uuid,
  action text not null,
  object_kind text not null,
  object_id uuid,
  reason text,
  detail jsonb not null default '{}',
  primary key (jurisdiction, id)
);
comment on table audit_log is 'append-only: who did or looked at what, and why';
create index audit_log_object on audit_log (jurisdiction, object_kind, object_id);
create index audit_log_person on audit_log (jurisdiction, person_id);

-- Everybody may read the list of counties; a county's row is written as any other row of that county.
alter table county enable row level security;
alter table county force row level security;
create policy everybody_reads on county for select using (true);
create policy own_county on county using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select on county to lianxin_app;

alter table outbox enable row level security;
alter table outbox force row level security;
create policy own_county on outbox using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert, update, delete on outbox to lianxin_app;

alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy own_county on idempotency using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
grant select, insert, update, delete on idempotency to lianxin_app;

alter table audit_log enable row level security;
alter table audit_log force row level security;
create policy own_county on audit_log using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));
-- Append-only: nobody who answers calls may change or remove what was logged.
grant select, insert on audit_log to lianxin_app;
