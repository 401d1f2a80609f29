import type { Closing } from '../../shared/voting/results';
import type { Tx } from '../platform/database';
import { lockPoll, updatePoll } from './queries';

/**
 * Ballots are taken until another moment. Each of them asks the row for it, so nobody who remembers the vote takes one too late, and none that is
 * let in is too early.
 */
export async function movePollClose(
  tx: Tx,
  { jurisdiction, pollId, closing }: { jurisdiction: string; pollId: string; closing: Closing },
): Promise<void> {
  const poll = await lockPoll(tx, jurisdiction, pollId);
  if (!poll || poll.closed_at) throw new Error(`vote ${pollId} is not open`);
  const closings = JSON.stringify([...poll.closings, closing]);
  await updatePoll(tx, jurisdiction, pollId, { closes_at: new Date(closing.to), closings });
}
