import type { Services } from '../platform/call';
import type { Tx } from '../platform/database';
import { type CastEnd, type CastRow, insertBallots } from './queries';

type Waiting = { row: CastRow; done: (end: CastEnd) => void; failed: (error: unknown) => void };
/** What waits for the statement that is under way in one county. */
type Queue = { waiting: Waiting[]; running: number };

const queues = new WeakMap<Services, Map<string, Queue>>();
/** While one commits the next gathers; more at once would only make each smaller. */
const AT_ONCE = 1;
const MOST = 256;

/**
 * Puts a ballot into the box and comes back when it is committed. Where many come at once, everything that arrived while the last
 * statements were under way goes in one; in a function instance that is one ballot.
 * @throws DatabaseAway; then nobody knows whether it lies there, and sending it again is right
 */
export function putIntoBox(services: Services, jurisdiction: string, row: CastRow): Promise<CastEnd> {
  const byCounty = queues.get(services) ?? new Map<string, Queue>();
  queues.set(services, byCounty);
  const queue = byCounty.get(jurisdiction) ?? { waiting: [], running: 0 };
  byCounty.set(jurisdiction, queue);
  return new Promise((done, failed) => {
    queue.waiting.push({ row, done, failed });
    if (queue.running < AT_ONCE) void drain(services, jurisdiction, queue);
  });
}

async function drain(services: Services, jurisdiction: string, queue: Queue): Promise<void> {
  queue.running += 1;
  while (queue.waiting.length) {
    const batch = takeBatch(queue);
    try {
      const rows = batch.map(({ row }) => row);
      const write = (tx: Tx) => insertBallots(tx, jurisdiction, rows);
      const ends = await services.ballots.inTenant(jurisdiction, write, 'one write');
      for (const { row, done } of batch) done(ends.get(row.voter.toString('hex')) ?? 'not_open');
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }
  queue.running -= 1;
}

/** The next ones, of which no two are of one voter: the second of those goes with the statement after. */
function takeBatch(queue: Queue): Waiting[] {
  const voters = new Set<string>();
  const batch: Waiting[] = [];
  const left: Waiting[] = [];
  for (const one of queue.waiting) {
    const voter = one.row.voter.toString('hex');
    if (batch.length >= MOST || voters.has(voter)) left.push(one);
    else batch.push(one);
    voters.add(voter);
  }
  queue.waiting = left;
  return batch;
}
