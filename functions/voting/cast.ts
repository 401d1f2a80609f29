import { type Day, dayOf } from '../../shared/kernel/days';
import { ensure, ProblemError } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { readSheets } from '../../shared/voting/ballot';
import type { cast as contract } from '../../shared/voting/contract';
import { receiptOf } from '../../shared/voting/receipt';
import type { Call, Person } from '../platform/call';
import { askedOf } from './asked';
import { putIntoBox } from './batch';
import { type OpenBox, openBox } from './open-box';
import { readPass } from './pass';
import type { CastEnd } from './queries';
import { ballotIdOf, leafOf, sealBallot, voterOf } from './seal';

/**
 * Takes a ballot. It is answered when it is committed, and nothing else is written: no session, no log of acts, no remembered reply. A lost
 * reply is asked for by sending the same ballot again.
 */
export async function cast(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, services, now } = call;
  const box = await shutBox(call, input.id);
  const pass = readPass(box.link, input.pass);
  ensure(pass && pass.poll === input.id && pass.person === call.caller.personId, 'pass_bad');
  const { electorate, station, entry } = pass;
  const sheets = readSheets(box.definition, askedOf(box.definition, entry), input.sheets);
  ensure(sheets, 'not_asked');
  const voter = voterOf(box.link, entry);
  const id = ballotIdOf(box.seal, voter, input.revision, sheets);
  const ballot = { id, electorate, station, channel: 'phone' as const, sheets };
  const leaf = leafOf(ballot);
  const castOn = dayOf(now);
  const end = await putIntoBox(services, jurisdiction, {
    poll_id: input.id,
    entry,
    voter,
    electorate,
    station_id: station,
    channel: 'phone',
    cast_on: castOn,
    revision: input.revision,
    leaf,
    sealed: sealBallot(box.seal, ballot, voter),
    at: now,
  });
  if (end !== 'written') throw new ProblemError(PROBLEMS[end]);
  return { receipt: receiptOf(leaf), revision: input.revision, castOn: castOn as Day };
}

const PROBLEMS = {
  closed: 'poll_closed',
  not_open: 'poll_not_open',
  not_on_roll: 'pass_bad',
  newer_there: 'ballot_newer',
} as const satisfies Record<Exclude<CastEnd, 'written'>, string>;

/** @throws ProblemError where there is no vote, its close is over, or a key is gone that should be there */
async function shutBox(call: Call, pollId: string): Promise<OpenBox> {
  const box = await openBox(call, pollId);
  ensure(box !== 'not_there', 'not_found');
  ensure(box !== 'closed', 'poll_closed');
  ensure(box !== 'lost', 'poll_key_lost');
  return box;
}
