import type { recusals as contract } from '../../../shared/assignments/contract';
import type { Workable } from '../../../shared/assignments/values';
import { dayOf } from '../../../shared/kernel/days';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { nameOfPerson } from '../../identity/public';
import type { Call, Person } from '../../platform/call';
import { pageOfRows, readCursor } from '../../platform/pages';
import { selectRecusals } from './queries';

/** Who stepped aside from what, newest first. */
export async function recusals(
  call: Call<Person>,
  { cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller } = call;
  const [after = null] = readCursor(cursor, 'id') ?? [];
  return call.read(async (tx) => {
    const { page, next } = pageOfRows(await selectRecusals(tx, jurisdiction, after), ({ id }) => [id]);
    const items = [];
    for (const { id, person_id, subject_context, subject_id, words, at } of page)
      items.push({
        id,
        name: await nameOfPerson(tx, jurisdiction, person_id),
        own: person_id === caller.personId,
        subject: { context: subject_context as Workable, id: subject_id },
        words,
        on: dayOf(at),
      });
    return { items, next };
  });
}
