import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { note as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

/** A private note between the deputy and the station (内部留言). Who is also the resident does not get to write one. */
export async function note(call: Call<Person>, { id, words }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    await happen(tx, call, matter, 'noted', { words });
    return { added: true };
  });
}
