import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { sayDone as contract } from '../../../shared/promises/contract';
import type { Call, Person } from '../../platform/call';
import { happen } from '../happen';
import { lockMatter } from '../matter';
import { workOne } from '../reading/show';

export async function sayDone(
  call: Call<Person>,
  { id, version, words, link, pictures }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, id, version);
    return workOne(tx, call, await happen(tx, call, matter, 'said_done', { words, link, pictures }));
  });
}
