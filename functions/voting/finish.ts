import type { Definition } from '../../shared/voting/definition';
import type { Call } from '../platform/call';
import { destroyKey, readVoteKey, VoteKeyLost } from './keys';
import { deleteBallots, lockPoll, selectKeyHalf, selectPoll, updatePoll } from './queries';
import { closeSlips } from './slips/close-slips';

/** How far a vote is on its way from the close to its result. */
export type Progress = 'open' | 'settling' | 'counted';

/**
 * A ballot that was let in before the close may still be on its way to the disk: no statement lasts longer than 15 s (platform/database.ts),
 * and nothing is counted before the last of them must have ended.
 */
const SETTLE_MS = 30_000;

/**
 * Brings a vote on as far as it can be brought now; whoever calls again goes on where it stopped, and of two at once one waits. In this
 * order: shut; what a phone cast whose owner took a slip taken out; the link key destroyed, so that no ballot leads to anybody any more;
 * counted; the seal key destroyed and the box emptied.
 * @throws VoteKeyLost where the seal key is gone: the ballots are there, and nobody can open them; or the link key, and somebody took a slip;
 * StorageAway
 */
export async function finish(call: Call<null>, pollId: string): Promise<Progress> {
  const { jurisdiction, now } = call;
  const poll = await call.write(async (tx) => {
    const poll = await lockPoll(tx, jurisdiction, pollId);
    if (!poll) throw new Error(`there is no vote ${pollId}`);
    if (poll.closed_at || poll.closes_at > now) return poll;
    await updatePoll(tx, jurisdiction, pollId, { closed_at: poll.closes_at });
    return { ...poll, closed_at: poll.closes_at };
  });
  if (!poll.closed_at) return 'open';
  if (now.getTime() < poll.closed_at.getTime() + SETTLE_MS) return 'settling';
  if (!poll.link_destroyed_at) {
    if (!poll.slips_closed_at) await closeSlips(call, pollId);
    await destroyKey(call, pollId, 'link');
    await call.write((tx) => updatePoll(tx, jurisdiction, pollId, { link_destroyed_at: now }));
  }
  if (!poll.counted_at) await count(call, pollId, JSON.parse(poll.definition));
  await emptyBox(call, pollId);
  return 'counted';
}

async function count(call: Call<null>, pollId: string, definition: Definition): Promise<void> {
  const { services, jurisdiction } = call;
  const key = { jurisdiction, pollId, kind: 'seal' } as const;
  const half = await call.read((tx) => selectKeyHalf(tx, key));
  const seal = await readVoteKey(services, key, half);
  if (!seal) return ensureCounted(call, pollId);
  // The search of what has to be hidden is heavy, and no phone waits for it.
  const { countBox } = await import('./count-box');
  await countBox(call, { pollId, definition, seal });
}

/** Whoever destroyed the key since, at once with this, had counted before. */
async function ensureCounted({ jurisdiction, read }: Call<null>, pollId: string): Promise<void> {
  const poll = await read((tx) => selectPoll(tx, jurisdiction, pollId));
  if (!poll?.counted_at) throw new VoteKeyLost(`the seal key of vote ${pollId} is gone: its ballots cannot be opened`);
}

/** What nobody can open any more takes no room. */
async function emptyBox(call: Call<null>, pollId: string): Promise<void> {
  const { jurisdiction } = call;
  const half = await call.read((tx) => selectKeyHalf(tx, { jurisdiction, pollId, kind: 'seal' }));
  if (half) await destroyKey(call, pollId, 'seal');
  const of = { jurisdiction, poll_id: pollId };
  for (let after: Buffer | null = Buffer.alloc(0); after; ) {
    const behind: Buffer = after;
    after = await call.write((tx) => deleteBallots(tx, of, behind));
  }
}
