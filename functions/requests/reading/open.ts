import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { open as contract } from '../../../shared/requests/contract';
import { refusal, viewersOf } from '../../../shared/requests/lifecycle';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';
import { updateSeen } from '../queries/requests';

/** The deputy saw this round, or the resident its answer: written down the first time, so that the other side can see it. */
export async function open(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, now } = call;
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    const { request, facts, sides } = matter;
    const viewers = viewersOf(facts, sides);
    ensure(viewers.length, 'not_found');
    const may = (event: 'opened' | 'read') => refusal(event, facts, sides) === null;
    if (request.opened_at === null && may('opened')) await happen(tx, call, matter, 'opened');
    // While the resident has the word it is only no longer unread.
    else if (request.opened_at === null && viewers.includes('deputy'))
      await updateSeen(tx, jurisdiction, id, { opened_at: now, taken_at: request.taken_at ?? now });
    if (may('read')) await happen(tx, call, matter, 'read');
    return { opened: true };
  });
}
