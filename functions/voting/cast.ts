import { dayOf } from '../../shared/kernel/days';
import { ensure, ProblemError } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { readSheets } from '../../shared/voting/ballot';
import type { cast as contract } from '../../shared/voting/contract';
import { receiptOf } from '../../shared/voting/receipt';
import type { Call, Person } from '../platform/call';
import { askedOf } from './asked';
import { putIntoBox } from './batch';
import { openBox } from './open-box';
import { readPass } from './pass';
import type { CastEnd } from './queries';
import { makeBallot, voterOf } from './seal';

/**
 * Takes a ballot. It is answered when it is committed, and nothing else is written: no session, no log of acts, no remembered reply. A lost
 * reply is asked for by sending the same ballot again.
 */
export async function cast(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, services, now } = call;
  const { definition, link, seal } = await openBox(call, input.id);
  const pass = readPass(link, input.pass);
  ensure(pass && pass.poll === input.id && pass.person === call.caller.personId, 'pass_bad');
  const { electorate, station, entry } = pass;
  const sheets = readSheets(definition, askedOf(definition, entry), input.sheets);
  ensure(sheets, 'not_asked');
  const voter = voterOf(link, entry);
  const { revision } = input;
  const ballot = makeBallot(seal, { voter, revision, electorate, station, channel: 'phone', sheets });
  const castOn = dayOf(now);
  const end = await putIntoBox(services, jurisdiction, {
    poll_id: input.id,
    entry,
    voter,
    electorate,
    station_id: station,
    channel: 'phone',
    cast_on: castOn,
    revision,
    ...ballot,
    at: now,
  });
  if (end !== 'written') throw new ProblemError(PROBLEMS[end]);
  return { receipt: receiptOf(ballot.leaf), revision, castOn };
}

const PROBLEMS = {
  closed: 'poll_closed',
  not_open: 'poll_not_open',
  not_on_roll: 'pass_bad',
  paper_taken: 'paper_taken',
  newer_there: 'ballot_newer',
} as const satisfies Record<Exclude<CastEnd, 'written'>, string>;
