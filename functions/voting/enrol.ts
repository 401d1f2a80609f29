import { v4 } from 'uuid';
import { ensure } from '../../shared/kernel/problems';
import type { Definition, Subject } from '../../shared/voting/definition';
import type { Call, Person } from '../platform/call';
import { askedOf } from './asked';
import { openBox } from './open-box';
import { type Member, memberHash } from './open-poll';
import { signPass } from './pass';
import { insertRoll, selectRevision, selectRollEntry } from './queries';
import { voterOf } from './seal';

/** What somebody needs to vote. `revision`: that of their ballot in the box; 0 while there is none. */
export type Enrolled = {
  definition: Definition;
  pass: string;
  asked: Subject[];
  stationId: string | null;
  revision: number;
};

/**
 * Gives somebody their ballot (领票). `mayJoin`: they are put on the roll where they are not yet; else only who is on it gets one. Taken again,
 * with this account or another, it is the same entry with the station it had first: one person, one ballot.
 * @throws ProblemError where the vote is not there or shut, a key is lost, or they are not on the roll; StorageAway
 */
export async function enrol(
  call: Call<Person>,
  { pollId, member: { electorate, member, stationId }, mayJoin }: { pollId: string; member: Member; mayJoin: boolean },
): Promise<Enrolled> {
  const { jurisdiction } = call;
  const { definition, link } = await openBox(call, pollId);
  const of = { jurisdiction, poll_id: pollId, electorate, member_hash: memberHash(link, electorate, member) };
  return call.write(async (tx) => {
    // A random id: one that has the time in it would tell when they took their ballot.
    if (mayJoin) await insertRoll(tx, [{ ...of, id: v4(), station_id: stationId }]);
    const entry = await selectRollEntry(tx, of);
    ensure(entry, 'not_on_roll');
    ensure(!entry.paper, 'paper_taken');
    const pass = { poll: pollId, entry: entry.id, electorate, station: entry.station_id, person: call.caller.personId };
    return {
      definition,
      pass: signPass(link, pass),
      asked: askedOf(definition, entry.id),
      stationId: entry.station_id,
      revision: await selectRevision(tx, { jurisdiction, pollId, voter: voterOf(link, entry.id) }),
    };
  });
}
