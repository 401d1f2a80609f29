import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { decline as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { actOnOwn } from './own';

export function decline(call: Call<Person>, seen: Input<typeof contract>): Promise<Reply<typeof contract>> {
  return actOnOwn(call, seen, 'declined', () => ({ state: 'declined' }));
}
