import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { mark as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';

export function mark(
  call: Call<Person>,
  { on, words, ...seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return act(call, seen, on ? 'marked' : 'unmarked', { words: words ?? null, set: { marked: on } });
}
