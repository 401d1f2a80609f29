-- Refresh tokens change with every renewal; sessions say which device they are on; what a person may do a day is counted where every
-- process sees it.

alter table session add column device text;
alter table session add column used_at timestamptz;
comment on column session.device is 'what kind of device it is on, as its owner would say it; null where nobody knows';
comment on column session.used_at is 'when it was renewed last';

create table session_token (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  hash text not null,
  session_id uuid not null,
  salt bytea not null,
  replaced_at timestamptz not null,
  primary key (jurisdiction, hash)
);
comment on column session_token.hash is 'hexadecimal';
comment on table session_token is 'refresh tokens that were replaced: used again at once one gives its successor (made of it and the salt), later it ends the session';
create index session_token_session on session_token (jurisdiction, session_id);
create index session_token_replaced on session_token (jurisdiction, replaced_at);

create table daily_count (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  day date not null,
  what text not null,
  who text not null,
  count integer not null,
  primary key (jurisdiction, day, what, who)
);
comment on table daily_count is 'how often somebody did what has a most a day; who is a person, or what an address is found by';

alter table session_token add constraint session_token_session_fkey foreign key (jurisdiction, session_id) references session (jurisdiction, id) on delete cascade;

alter table session_token enable row level security;
alter table session_token force row level security;
create policy own_county on session_token using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table daily_count enable row level security;
alter table daily_count force row level security;
create policy own_county on daily_count using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert, delete on session_token to lianxin_app;
grant select, insert, update, delete on daily_count to lianxin_app;
