import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { shown as contract } from '../../../shared/promises/contract';
import type { Shown } from '../../../shared/promises/shown';
import type { Call } from '../../platform/call';
import { selectPromise } from '../queries';
import { showAll } from './show';

export async function shown(call: Call<null>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  return call.read(async (tx) => {
    const promise = await selectPromise(tx, call.jurisdiction, id);
    ensure(promise?.public, 'not_found');
    const [one] = await showAll(tx, call, [promise]);
    return one as Shown;
  });
}
