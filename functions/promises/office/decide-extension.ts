import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { decideExtension as contract } from '../../../shared/promises/contract';
import type { Call, Person } from '../../platform/call';
import { happen } from '../happen';
import { lockMatter } from '../matter';
import { workOne } from '../reading/show';

export async function decideExtension(
  call: Call<Person>,
  { id, version, granted, reason }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, id, version);
    return workOne(
      tx,
      call,
      await happen(tx, call, matter, granted ? 'extension_granted' : 'extension_refused', { words: reason }),
    );
  });
}
