import type { withdrawPart as contract } from '../../../shared/assignments/contract';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happenToPart } from './happen';
import { lockPartMatter } from './matter';
import { shownPart } from './show';

/** By the lead or by whoever assigned it, while nothing was given. Of what was asked they read nothing more. */
export async function withdrawPart(
  call: Call<Person>,
  { id, version }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => {
    const matter = await lockPartMatter(tx, call, id, version);
    const after = await happenToPart(tx, call, matter, 'withdrawn');
    const directory = await countyDirectoryOf(call);
    return shownPart(call, after, directory, { sides: matter.sides, read: () => null });
  });
}
