-- The main job at full width: more roles, the roster and how it is bound, shared and entered requests, pictures, what the station looks at.

-- Trusted: the owner of the database may add it. With it one index serves "this county, these characters".
create extension if not exists btree_gin;

-- Directory ------------------------------------------------------------------------------------------------------------------

alter table division add column pinyin text not null default '';
comment on column division.pinyin is 'syllables of the name, a space between (bai shi zhen); empty: found by its characters alone';

alter table deputy add column pinyin text not null default '';
alter table deputy add column number text;
comment on column deputy.number is 'the county''s own number for the deputy (代表编号): by it a workbook finds them again';
create unique index deputy_number on deputy (jurisdiction, number) where number is not null;

create unique index station_name on station (jurisdiction, name);
create unique index ward_name on ward (jurisdiction, level, coalesce(town, ''), name);

create table ward_unit (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  ward_id uuid not null,
  name text not null,
  pinyin text not null default '',
  primary key (jurisdiction, ward_id, name)
);
comment on table ward_unit is 'work units (单位选区) whose people elect in a ward, wherever they live';

create table department (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  kind text not null check (kind in ('department', 'committee')),
  name text not null,
  phone text,
  roll integer not null,
  ended_on date,
  primary key (jurisdiction, id),
  unique (jurisdiction, name)
);
comment on table department is 'departments (被评议部门、承办单位) and committees, in roll order; an ended one stays as history';

create table deputy_away (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  deputy_id uuid not null,
  from_day date not null,
  to_day date not null,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (jurisdiction, id),
  check (from_day <= to_day)
);
comment on table deputy_away is 'days on which a deputy can not answer (外出); both ends included';
create index deputy_away_deputy on deputy_away (jurisdiction, deputy_id, to_day) where withdrawn_at is null;

create table boundary (
  jurisdiction text primary key check (jurisdiction ~ '^[0-9]{6}$'),
  data bytea not null,
  polygons integer not null,
  built_at timestamptz not null
);
comment on table boundary is 'the villages'' boundaries as one prebuilt index (WGS-84), read whole into the process';

-- Identity -------------------------------------------------------------------------------------------------------------------

alter table membership alter column person_id drop not null;
alter table membership drop constraint membership_role_check;
alter table membership drop constraint membership_check;
alter table membership add column name text;
alter table membership add column station_id uuid;
alter table membership add column village text check (village ~ '^[0-9]{12}$');
alter table membership add column source text not null default 'granted' check (source in ('granted', 'roster'));
alter table membership add column phone_cipher bytea;
alter table membership add column phone_hash bytea;
alter table membership add column phone_hash_key text;
alter table membership add column invitation_hash bytea;
alter table membership add column invitation_expires_at timestamptz;
alter table membership add constraint membership_role_check check (role in ('deputy', 'supervisor', 'clerk', 'admin'));
alter table membership add constraint membership_deputy_check check ((role = 'deputy') = (deputy_id is not null));
alter table membership add constraint membership_supervisor_check check ((role = 'supervisor') = (village is not null));
alter table membership add constraint membership_clerk_check check ((role = 'clerk') = (station_id is not null));
alter table membership add constraint membership_phone_check check ((phone_cipher is null) = (phone_hash is null) and (phone_hash is null) = (phone_hash_key is null));
alter table membership add constraint membership_invitation_check check ((invitation_hash is null) = (invitation_expires_at is null));
comment on table membership is 'roles beyond resident (任职); person_id is null until the phone was verified or the invitation used; a withdrawn one stays as history';
create index membership_phone on membership (jurisdiction, phone_hash) where withdrawn_at is null and person_id is null;
create index membership_role on membership (jurisdiction, role, id) where withdrawn_at is null;
create unique index membership_invitation on membership (jurisdiction, invitation_hash) where invitation_hash is not null;
alter table membership add constraint membership_station_fkey foreign key (jurisdiction, station_id) references station (jurisdiction, id) on delete restrict;

create table desk_sign_in (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  code_hash bytea not null,
  secret_hash bytea not null,
  person_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  collected_at timestamptz,
  primary key (jurisdiction, id),
  unique (jurisdiction, code_hash),
  unique (jurisdiction, secret_hash)
);
comment on table desk_sign_in is 'a computer that waits for a phone to say who sits at it (扫码登录); only hashes are kept';
create index desk_sign_in_expiry on desk_sign_in (jurisdiction, expires_at);

alter table session add column desk boolean not null default false;
comment on column session.desk is 'a computer''s: it ends on its hour, however often it is renewed';

-- Requests -------------------------------------------------------------------------------------------------------------------

alter table request alter column resident_id drop not null;
alter table request alter column deputy_id drop not null;
alter table request drop constraint request_state_check;
alter table request drop constraint request_outcome_check;
alter table request drop constraint request_text_check_check;
alter table request add column entered_by uuid;
alter table request add column entered_as text check (entered_as in ('supervisor', 'clerk'));
alter table request add column slip_number text;
alter table request add column contact_cipher bytea;
alter table request add column contact_hash bytea;
alter table request add column contact_hash_key text;
alter table request add column taken_at timestamptz;
alter table request add column asked_on date;
alter table request add column lapses_on date;
alter table request add column lapse_told_at timestamptz;
alter table request add column checked_through uuid;
alter table request add column check_label text;
alter table request add column publication text check (publication in ('pending', 'published', 'declined'));
alter table request add column public_title text;
alter table request add column public_words text;
alter table request add column public_answer text;
alter table request add column published_on date;
alter table request add constraint request_state_check check (state in ('with_deputy', 'asked', 'answered', 'closed'));
alter table request add constraint request_outcome_check check (outcome in ('solved', 'partly', 'withdrawn', 'lapsed'));
alter table request add constraint request_text_check_check check (text_check in ('pending', 'pass', 'review', 'risky', 'cleared', 'kept_back'));
alter table request add constraint request_whose_check check (resident_id is not null or entered_by is not null);
alter table request add constraint request_entered_check check ((entered_by is null) = (entered_as is null));
alter table request add constraint request_contact_check check ((contact_cipher is null) = (contact_hash is null) and (contact_hash is null) = (contact_hash_key is null));
alter table request add constraint request_asked_check check ((state = 'asked') = (asked_on is not null));
-- What was answered before silence closed anything gets its days from now on.
update request set lapses_on = current_date + 15 where state = 'answered';
alter table request add constraint request_lapses_check check ((state in ('asked', 'answered')) = (lapses_on is not null));
alter table request add constraint request_published_check check ((publication is distinct from 'published' or published_on is not null) and (published_on is null or (public_title is not null and public_words is not null)));
alter table request add constraint request_entered_fkey foreign key (jurisdiction, entered_by) references person (jurisdiction, id) on delete restrict;
comment on column request.deputy_id is 'null: to any of the village''s deputies (谁先接就归谁)';
comment on column request.resident_id is 'null: entered for somebody without a phone (代为登记), until that phone is verified';
comment on column request.taken_at is 'when a deputy first opened or took it; from then on it can not be withdrawn';
comment on column request.lapses_on is 'the day on which it closes by itself when the resident says nothing';
-- The resident's word closes it; a withdrawal is one, silence past the county's days is told beforehand and can be undone.
create index request_shared on request (jurisdiction, village, due_on, id) where deputy_id is null and state = 'with_deputy';
create index request_entered on request (jurisdiction, entered_by, state, id desc) where entered_by is not null;
create index request_contact on request (jurisdiction, contact_hash) where resident_id is null;
create unique index request_slip on request (jurisdiction, station_id, slip_number) where slip_number is not null;
create index request_lapsing on request (jurisdiction, lapses_on) where state in ('asked', 'answered');
create index request_due on request (jurisdiction, due_on, id) where state = 'with_deputy';
create index request_station_due on request (jurisdiction, station_id, due_on, id) where state = 'with_deputy';
create index request_station on request (jurisdiction, station_id, id desc);
create index request_newest on request (jurisdiction, id desc);
create index request_to_screen on request (jurisdiction, station_id, id) where publication = 'pending';
create index request_board on request (jurisdiction, id desc) where published_on is not null;

alter table request_event drop constraint request_event_kind_check;
alter table request_event add column deputy_id uuid;
alter table request_event add constraint request_event_kind_check check (kind in ('submitted', 'registered', 'entered', 'claimed', 'opened', 'answered', 'read', 'supplemented', 'asked', 'solved', 'partly', 'not_solved', 'withdrawn', 'taken', 'passed', 'reassigned', 'noted', 'lapse_told', 'lapsed', 'reopened', 'published', 'declined', 'cleared', 'kept_back'));
comment on column request_event.deputy_id is 'the deputy who did it, or to whom it went; null where no deputy has a part in it';

create table picture (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  owner_id uuid not null,
  request_id uuid,
  event_id uuid,
  position integer not null default 0,
  state text not null check (state in ('sending', 'checking', 'passed', 'review', 'risky', 'cleared', 'kept_back')),
  type text check (type in ('image/jpeg', 'image/png', 'image/webp')),
  bytes integer,
  width integer,
  height integer,
  trace_id text,
  label text,
  created_at timestamptz not null,
  asked_at timestamptz,
  primary key (jurisdiction, id),
  check (state = 'sending' or (type is not null and bytes is not null))
);
comment on table picture is 'pictures of requests and answers; the bytes lie in storage under the id, without where they were taken';
create index picture_request on picture (jurisdiction, request_id) where request_id is not null;
create index picture_waiting on picture (jurisdiction, state, id) where state in ('sending', 'checking', 'review', 'risky');

create table request_search (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  request_id uuid not null,
  station_id uuid,
  grams tsvector not null,
  primary key (jurisdiction, request_id)
);
comment on table request_search is 'what a request can be found by: pairs of neighbouring characters of its words; apart from it because an index of these is not used behind row-level security (find_requests)';
create index request_search_station on request_search (jurisdiction, station_id, request_id desc);
create index request_search_grams on request_search using gin (jurisdiction, grams);

create table media_check (
  trace_id text primary key,
  jurisdiction text not null,
  picture_id uuid not null,
  created_at timestamptz not null
);
comment on table media_check is 'reference: to which county WeChat''s verdict on a picture belongs; it names the trace alone';

alter table notification alter column request_id drop not null;
alter table notification drop constraint notification_kind_check;
alter table notification add constraint notification_kind_check check (kind in ('request_received', 'request_answered', 'request_rated', 'request_supplemented', 'request_asked', 'request_taken', 'request_passed', 'request_reassigned', 'request_withdrawn', 'request_lapsing', 'request_lapsed', 'request_published', 'request_declined', 'request_claimed', 'deputy_digest', 'role_granted'));

alter table ward_unit add constraint ward_unit_ward_fkey foreign key (jurisdiction, ward_id) references ward (jurisdiction, id) on delete cascade;
alter table deputy_away add constraint deputy_away_deputy_fkey foreign key (jurisdiction, deputy_id) references deputy (jurisdiction, id) on delete restrict;
alter table request_search add constraint request_search_request_fkey foreign key (jurisdiction, request_id) references request (jurisdiction, id) on delete cascade;
alter table picture add constraint picture_owner_fkey foreign key (jurisdiction, owner_id) references person (jurisdiction, id) on delete restrict;
alter table picture add constraint picture_request_fkey foreign key (jurisdiction, request_id) references request (jurisdiction, id) on delete restrict;
alter table desk_sign_in add constraint desk_sign_in_person_fkey foreign key (jurisdiction, person_id) references person (jurisdiction, id) on delete cascade;

-- Fences ---------------------------------------------------------------------------------------------------------------------

alter table ward_unit enable row level security;
alter table ward_unit force row level security;
create policy own_county on ward_unit using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table department enable row level security;
alter table department force row level security;
create policy own_county on department using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table deputy_away enable row level security;
alter table deputy_away force row level security;
create policy own_county on deputy_away using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table boundary enable row level security;
alter table boundary force row level security;
create policy own_county on boundary using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table desk_sign_in enable row level security;
alter table desk_sign_in force row level security;
create policy own_county on desk_sign_in using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

-- Enabled and not forced: for the role that answers calls the fence is as high as everywhere; the owner's function below steps over it with a
-- fence of its own. `@@` is not leakproof, so behind the policy PostgreSQL would read every row of the county instead of the index.
alter table request_search enable row level security;
create policy own_county on request_search using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

create function find_requests(wanted tsquery, stations uuid[], before uuid, most integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public
as $$
  with found as materialized (
    select request_id from public.request_search
    where jurisdiction = current_setting('app.jurisdiction', true) and grams @@ wanted
      and (stations is null or station_id = any (stations)) and (before is null or request_id < before)
  )
  select request_id from found order by request_id desc limit most
$$;
comment on function find_requests is 'ids of the transaction''s county alone, newest first; stations null: all of it';
revoke all on function find_requests from public;
grant execute on function find_requests to lianxin_app;
grant select, insert on request_search to lianxin_app;

alter table picture enable row level security;
alter table picture force row level security;
create policy own_county on picture using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

-- A county's office keeps its own directory; a deputy, a term and a ward are never removed. Only which villages and units belong to one is.
grant insert, update on ward, station, deputy, mandate, department to lianxin_app;
grant select on department to lianxin_app;
grant select, insert, update, delete on ward_unit to lianxin_app;
grant insert, update, delete on ward_village, station_village to lianxin_app;
grant insert on deputy_code to lianxin_app;
grant update (withdrawn_at) on deputy_code to lianxin_app;
grant select, insert on deputy_away to lianxin_app;
grant update (withdrawn_at) on deputy_away to lianxin_app;
grant select, insert, update on boundary to lianxin_app;
grant insert on membership to lianxin_app;
grant update (person_id, name, phone_cipher, phone_hash, phone_hash_key, invitation_hash, invitation_expires_at, withdrawn_at) on membership to lianxin_app;
grant select, insert, delete on desk_sign_in to lianxin_app;
grant update (person_id, collected_at) on desk_sign_in to lianxin_app;
grant select, insert, delete on picture to lianxin_app;
grant update (request_id, event_id, position, state, type, bytes, width, height, trace_id, label, asked_at) on picture to lianxin_app;
grant select, insert, delete on media_check to lianxin_app;
grant update (resident_id, deputy_id, taken_at, asked_on, lapses_on, lapse_told_at, checked_through, check_label, publication, public_title, public_words, public_answer, published_on) on request to lianxin_app;
