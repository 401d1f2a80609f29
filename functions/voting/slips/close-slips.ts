import type { KeyObject } from 'node:crypto';
import type { Call } from '../../platform/call';
import { readVoteKey, VoteKeyLost } from '../keys';
import { selectKeyHalf, selectPoll, updatePoll } from '../queries';
import { removeBallots, selectSlips, selectTicked, selectVoters, updateSlip } from '../queries-slips';
import { voterOf } from '../seal';
import { voterOfSlip } from './serial';

const PAGE = 2_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * The last that is done with the link key: ballots of phones whose owner took a slip are taken out (去掉重的), and slips whose ballot lies in the
 * box while its clerk never heard of it count as entered. Two at once do it once: what is taken out and how many it were is one transaction.
 * @throws VoteKeyLost where the key is gone and somebody took a slip: their phone's ballot can't be told from others, and would count besides
 */
export async function closeSlips(call: Call<null>, pollId: string): Promise<void> {
  const { jurisdiction, services, now } = call;
  const key = { jurisdiction, pollId, kind: 'link' } as const;
  const half = await call.read((tx) => selectKeyHalf(tx, key));
  const link = await readVoteKey(services, key, half);
  if (!link) return ensureNoDoubles(call, pollId);
  await removeDoubles(call, pollId, link);
  await call.write(async (tx) => {
    const of = { jurisdiction, pollId };
    const settled = await selectSlips(tx, of, ['settled']);
    const names = new Map(settled.map((slip) => [voterOfSlip(link, slip).toString('hex'), slip]));
    for (const voter of await selectVoters(
      tx,
      of,
      settled.map((slip) => voterOfSlip(link, slip)),
    )) {
      const slip = names.get(voter.toString('hex'));
      if (slip) await updateSlip(tx, jurisdiction, slip, { state: 'entered', changed_on: slip.changed_on });
    }
    await updatePoll(tx, jurisdiction, pollId, { slips_closed_at: now });
  });
}

/** Whoever destroyed the key since, at once with this, had taken them out before. */
async function ensureNoDoubles({ jurisdiction, read }: Call<null>, pollId: string): Promise<void> {
  const [poll, [ticked]] = await read((tx) =>
    Promise.all([selectPoll(tx, jurisdiction, pollId), selectTicked(tx, { jurisdiction, pollId }, FIRST, 1)]),
  );
  if (ticked && !poll?.slips_closed_at)
    throw new VoteKeyLost(`the link key of vote ${pollId} is gone: who took a slip and voted before would count twice`);
}

async function removeDoubles(call: Call<null>, pollId: string, link: KeyObject): Promise<void> {
  const of = { jurisdiction: call.jurisdiction, pollId };
  for (let after = FIRST; ; ) {
    const page = await call.write(async (tx) => {
      const ticked = await selectTicked(tx, of, after, PAGE);
      await removeBallots(
        tx,
        of,
        ticked.map(({ id }) => voterOf(link, id)),
      );
      return ticked;
    });
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
  }
}
