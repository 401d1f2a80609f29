-- What the migrations make. Printed by `npm run schema`, never edited.

create table audit_log (
  jurisdiction text not null,
  id uuid not null,
  at timestamp with time zone not null,
  person_id uuid,
  action text not null,
  object_kind text not null,
  object_id uuid,
  reason text,
  detail jsonb not null default '{}'::jsonb
);
comment on table audit_log is 'append-only: who did or looked at what, and why';
alter table audit_log add constraint audit_log_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table audit_log add constraint audit_log_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX audit_log_object ON public.audit_log USING btree (jurisdiction, object_kind, object_id);
CREATE INDEX audit_log_person ON public.audit_log USING btree (jurisdiction, person_id);
alter table audit_log enable row level security;
alter table audit_log force row level security;
create policy own_county on audit_log as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on audit_log to lianxin_app;

create table county (
  jurisdiction text not null,
  name text not null,
  congress_name text not null,
  settings jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null
);
comment on table county is 'reference: the counties (tenants) and their settings; that they exist is no secret';
alter table county add constraint county_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table county add constraint county_pkey PRIMARY KEY (jurisdiction);
alter table county enable row level security;
alter table county force row level security;
create policy everybody_reads on county as permissive for select to public using (true);
create policy own_county on county as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant select on county to lianxin_app;

create table deputy (
  jurisdiction text not null,
  id uuid not null,
  name text not null,
  intro text not null default ''::text,
  portrait text,
  roll integer not null,
  station_id uuid
);
comment on table deputy is 'deputies (人大代表); roll is their place on the list of names, which is how they are ordered';
alter table deputy add constraint deputy_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table deputy add constraint deputy_station_fkey FOREIGN KEY (jurisdiction, station_id) REFERENCES station(jurisdiction, id) ON DELETE RESTRICT;
alter table deputy add constraint deputy_pkey PRIMARY KEY (jurisdiction, id);
alter table deputy enable row level security;
alter table deputy force row level security;
create policy own_county on deputy as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant select on deputy to lianxin_app;

create table deputy_code (
  jurisdiction text not null,
  code text not null,
  deputy_id uuid not null,
  created_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone
);
comment on table deputy_code is 'codes on posters, cards and key rings (代表码); a withdrawn one stays, so that an old print gets plain words';
alter table deputy_code add constraint deputy_code_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table deputy_code add constraint deputy_code_deputy_fkey FOREIGN KEY (jurisdiction, deputy_id) REFERENCES deputy(jurisdiction, id) ON DELETE RESTRICT;
alter table deputy_code add constraint deputy_code_pkey PRIMARY KEY (jurisdiction, code);
CREATE INDEX deputy_code_deputy ON public.deputy_code USING btree (jurisdiction, deputy_id);
alter table deputy_code enable row level security;
alter table deputy_code force row level security;
create policy own_county on deputy_code as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant select on deputy_code to lianxin_app;

create table division (
  code text not null,
  parent text,
  name text not null,
  level text not null,
  position integer not null
);
comment on table division is 'reference: administrative divisions (行政区划), the same for everybody';
alter table division add constraint division_code_check CHECK ((code ~ '^[0-9]{6}([0-9]{3}([0-9]{3})?)?$'::text));
alter table division add constraint division_level_check CHECK ((level = ANY (ARRAY['county'::text, 'town'::text, 'village'::text])));
alter table division add constraint division_pkey PRIMARY KEY (code);
CREATE INDEX division_parent ON public.division USING btree (parent, "position");
grant select on division to lianxin_app;

create table idempotency (
  jurisdiction text not null,
  person_id uuid not null,
  key text not null,
  procedure text not null,
  fingerprint text not null,
  reply jsonb,
  created_at timestamp with time zone not null
);
comment on table idempotency is 'the first reply to each Idempotency-Key; fingerprint is the SHA-256 of the input';
alter table idempotency add constraint idempotency_fingerprint_check CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text));
alter table idempotency add constraint idempotency_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table idempotency add constraint idempotency_pkey PRIMARY KEY (jurisdiction, person_id, key);
CREATE INDEX idempotency_age ON public.idempotency USING btree (jurisdiction, created_at);
alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy own_county on idempotency as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on idempotency to lianxin_app;

create table mandate (
  jurisdiction text not null,
  id uuid not null,
  deputy_id uuid not null,
  level text not null,
  congress_name text not null,
  ward_id uuid,
  electing_unit text,
  starts_on date not null,
  ends_on date not null
);
comment on table mandate is 'one deputy, one level, one term (任期)';
alter table mandate add constraint mandate_check CHECK ((starts_on <= ends_on));
alter table mandate add constraint mandate_check1 CHECK (((level = ANY (ARRAY['town'::text, 'county'::text])) = (ward_id IS NOT NULL)));
alter table mandate add constraint mandate_check2 CHECK (((ward_id IS NULL) = (electing_unit IS NOT NULL)));
alter table mandate add constraint mandate_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table mandate add constraint mandate_level_check CHECK ((level = ANY (ARRAY['town'::text, 'county'::text, 'city'::text, 'province'::text, 'nation'::text])));
alter table mandate add constraint mandate_deputy_fkey FOREIGN KEY (jurisdiction, deputy_id) REFERENCES deputy(jurisdiction, id) ON DELETE RESTRICT;
alter table mandate add constraint mandate_ward_fkey FOREIGN KEY (jurisdiction, ward_id) REFERENCES ward(jurisdiction, id) ON DELETE RESTRICT;
alter table mandate add constraint mandate_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX mandate_deputy ON public.mandate USING btree (jurisdiction, deputy_id);
CREATE INDEX mandate_ward ON public.mandate USING btree (jurisdiction, ward_id);
alter table mandate enable row level security;
alter table mandate force row level security;
create policy own_county on mandate as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant select on mandate to lianxin_app;

create table membership (
  jurisdiction text not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  deputy_id uuid,
  granted_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone
);
comment on table membership is 'roles beyond resident; a withdrawn one stays as history';
alter table membership add constraint membership_check CHECK (((role = 'deputy'::text) = (deputy_id IS NOT NULL)));
alter table membership add constraint membership_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table membership add constraint membership_role_check CHECK ((role = 'deputy'::text));
alter table membership add constraint membership_deputy_fkey FOREIGN KEY (jurisdiction, deputy_id) REFERENCES deputy(jurisdiction, id) ON DELETE RESTRICT;
alter table membership add constraint membership_person_fkey FOREIGN KEY (jurisdiction, person_id) REFERENCES person(jurisdiction, id) ON DELETE RESTRICT;
alter table membership add constraint membership_pkey PRIMARY KEY (jurisdiction, id);
CREATE UNIQUE INDEX membership_deputy ON public.membership USING btree (jurisdiction, deputy_id) WHERE ((withdrawn_at IS NULL) AND (role = 'deputy'::text));
CREATE INDEX membership_person ON public.membership USING btree (jurisdiction, person_id) WHERE (withdrawn_at IS NULL);
alter table membership enable row level security;
alter table membership force row level security;
create policy own_county on membership as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant select on membership to lianxin_app;

create table migration (
  number bigint not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now()
);
comment on table migration is 'reference: the files of functions/migrations this database has seen';
alter table migration add constraint migration_pkey PRIMARY KEY (number);

create table notification (
  jurisdiction text not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  request_id uuid not null,
  title text not null,
  body text not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  delivery text not null default 'inbox'::text
);
comment on table notification is 'delivery says what became of the subscribe message: inbox = none was asked for';
alter table notification add constraint notification_delivery_check CHECK ((delivery = ANY (ARRAY['inbox'::text, 'sent'::text, 'refused'::text, 'failed'::text])));
alter table notification add constraint notification_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table notification add constraint notification_kind_check CHECK ((kind = ANY (ARRAY['request_received'::text, 'request_answered'::text, 'request_rated'::text, 'request_supplemented'::text])));
alter table notification add constraint notification_person_fkey FOREIGN KEY (jurisdiction, person_id) REFERENCES person(jurisdiction, id) ON DELETE CASCADE;
alter table notification add constraint notification_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX notification_person ON public.notification USING btree (jurisdiction, person_id, id DESC);
CREATE INDEX notification_unread ON public.notification USING btree (jurisdiction, person_id) WHERE (read_at IS NULL);
alter table notification enable row level security;
alter table notification force row level security;
create policy own_county on notification as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on notification to lianxin_app;

create table outbox (
  jurisdiction text not null,
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  attempts integer not null default 0,
  run_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  last_error text,
  parked_at timestamp with time zone
);
comment on table outbox is 'work for later; a claimed item has its run_at moved forward, a parked one waits for a person';
alter table outbox add constraint outbox_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table outbox add constraint outbox_pkey PRIMARY KEY (jurisdiction, id);
CREATE INDEX outbox_due ON public.outbox USING btree (jurisdiction, topic, run_at) WHERE (parked_at IS NULL);
CREATE INDEX outbox_parked ON public.outbox USING btree (jurisdiction, topic, parked_at) WHERE (parked_at IS NOT NULL);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy own_county on outbox as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on outbox to lianxin_app;

create table person (
  jurisdiction text not null,
  id uuid not null,
  openid text not null,
  name text,
  phone_cipher bytea,
  phone_hash bytea,
  phone_hash_key text,
  phone_verified_at timestamp with time zone,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null
);
comment on table person is 'residents and everybody else who signed in; phones are AES-256-GCM, found by HMAC; seen_at bounds WeChat''s two-hour rule for text checks';
alter table person add constraint person_check CHECK (((phone_cipher IS NULL) = (phone_hash IS NULL)));
alter table person add constraint person_check1 CHECK (((phone_hash IS NULL) = (phone_hash_key IS NULL)));
alter table person add constraint person_check2 CHECK (((phone_cipher IS NULL) = (phone_verified_at IS NULL)));
alter table person add constraint person_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table person add constraint person_pkey PRIMARY KEY (jurisdiction, id);
alter table person add constraint person_jurisdiction_openid_key UNIQUE (jurisdiction, openid);
CREATE INDEX person_phone ON public.person USING btree (jurisdiction, phone_hash) WHERE (phone_hash IS NOT NULL);
alter table person enable row level security;
alter table person force row level security;
create policy own_county on person as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on person to lianxin_app;

create table request (
  jurisdiction text not null,
  id uuid not null,
  tracking_number text not null,
  resident_id uuid not null,
  deputy_id uuid not null,
  station_id uuid,
  village text not null,
  category text not null,
  title text not null,
  words text not null,
  place text,
  openness text not null,
  name text,
  name_for text not null,
  state text not null,
  outcome text,
  round integer not null default 1,
  submitted_on date not null,
  round_started_on date not null,
  due_on date not null,
  answered_on date,
  closed_on date,
  opened_at timestamp with time zone,
  text_check text not null default 'pending'::text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);
comment on table request is 'requests (居民说的事); place is what the resident wrote, round counts how often the deputy had it';
comment on column request.opened_at is 'when the deputy first saw this round; null shows as unread';
alter table request add constraint request_check CHECK (((state = 'closed'::text) = (outcome IS NOT NULL)));
alter table request add constraint request_check1 CHECK (((state = 'closed'::text) = (closed_on IS NOT NULL)));
alter table request add constraint request_check2 CHECK (((state <> 'answered'::text) OR (answered_on IS NOT NULL)));
alter table request add constraint request_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table request add constraint request_name_for_check CHECK ((name_for = ANY (ARRAY['deputy'::text, 'station'::text])));
alter table request add constraint request_openness_check CHECK ((openness = ANY (ARRAY['handlers'::text, 'public'::text])));
alter table request add constraint request_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'partly'::text])));
alter table request add constraint request_round_check CHECK ((round >= 1));
alter table request add constraint request_state_check CHECK ((state = ANY (ARRAY['with_deputy'::text, 'answered'::text, 'closed'::text])));
alter table request add constraint request_text_check_check CHECK ((text_check = ANY (ARRAY['pending'::text, 'pass'::text, 'review'::text, 'risky'::text])));
alter table request add constraint request_tracking_number_check CHECK ((tracking_number ~ '^[0-9]{9}$'::text));
alter table request add constraint request_deputy_fkey FOREIGN KEY (jurisdiction, deputy_id) REFERENCES deputy(jurisdiction, id) ON DELETE RESTRICT;
alter table request add constraint request_resident_fkey FOREIGN KEY (jurisdiction, resident_id) REFERENCES person(jurisdiction, id) ON DELETE RESTRICT;
alter table request add constraint request_station_fkey FOREIGN KEY (jurisdiction, station_id) REFERENCES station(jurisdiction, id) ON DELETE RESTRICT;
alter table request add constraint request_pkey PRIMARY KEY (jurisdiction, id);
alter table request add constraint request_jurisdiction_tracking_number_key UNIQUE (jurisdiction, tracking_number);
CREATE INDEX request_inbox ON public.request USING btree (jurisdiction, deputy_id, state, due_on, id);
CREATE INDEX request_inbox_recent ON public.request USING btree (jurisdiction, deputy_id, state, changed_at DESC, id DESC);
CREATE INDEX request_mine ON public.request USING btree (jurisdiction, resident_id, state, id DESC);
CREATE INDEX request_unchecked ON public.request USING btree (jurisdiction, text_check, id) WHERE (text_check = ANY (ARRAY['pending'::text, 'review'::text, 'risky'::text]));
alter table request enable row level security;
alter table request force row level security;
create policy own_county on request as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on request to lianxin_app;
grant update (answered_on) on request to lianxin_app;
grant update (changed_at) on request to lianxin_app;
grant update (closed_on) on request to lianxin_app;
grant update (due_on) on request to lianxin_app;
grant update (opened_at) on request to lianxin_app;
grant update (outcome) on request to lianxin_app;
grant update (round) on request to lianxin_app;
grant update (round_started_on) on request to lianxin_app;
grant update (state) on request to lianxin_app;
grant update (text_check) on request to lianxin_app;

create table request_event (
  jurisdiction text not null,
  request_id uuid not null,
  id uuid not null,
  round integer not null,
  kind text not null,
  person_id uuid,
  words text,
  detail jsonb not null default '{}'::jsonb,
  at timestamp with time zone not null
);
comment on table request_event is 'append-only history: who, what, when, why';
alter table request_event add constraint request_event_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table request_event add constraint request_event_kind_check CHECK ((kind = ANY (ARRAY['submitted'::text, 'registered'::text, 'opened'::text, 'answered'::text, 'read'::text, 'supplemented'::text, 'solved'::text, 'partly'::text, 'not_solved'::text])));
alter table request_event add constraint request_event_request_fkey FOREIGN KEY (jurisdiction, request_id) REFERENCES request(jurisdiction, id) ON DELETE RESTRICT;
alter table request_event add constraint request_event_pkey PRIMARY KEY (jurisdiction, request_id, id);
CREATE UNIQUE INDEX request_event_seen_once ON public.request_event USING btree (jurisdiction, request_id, round, kind) WHERE (kind = ANY (ARRAY['opened'::text, 'read'::text]));
alter table request_event enable row level security;
alter table request_event force row level security;
create policy own_county on request_event as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select on request_event to lianxin_app;

create table session (
  jurisdiction text not null,
  id uuid not null,
  person_id uuid not null,
  refresh_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone
);
comment on table session is 'a signed-in phone; only the hash of its refresh token is kept';
alter table session add constraint session_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table session add constraint session_person_fkey FOREIGN KEY (jurisdiction, person_id) REFERENCES person(jurisdiction, id) ON DELETE CASCADE;
alter table session add constraint session_pkey PRIMARY KEY (jurisdiction, id);
alter table session add constraint session_jurisdiction_refresh_hash_key UNIQUE (jurisdiction, refresh_hash);
CREATE INDEX session_expiry ON public.session USING btree (jurisdiction, expires_at);
CREATE INDEX session_person ON public.session USING btree (jurisdiction, person_id);
alter table session enable row level security;
alter table session force row level security;
create policy own_county on session as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant delete, insert, select, update on session to lianxin_app;

create table station (
  jurisdiction text not null,
  id uuid not null,
  name text not null,
  address text not null,
  hours text not null,
  phone text not null,
  latitude double precision,
  longitude double precision,
  reception jsonb
);
comment on table station is 'liaison stations (人大代表联络站); reception is {dayOfMonth, from, to}';
alter table station add constraint station_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table station add constraint station_pkey PRIMARY KEY (jurisdiction, id);
alter table station enable row level security;
alter table station force row level security;
create policy own_county on station as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant select on station to lianxin_app;

create table station_village (
  jurisdiction text not null,
  village text not null,
  station_id uuid not null
);
alter table station_village add constraint station_village_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table station_village add constraint station_village_village_check CHECK ((village ~ '^[0-9]{12}$'::text));
alter table station_village add constraint station_village_station_fkey FOREIGN KEY (jurisdiction, station_id) REFERENCES station(jurisdiction, id) ON DELETE CASCADE;
alter table station_village add constraint station_village_pkey PRIMARY KEY (jurisdiction, village);
CREATE INDEX station_village_station ON public.station_village USING btree (jurisdiction, station_id);
alter table station_village enable row level security;
alter table station_village force row level security;
create policy own_county on station_village as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant select on station_village to lianxin_app;

create table subscription (
  jurisdiction text not null,
  person_id uuid not null,
  template text not null,
  remaining integer not null,
  changed_at timestamp with time zone not null
);
comment on table subscription is 'one acceptance is one message (一次性订阅消息)';
alter table subscription add constraint subscription_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table subscription add constraint subscription_remaining_check CHECK ((remaining >= 0));
alter table subscription add constraint subscription_template_check CHECK ((template = ANY (ARRAY['progress'::text, 'received'::text])));
alter table subscription add constraint subscription_person_fkey FOREIGN KEY (jurisdiction, person_id) REFERENCES person(jurisdiction, id) ON DELETE CASCADE;
alter table subscription add constraint subscription_pkey PRIMARY KEY (jurisdiction, person_id, template);
alter table subscription enable row level security;
alter table subscription force row level security;
create policy own_county on subscription as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant insert, select, update on subscription to lianxin_app;

create table ward (
  jurisdiction text not null,
  id uuid not null,
  level text not null,
  town text,
  name text not null
);
comment on table ward is 'electoral wards (选区) of the directly elected levels';
alter table ward add constraint ward_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table ward add constraint ward_level_check CHECK ((level = ANY (ARRAY['town'::text, 'county'::text])));
alter table ward add constraint ward_pkey PRIMARY KEY (jurisdiction, id);
alter table ward enable row level security;
alter table ward force row level security;
create policy own_county on ward as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant select on ward to lianxin_app;

create table ward_village (
  jurisdiction text not null,
  ward_id uuid not null,
  village text not null
);
alter table ward_village add constraint ward_village_jurisdiction_check CHECK ((jurisdiction ~ '^[0-9]{6}$'::text));
alter table ward_village add constraint ward_village_village_check CHECK ((village ~ '^[0-9]{12}$'::text));
alter table ward_village add constraint ward_village_ward_fkey FOREIGN KEY (jurisdiction, ward_id) REFERENCES ward(jurisdiction, id) ON DELETE CASCADE;
alter table ward_village add constraint ward_village_pkey PRIMARY KEY (jurisdiction, ward_id, village);
CREATE INDEX ward_village_village ON public.ward_village USING btree (jurisdiction, village);
alter table ward_village enable row level security;
alter table ward_village force row level security;
create policy own_county on ward_village as permissive for all to public using ((jurisdiction = current_setting('app.jurisdiction'::text, true))) with check ((jurisdiction = current_setting('app.jurisdiction'::text, true)));
grant select on ward_village to lianxin_app;
