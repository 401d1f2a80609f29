-- A resident's request from first word to confirmed end. What happened is an event; the state is kept in step in the same transaction.

create table request (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  tracking_number text not null check (tracking_number ~ '^[0-9]{9}$'),
  resident_id uuid not null,
  deputy_id uuid not null,
  station_id uuid,
  village text not null,
  category text not null,
  title text not null,
  words text not null,
  place text,
  openness text not null check (openness in ('handlers', 'public')),
  name text,
  name_for text not null check (name_for in ('deputy', 'station')),
  state text not null check (state in ('with_deputy', 'answered', 'closed')),
  outcome text check (outcome in ('solved', 'partly')),
  round integer not null default 1 check (round >= 1),
  submitted_on date not null,
  round_started_on date not null,
  due_on date not null,
  answered_on date,
  closed_on date,
  opened_at timestamptz,
  text_check text not null default 'pending' check (text_check in ('pending', 'pass', 'review', 'risky')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (jurisdiction, id),
  unique (jurisdiction, tracking_number),
  -- Nothing is closed but by the resident's word.
  check ((state = 'closed') = (outcome is not null)),
  check ((state = 'closed') = (closed_on is not null)),
  check (state <> 'answered' or answered_on is not null)
);
comment on table request is 'requests (居民说的事); place is what the resident wrote, round counts how often the deputy had it';
comment on column request.opened_at is 'when the deputy first saw this round; null shows as unread';
-- "My requests": newest first within a state. The id is a UUID v7, so it orders by time.
create index request_mine on request (jurisdiction, resident_id, state, id desc);
-- The inbox: most urgent first; answered and closed ones by what changed last.
create index request_inbox on request (jurisdiction, deputy_id, state, due_on, id);
create index request_inbox_recent on request (jurisdiction, deputy_id, state, changed_at desc, id desc);
create index request_unchecked on request (jurisdiction, text_check, id) where text_check in ('pending', 'review', 'risky');

create table request_event (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  request_id uuid not null,
  id uuid not null,
  round integer not null,
  kind text not null check (kind in ('submitted', 'registered', 'opened', 'answered', 'read', 'supplemented', 'solved', 'partly', 'not_solved')),
  person_id uuid,
  words text,
  detail jsonb not null default '{}',
  at timestamptz not null,
  primary key (jurisdiction, request_id, id)
);
comment on table request_event is 'append-only history: who, what, when, why';
-- Seen once a round, whoever opens it how often.
create unique index request_event_seen_once on request_event (jurisdiction, request_id, round, kind) where kind in ('opened', 'read');

alter table request add constraint request_resident_fkey foreign key (jurisdiction, resident_id) references person (jurisdiction, id) on delete restrict;
alter table request add constraint request_deputy_fkey foreign key (jurisdiction, deputy_id) references deputy (jurisdiction, id) on delete restrict;
alter table request add constraint request_station_fkey foreign key (jurisdiction, station_id) references station (jurisdiction, id) on delete restrict;
alter table request_event add constraint request_event_request_fkey foreign key (jurisdiction, request_id) references request (jurisdiction, id) on delete restrict;

alter table request enable row level security;
alter table request force row level security;
create policy own_county on request using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table request_event enable row level security;
alter table request_event force row level security;
create policy own_county on request_event using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

-- What was said, by whom and to whom never changes; only where the matter stands does.
grant select, insert on request to lianxin_app;
grant update (state, outcome, round, round_started_on, due_on, answered_on, closed_on, opened_at, text_check, changed_at) on request to lianxin_app;
-- Append-only: nobody who answers calls may change or remove what happened.
grant select, insert on request_event to lianxin_app;
