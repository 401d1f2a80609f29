import type { withdrawSetting as contract } from '../../../shared/directory/contract/office';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { decide } from './change';

/** Whoever proposed it takes it back. */
export function withdrawSetting(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  return decide(call, { id, event: 'withdrawn' });
}
