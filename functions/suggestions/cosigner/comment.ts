import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { comment as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { actOnOwn } from './own';

/** Said again, the last counts; the words stand with the name alone, and not in the history. */
export function comment(
  call: Call<Person>,
  { id, attitude, result, words = '' }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return actOnOwn(call, { id }, 'commented', ({ suggestion: { round } }) => ({
    round,
    attitude,
    result,
    words: words || null,
  }));
}
