import type { KeyObject } from 'node:crypto';
import type { Call } from '../../platform/call';
import { readVoteKey } from '../keys';
import { selectKeyHalf } from '../queries';
import { removeBallots, selectSlips, selectTicked, selectVoters, updateSlip } from '../queries-slips';
import { voterOf } from '../seal';
import { voterOfSlip } from './serial';

const PAGE = 2_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * The last that is done with the link key: ballots of phones whose owner took a slip in the same moment are taken out (去掉重的), and slips whose
 * ballot lies in the box while its clerk never heard of it count as entered. Without the key, which was lost, neither can be; nobody could
 * hand out or type a slip since.
 */
export async function closeSlips(call: Call<null>, pollId: string): Promise<void> {
  const { jurisdiction, services } = call;
  const key = { jurisdiction, pollId, kind: 'link' } as const;
  const half = await call.read((tx) => selectKeyHalf(tx, key));
  const link = await readVoteKey(services, key, half);
  if (!link) return;
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
  });
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
