import type { tryOut as contract } from '../../../shared/appraisals/contract';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { happen, lockMatter, readMatter } from '../campaign';

export async function tryOut(
  call: Call<Person>,
  { id, version, elder }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => {
    await happen(tx, call, await lockMatter(tx, call, id, version), 'tried', { elder });
    return (await readMatter(tx, call, id)).trials;
  });
}
