import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { urge as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';

export function urge(call: Call<Person>, { id, words }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  return act(call, { id }, 'urged', { words: words ?? null });
}
