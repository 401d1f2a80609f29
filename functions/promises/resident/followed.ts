import type { Reply } from '../../../shared/kernel/procedure';
import type { followed as contract } from '../../../shared/promises/contract';
import type { Call, Person } from '../../platform/call';
import { selectFollowed } from '../queries';

export async function followed({ jurisdiction, caller, read }: Call<Person>): Promise<Reply<typeof contract>> {
  const { personId } = caller;
  return read(async (tx) => ({ promises: await selectFollowed(tx, { jurisdiction, personId }) }));
}
