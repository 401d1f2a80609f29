import type { answer as contract } from '../../../shared/assignments/contract';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { act } from './act';

export function answer(
  call: Call<Person>,
  { resultClass, words, pictures, ...seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return act(call, seen, 'answered', { resultClass, words, pictures });
}
