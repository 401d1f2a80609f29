import type { approve as contract } from '../../../shared/appraisals/contract';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { happen, lockMatter } from '../campaign';

export async function approve(
  call: Call<Person>,
  { id, version }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => ({
    state: await happen(tx, call, await lockMatter(tx, call, id, version), 'approved'),
  }));
}
