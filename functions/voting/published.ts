import { dayOf } from '../../shared/kernel/days';
import type { Definition, Electorate } from '../../shared/voting/definition';
import { outcomesOf } from '../../shared/voting/outcome';
import { tablesOf } from '../../shared/voting/published-results';
import type { Count } from '../../shared/voting/results';
import { weightedOf } from '../../shared/voting/weighted';
import type { Call, Services } from '../platform/call';
import type { Tally } from './counting';
import { type PollRow, selectCounts, selectPoll } from './queries';
import { sha256 } from './seal';

/** Everything that is published of a vote but the list of ballots, as `results/<county>/<id>.json` has it. */
export type PublishedVote = { hash: string; data: ReturnType<typeof objectOf> };

const TYPE = 'application/json; charset=utf-8';
const MOST_BYTES = 8_000_000;
/** Of the last ones that were asked for, this process remembers what never changes. */
const MOST = 20;
const known = new WeakMap<Services, Map<string, Promise<PublishedVote | null>>>();

const keyOf = (jurisdiction: string, pollId: string) => `results/${jurisdiction}/${pollId}.json`;

function objectOf({ id, definition: text, tally, root, published_at, closings }: PollRow, counts: readonly Count[]) {
  if (!tally || !root || !published_at) throw new Error(`vote ${id} is not published`);
  const definition = JSON.parse(text) as Definition;
  const { title, electorates, questions, subjects, stations, threshold, roll, outcome, weights } = definition;
  return {
    id,
    title,
    publishedOn: dayOf(published_at),
    electorates,
    questions,
    subjects,
    stations,
    threshold,
    roll,
    ballots: ballotsOf(tally.ballots, electorates),
    ...(tally.slips ? { slips: tally.slips } : {}),
    ...(tally.numbers ? { numbers: tally.numbers, stationNumbers: tally.stations } : {}),
    ...(closings.length ? { closings } : {}),
    root: root.toString('hex'),
    ...(outcome ? { outcome, outcomes: outcomesOf(definition, counts) } : {}),
    ...(weights ? { weights, weighted: weightedOf(definition, counts) } : {}),
    tables: tablesOf(definition, counts),
  };
}

/** What came at the table is left out where nothing did. */
function ballotsOf(ballots: Tally['ballots'], electorates: readonly Electorate[]) {
  return Object.fromEntries(
    electorates.map((one) => {
      const { table, ...others } = ballots[one];
      return [one, table ? { ...others, table } : others];
    }),
  );
}

/** Puts the results of a published vote where everybody can have them. Done again it is the same. @throws StorageAway */
export async function putResults(
  call: Pick<Call, 'services' | 'jurisdiction'>,
  poll: PollRow,
  counts: readonly Count[],
) {
  const bytes = Buffer.from(JSON.stringify(objectOf(poll, counts)));
  await call.services.storage.put(keyOf(call.jurisdiction, poll.id), bytes, TYPE);
  return bytes;
}

/**
 * The results of a vote; null while they are not published. Asked again it costs neither a statement nor a way to the storage. @throws StorageAway
 */
export function publishedVote(call: Call, pollId: string): Promise<PublishedVote | null> {
  const { services, jurisdiction } = call;
  const votes = known.get(services) ?? new Map<string, Promise<PublishedVote | null>>();
  known.set(services, votes);
  const name = `${jurisdiction}/${pollId}`;
  const found = votes.get(name);
  if (found) return found;
  const asked = read(call, pollId);
  if (votes.size >= MOST) votes.delete(votes.keys().next().value as string);
  votes.set(name, asked);
  const forget = () => void (votes.get(name) === asked && votes.delete(name));
  asked.then((vote) => vote === null && forget(), forget);
  return asked;
}

async function read(call: Call, pollId: string): Promise<PublishedVote | null> {
  const { services, jurisdiction } = call;
  const bytes = (await services.storage.get(keyOf(jurisdiction, pollId), MOST_BYTES)) ?? (await madeUp(call, pollId));
  return bytes && { hash: sha256(bytes).toString('hex'), data: JSON.parse(Buffer.from(bytes).toString()) };
}

/** Votes that were published before there was such an object get theirs from the database. */
async function madeUp(call: Call, pollId: string): Promise<Uint8Array | null> {
  const found = await call.read(async (tx) => {
    const poll = await selectPoll(tx, call.jurisdiction, pollId);
    return poll?.published_at ? { poll, counts: await selectCounts(tx, call.jurisdiction, pollId) } : null;
  });
  return found && putResults(call, found.poll, found.counts);
}

/** An address that gives the object for some minutes; within five minutes it is the same, and what it gives may be kept for ever. */
export function resultsAddressOf({ services, jurisdiction }: Call, pollId: string): string {
  return services.storage.link(keyOf(jurisdiction, pollId), {
    type: TYPE,
    minutes: 30,
    steady: true,
    unchanging: true,
  });
}
