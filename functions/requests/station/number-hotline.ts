import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { numberHotline as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { ensureNumberFree } from '../lifecycle/hotline';
import { lockMatter } from '../lifecycle/matter';

/** Writes down the number of its work order at the hotline, so that the same is not handled twice; or takes it away again. */
export async function numberHotline(
  call: Call<Person>,
  { id, number }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    const event = number === null ? 'hotline_unnumbered' : 'hotline_numbered';
    const set = { hotline_number: number };
    await happen(tx, call, matter, event, { set });
    if (number !== null) await ensureNumberFree(tx, call, id, number);
    return { number };
  });
}
