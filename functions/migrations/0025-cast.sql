-- The hot write as a function: PostgreSQL keeps its plan, which takes as long to make as eight ballots to write, and a proxy in front of the
-- database may hand its connection on (it may not with a statement that was prepared). It is still one statement, and whoever calls it
-- can do no more than before: it runs with the caller's rights and behind the caller's fence.
create function cast_ballots(
  county text, polls uuid[], voters bytea[], entries uuid[], electorates text[], stations uuid[], channels text[], days date[],
  revisions integer[], leaves bytea[], sealed_ballots bytea[], times timestamptz[]
) returns table (whose bytea, became text)
language plpgsql
as $$
begin
  return query
  with given as (
    select * from unnest(
      polls, voters, entries, electorates, stations, channels, days, revisions, leaves, sealed_ballots, times
    ) as g (poll_id, voter, entry, electorate, station_id, channel, cast_on, revision, leaf, sealed, at)
  ), judged as (
    select g.*, case
      when p.id is null or p.opens_at > g.at then 'not_open'
      when p.closed_at is not null or p.closes_at <= g.at then 'closed'
      when g.entry is null then 'written'
      else coalesce((
        select case when r.paper then 'paper_taken' else 'written' end from poll_roll r
        where r.jurisdiction = county and r.poll_id = g.poll_id and r.id = g.entry and r.electorate = g.electorate
      ), 'not_on_roll') end as became
    from given g left join poll p on p.jurisdiction = county and p.id = g.poll_id
  ), written as (
    insert into ballot (jurisdiction, poll_id, voter, electorate, station_id, channel, cast_on, revision, leaf, sealed)
    select county, j.poll_id, j.voter, j.electorate, j.station_id, j.channel, j.cast_on, j.revision, j.leaf, j.sealed
    from judged j where j.became = 'written' order by j.voter
    on conflict (jurisdiction, poll_id, voter) do update set
      electorate = excluded.electorate, station_id = excluded.station_id, channel = excluded.channel,
      cast_on = excluded.cast_on, revision = excluded.revision, leaf = excluded.leaf, sealed = excluded.sealed
      where ballot.revision < excluded.revision or ballot.leaf = excluded.leaf
    returning ballot.voter
  )
  select w.voter, 'written'::text from written w
  union all select j.voter, j.became::text from judged j where j.became <> 'written';
end
$$;
comment on function cast_ballots is 'puts ballots into the box and says what became of each; one that may go in and is not named has a newer one there';
revoke all on function cast_ballots from public;
grant execute on function cast_ballots to lianxin_ballots;
