import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { awaitHotline as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { ensureNumberFree } from '../lifecycle/hotline';
import { lockMatter } from '../lifecycle/matter';

/** The station leaves it to the hotline, where it is pending: nobody here is given it meanwhile, and the clock goes on. */
export async function awaitHotline(
  call: Call<Person>,
  { id, seen, number }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { event: seen, on: 'holder' });
    const { state: lay } = matter.request;
    const request = await happen(tx, call, matter, 'hotline_awaited', {
      detail: { lay },
      set: { hotline_number: number },
    });
    await ensureNumberFree(tx, call, id, number);
    return { state: request.state };
  });
}
