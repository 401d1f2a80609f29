-- Who people are. A person is one WeChat account in one county; the same person in two counties is two rows.

create table person (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  openid text not null,
  name text,
  phone_cipher bytea,
  phone_hash bytea,
  phone_hash_key text,
  phone_verified_at timestamptz,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (jurisdiction, id),
  unique (jurisdiction, openid),
  check ((phone_cipher is null) = (phone_hash is null)),
  check ((phone_hash is null) = (phone_hash_key is null)),
  check ((phone_cipher is null) = (phone_verified_at is null))
);
comment on table person is 'residents and everybody else who signed in; phones are AES-256-GCM, found by HMAC; seen_at bounds WeChat''s two-hour rule for text checks';
create index person_phone on person (jurisdiction, phone_hash) where phone_hash is not null;

create table membership (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('deputy')),
  deputy_id uuid,
  granted_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (jurisdiction, id),
  check ((role = 'deputy') = (deputy_id is not null))
);
comment on table membership is 'roles beyond resident; a withdrawn one stays as history';
create index membership_person on membership (jurisdiction, person_id) where withdrawn_at is null;
create unique index membership_deputy on membership (jurisdiction, deputy_id) where withdrawn_at is null and role = 'deputy';

create table session (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  person_id uuid not null,
  refresh_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (jurisdiction, id),
  unique (jurisdiction, refresh_hash)
);
comment on table session is 'a signed-in phone; only the hash of its refresh token is kept';
create index session_person on session (jurisdiction, person_id);
create index session_expiry on session (jurisdiction, expires_at);

alter table membership add constraint membership_person_fkey foreign key (jurisdiction, person_id) references person (jurisdiction, id) on delete restrict;
alter table membership add constraint membership_deputy_fkey foreign key (jurisdiction, deputy_id) references deputy (jurisdiction, id) on delete restrict;
alter table session add constraint session_person_fkey foreign key (jurisdiction, person_id) references person (jurisdiction, id) on delete cascade;

alter table person enable row level security;
alter table person force row level security;
create policy own_county on person using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table membership enable row level security;
alter table membership force row level security;
create policy own_county on membership using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table session enable row level security;
alter table session force row level security;
create policy own_county on session using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert, update on person to lianxin_app;
grant select on membership to lianxin_app;
grant select, insert, update, delete on session to lianxin_app;
