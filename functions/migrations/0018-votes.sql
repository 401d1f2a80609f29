-- Votes (voting) and what is voted on in an appraisal (appraisals): docs/decisions/0028-what-a-ballot-box-keeps.md says what is where, and why.

create table campaign (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  state text not null check (state in ('preparing', 'approved', 'open', 'closed', 'counted', 'published', 'dropped')),
  draft jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (jurisdiction, id)
);
comment on table campaign is 'an appraisal (评议): what is prepared; once it is open the poll of the same id has what counts';
comment on column campaign.version is 'of the draft: who writes says which one they saw';
create index campaign_state on campaign (jurisdiction, state, id);

create table campaign_event (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  campaign_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('approved', 'closed', 'counted', 'created', 'dropped', 'edited', 'opened', 'published', 'tried')),
  person_id uuid,
  detail jsonb not null default '{}',
  at timestamptz not null,
  primary key (jurisdiction, campaign_id, id)
);
comment on table campaign_event is 'append-only: what happened to an appraisal; no ballot is an event';

create table poll (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  subject_context text not null,
  subject_id uuid not null,
  definition text not null,
  definition_hash bytea not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  closed_at timestamptz,
  link_destroyed_at timestamptz,
  counted_at timestamptz,
  published_at timestamptz,
  tally jsonb,
  root bytea,
  primary key (jurisdiction, id)
);
comment on table poll is 'a vote: what it stands on, frozen, and how far it is; ballots are taken until closes_at, unless closed_at is set before';
comment on column poll.definition is 'canonical JSON; its SHA-256 is definition_hash, which is shown';
comment on column poll.tally is 'how many ballots of which kind there were when it was counted';
comment on column poll.root is 'the Merkle root over the published file (校验值)';

create table poll_key (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  poll_id uuid not null,
  kind text not null check (kind in ('link', 'seal')),
  half bytea not null,
  primary key (jurisdiction, poll_id, kind)
);
comment on table poll_key is 'one half of each key of a vote, the other lies in the bucket of keys; both are destroyed at the close';

create table poll_roll (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  poll_id uuid not null,
  id uuid not null,
  electorate text not null,
  member_hash bytea not null,
  station_id uuid,
  primary key (jurisdiction, poll_id, id)
);
comment on table poll_roll is 'who may vote (名册), by an HMAC of their phone or of the deputy; nothing here says whether somebody did';
-- The vote does not come second: while there are no statistics such an index is taken for the primary key, and read whole for every ballot.
create unique index poll_roll_member on poll_roll (jurisdiction, member_hash, poll_id, electorate);

create table ballot (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  poll_id uuid not null,
  voter bytea not null,
  electorate text not null,
  station_id uuid,
  channel text not null check (channel in ('phone', 'paper')),
  cast_on date not null,
  revision integer not null,
  leaf bytea not null,
  sealed bytea not null,
  primary key (jurisdiction, poll_id, voter)
);
comment on table ballot is 'the box while it is shut: no person, no answer that can be read, no time of day; empty once it is counted';
comment on column ballot.voter is 'an HMAC of the entry of the roll under the link key, which is destroyed at the close';
comment on column ballot.leaf is 'SHA-256 of 0x00 and the ballot, which carries a random id; the receipt is its beginning';

create table poll_leaf (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  poll_id uuid not null,
  leaf bytea not null,
  primary key (jurisdiction, poll_id, leaf)
);
comment on table poll_leaf is 'the list of ballots that were counted (票单): leaves and nothing else';

create table poll_count (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  poll_id uuid not null,
  electorate text not null,
  station bigint not null,
  subject bigint not null,
  question bigint not null,
  answer bigint not null,
  count bigint not null,
  primary key (jurisdiction, poll_id, electorate, station, subject, question, answer)
);
comment on table poll_count is 'what was counted; station, subject and question by their place in the definition, station -1 is the county, -2 the stations together that are too small to stand alone, question -1 counts who was asked, answer 0 is blank';

create table poll_turnout (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  poll_id uuid not null,
  electorate text not null,
  station bigint not null,
  channel text not null,
  cast_on date not null,
  count bigint not null,
  primary key (jurisdiction, poll_id, electorate, station, channel, cast_on)
);
comment on table poll_turnout is 'ballots by station and day, kept when the box was emptied';

create table poll_words (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  poll_id uuid not null,
  id uuid not null,
  electorate text not null,
  station bigint not null,
  subject bigint not null,
  words text not null,
  primary key (jurisdiction, poll_id, id)
);
comment on table poll_words is 'what was written of a subject, apart from every ballot, under a random id; nobody but who screens it reads it';

alter table campaign_event add constraint campaign_event_campaign_fkey foreign key (jurisdiction, campaign_id) references campaign (jurisdiction, id) on delete restrict;
alter table poll_key add constraint poll_key_poll_fkey foreign key (jurisdiction, poll_id) references poll (jurisdiction, id) on delete restrict;
alter table poll_roll add constraint poll_roll_poll_fkey foreign key (jurisdiction, poll_id) references poll (jurisdiction, id) on delete restrict;

alter table campaign enable row level security;
alter table campaign force row level security;
create policy own_county on campaign using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table campaign_event enable row level security;
alter table campaign_event force row level security;
create policy own_county on campaign_event using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table poll enable row level security;
alter table poll force row level security;
create policy own_county on poll using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table poll_key enable row level security;
alter table poll_key force row level security;
create policy own_county on poll_key using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table poll_roll enable row level security;
alter table poll_roll force row level security;
create policy own_county on poll_roll using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table ballot enable row level security;
alter table ballot force row level security;
create policy own_county on ballot using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table poll_leaf enable row level security;
alter table poll_leaf force row level security;
create policy own_county on poll_leaf using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table poll_count enable row level security;
alter table poll_count force row level security;
create policy own_county on poll_count using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table poll_turnout enable row level security;
alter table poll_turnout force row level security;
create policy own_county on poll_turnout using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table poll_words enable row level security;
alter table poll_words force row level security;
create policy own_county on poll_words using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert, update on campaign to lianxin_app;
grant select, insert on campaign_event to lianxin_app;
grant select, insert, update on poll to lianxin_app;
grant select, insert, delete on poll_key to lianxin_app;
grant select, insert on poll_roll to lianxin_app;
grant select, delete on ballot to lianxin_app;
grant select, insert on poll_leaf to lianxin_app;
grant select, insert on poll_count to lianxin_app;
grant select, insert on poll_turnout to lianxin_app;
grant select, insert on poll_words to lianxin_app;

-- Who takes ballots can do this and nothing else: see what is open and who may, and put a ballot into the box.
grant select on poll, poll_roll, ballot to lianxin_ballots;
grant insert, update on ballot to lianxin_ballots;
