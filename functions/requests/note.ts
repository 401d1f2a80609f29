import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { note as contract } from '../../shared/requests/contract';
import { namesOf } from '../directory/public';
import type { Call, Person } from '../platform/call';
import { viewersOf } from './access';
import { lockRequest } from './queries';
import { record } from './record';

/** A private note between the deputy and the station (内部留言). Who is also the resident does not get to write one. */
export async function note(call: Call<Person>, { id, words }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const names = await namesOf(call);
  return call.write(async (tx) => {
    const request = await lockRequest(tx, call.jurisdiction, id);
    const viewers = viewersOf(request, call, names);
    const [viewer] = viewers.filter((one) => one === 'deputy' || one === 'station');
    ensure(request && viewer, 'not_found');
    await record(tx, call, request, {
      kind: 'noted',
      words,
      deputyId: viewer === 'deputy' ? call.caller.deputyId : null,
    });
    return { added: true };
  });
}
