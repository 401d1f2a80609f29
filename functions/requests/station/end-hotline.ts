import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { endHotline as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

const EVENTS = { answered: 'hotline_answered', failed: 'hotline_failed', undone: 'hotline_undone' } as const;

/** The hotline's result is the answer, and its resident says whether it is solved; or it goes on here where it lay, by the same day. */
export async function endHotline(
  call: Call<Person>,
  { id, seen, result, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { event: seen, on: 'holder' });
    const { state } = await happen(tx, call, matter, EVENTS[result], { words });
    return { state };
  });
}
