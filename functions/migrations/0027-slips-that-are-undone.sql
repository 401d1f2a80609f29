-- What is done with a slip is undone by who did it, and read by who has the slip: decision 29 says why.

alter table poll_roll add column ticked_by bytea;
comment on column poll_roll.ticked_by is 'an HMAC under the link key of the entry, and of the station, clerk and day of its tick: who set it finds it again, and nobody reads it; null where it was set before this was kept';

alter table poll add column slips_closed_at timestamptz;
comment on column poll.slips_closed_at is 'ballots of phones whose owner took a slip are out of the box, so that the link key may go';

alter table poll_issue add column replaced bigint not null default 0;
comment on column poll_issue.replaced is 'how many of them were handed out instead of a spoiled one';

alter table poll_slip add column apart uuid[] not null default '{}';
comment on column poll_slip.apart is 'who typed the second pass as if it were another slip, once for each time; empty once the box is counted';
comment on table poll_slip is 'where each slip is; nobody is named on it but who spoiled it, and until the count who did not type it as it is; no time finer than a day';
