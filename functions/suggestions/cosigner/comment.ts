import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { comment as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';
import { updateCosigner } from '../queries';

/** Said again, the last counts; the words stand with the name alone, and not in the history. */
export function comment(
  call: Call<Person>,
  { id, attitude, result, words = '' }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return act(call, { id }, 'commented', async (tx, { sides, suggestion: { round } }) => {
    const { deputyId } = call.caller;
    if (deputyId !== null && sides.includes('cosigner')) {
      const said = { round, attitude, result, words: words || null, changed_at: call.now };
      await updateCosigner(tx, call.jurisdiction, { id, deputyId }, said);
    }
    return {};
  });
}
