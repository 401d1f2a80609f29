import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { settleSlip as contract } from '../../../shared/voting/contract';
import type { Call, Person } from '../../platform/call';
import { openBox } from '../open-box';
import { happen, takeInHand } from './in-hand';
import { intoBox } from './into-box';

const PASSES = { first: 1, second: 2 } as const;

/** The second person has the slip in hand and says which pass is right; or nobody guesses, and a third types it. Done again it is the same. */
export async function settleSlip(
  call: Call<Person>,
  { use, ...input }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const box = await openBox(call, input.id);
  const hand = await call.write(async (tx) => {
    const found = await takeInHand(tx, call, box, input);
    if (isDone(found.slip, found.facts.mine, use)) return found;
    const slip =
      use === 'third'
        ? await happen(tx, call, found, 'passedOn')
        : await happen(tx, call, found, 'chosen', { pass: PASSES[use] });
    return { ...found, slip };
  });
  const state = hand.slip.state === 'settled' ? await intoBox(call, box, hand) : hand.slip.state;
  return { state };
}

function isDone({ state, pass }: { state: string; pass: number | null }, mine: number | null, use: string): boolean {
  if (mine !== 2) return false;
  return use === 'third'
    ? state === 'third'
    : (state === 'settled' || state === 'entered') && pass === PASSES[use as 'first'];
}
