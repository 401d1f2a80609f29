import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { spoilSlip as contract } from '../../../shared/voting/contract';
import type { Call, Person } from '../../platform/call';
import { openBox } from '../open-box';
import { comeBack, happen, takeInHand } from './in-hand';

/** The first who says that a slip counts for nothing says why; the second makes it so. */
export async function spoilSlip(
  call: Call<Person>,
  { reason, handedOut, ...input }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const box = await openBox(call, input.id);
  const { personId } = call.caller;
  return call.write(async (tx) => {
    const found = await takeInHand(tx, call, box, input);
    const { slip, facts } = found;
    const signed = slip.spoil_by === personId || slip.spoil_with === personId;
    // Sent again.
    if (slip.state === 'spoiled' && signed) return { state: slip.state };
    const hand = handedOut ? await comeBack(tx, call, found) : found;
    const { state } =
      facts.spoiling === 'another'
        ? await happen(tx, call, hand, 'spoiled', { spoil_with: personId })
        : await happen(tx, call, hand, 'spoilSaid', { spoil_by: personId, spoil_reason: reason });
    return { state };
  });
}
