import type { ask as contract } from '../../../shared/assignments/contract';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { act } from './act';

export function ask(call: Call<Person>, { words, ...seen }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  return act(call, seen, 'asked', { words });
}
