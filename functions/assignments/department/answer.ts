import type { answer as contract } from '../../../shared/assignments/contract';
import { isPromiseMissing } from '../../../shared/assignments/rules';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { act } from './act';

export async function answer(
  call: Call<Person>,
  { resultClass, words, promises, pictures, ...seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  ensure(!isPromiseMissing(resultClass, promises), 'promise_needed');
  return act(call, seen, 'answered', { resultClass, words, promised: promises, pictures });
}
