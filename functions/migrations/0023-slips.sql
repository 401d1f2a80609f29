-- Paper slips (纸票): docs/decisions/0029-what-a-slip-of-paper-is.md says what is where, and why.

alter table poll_roll add column paper boolean not null default false;
comment on column poll_roll.paper is 'took a paper slip, so their phone votes no more; not which one, and not when';

alter table poll add column removed bigint not null default 0;
comment on column poll.removed is 'ballots taken out of the box because their phone''s owner took a paper slip';

alter table ballot drop constraint ballot_channel_check;
alter table ballot add constraint ballot_channel_check check (channel in ('phone', 'paper', 'table'));

create table slip_series (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  station_id uuid not null,
  prefix text not null check (prefix ~ '^[A-Z]{2}$'),
  last bigint not null,
  primary key (jurisdiction, station_id)
);
comment on table slip_series is 'the letters of a station''s slips and the last number it had: one number is one slip, over all votes and years';
create unique index slip_series_prefix on slip_series (jurisdiction, prefix);

create table poll_slip_book (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  id uuid not null,
  poll_id uuid not null,
  station_id uuid not null,
  prefix text not null,
  first bigint not null,
  last bigint not null,
  printed_on date not null,
  primary key (jurisdiction, id)
);
comment on table poll_slip_book is 'a book of slips that was printed for a station; in which order its slips lie is written nowhere';
create index poll_slip_book_poll on poll_slip_book (jurisdiction, poll_id, station_id);

create table poll_slip (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  prefix text not null,
  number bigint not null,
  poll_id uuid not null,
  station_id uuid not null,
  state text not null check (state in ('printed', 'returned', 'first', 'differs', 'third', 'settled', 'entered', 'spoiled')),
  came_back boolean not null default false,
  at_table boolean not null default false,
  pass bigint,
  spoil_reason text,
  spoil_by uuid,
  spoil_with uuid,
  changed_on date not null,
  primary key (jurisdiction, prefix, number)
);
comment on table poll_slip is 'where each slip is; nobody is named on it but who spoiled it, and no time finer than a day';
comment on column poll_slip.pass is 'the pass that counts, once it is settled';
create index poll_slip_poll on poll_slip (jurisdiction, poll_id, station_id, state);

create table poll_slip_entry (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  prefix text not null,
  number bigint not null,
  pass bigint not null,
  poll_id uuid not null,
  person_id uuid not null,
  mark bytea not null,
  sealed bytea not null,
  primary key (jurisdiction, prefix, number, pass)
);
comment on table poll_slip_entry is 'what was typed of a slip, sealed as ballots are; empty once the box is counted';
comment on column poll_slip_entry.mark is 'an HMAC of what was typed under the seal key: the same for the same';
create index poll_slip_entry_poll on poll_slip_entry (jurisdiction, poll_id);

create table poll_issue (
  jurisdiction text not null check (jurisdiction ~ '^[0-9]{6}$'),
  poll_id uuid not null,
  station_id uuid not null,
  issued_on date not null,
  person_id uuid not null,
  count bigint not null,
  last_act uuid not null,
  primary key (jurisdiction, poll_id, station_id, issued_on, person_id)
);
comment on table poll_issue is 'how many slips a clerk handed out on a day; to whom is ticked on the roll, without the day';
comment on column poll_issue.last_act is 'a random id of the last one, so that it can be sent again';

alter table poll_slip_book add constraint poll_slip_book_poll_fkey foreign key (jurisdiction, poll_id) references poll (jurisdiction, id) on delete restrict;
alter table poll_slip add constraint poll_slip_poll_fkey foreign key (jurisdiction, poll_id) references poll (jurisdiction, id) on delete restrict;
alter table poll_slip_entry add constraint poll_slip_entry_slip_fkey foreign key (jurisdiction, prefix, number) references poll_slip (jurisdiction, prefix, number) on delete restrict;
alter table poll_issue add constraint poll_issue_poll_fkey foreign key (jurisdiction, poll_id) references poll (jurisdiction, id) on delete restrict;

alter table slip_series enable row level security;
alter table slip_series force row level security;
create policy own_county on slip_series using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table poll_slip_book enable row level security;
alter table poll_slip_book force row level security;
create policy own_county on poll_slip_book using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table poll_slip enable row level security;
alter table poll_slip force row level security;
create policy own_county on poll_slip using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table poll_slip_entry enable row level security;
alter table poll_slip_entry force row level security;
create policy own_county on poll_slip_entry using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

alter table poll_issue enable row level security;
alter table poll_issue force row level security;
create policy own_county on poll_issue using (jurisdiction = current_setting('app.jurisdiction', true)) with check (jurisdiction = current_setting('app.jurisdiction', true));

grant select, insert, update on slip_series to lianxin_app;
grant select, insert on poll_slip_book to lianxin_app;
-- Both are written anew in an order that says nothing: ticks with each that comes, slips when the box is counted.
grant update, delete on poll_roll to lianxin_app;
grant select, insert, update, delete on poll_slip to lianxin_app;
grant select, insert, update, delete on poll_slip_entry to lianxin_app;
grant select, insert, update on poll_issue to lianxin_app;
