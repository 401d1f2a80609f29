import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { withdrawConsent as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import { writeAndMove } from '../../pictures/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

/** Takes back that others may see it: at once, whatever the station decided, and the station can't publish it again. */
export async function withdrawConsent(
  call: Call<Person>,
  { id }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return writeAndMove(call, async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    const gone = { public_title: null, public_words: null, public_answer: null, published_at: null };
    await happen(tx, call, matter, 'consent_withdrawn', { set: { openness: 'handlers', ...gone } });
    return { hidden: true };
  });
}
