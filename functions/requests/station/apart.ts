import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { apart as contract } from '../../../shared/requests/contract';
import { isHandledBy } from '../../../shared/requests/lifecycle';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';
import { lockAll } from '../lifecycle/merged';
import { insertApart } from '../queries/merged';
import { selectRequest } from '../queries/requests';

/** Two are not the same (不是一件): they are not put side by side again, and whoever said of one that it is the other is told. */
export async function apart(
  call: Call<Person>,
  { id, other }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    ensure(id !== other, 'not_found');
    await lockAll(tx, call, [id, other]);
    const both = [await lockMatter(tx, call, directory, id), await lockMatter(tx, call, directory, other)] as const;
    for (const { facts, sides } of both) ensure(sides.includes('station') && isHandledBy(facts, sides), 'not_found');
    await insertApart(tx, jurisdiction, [id, other], { personId: caller.personId, now });
    for (const [one, than] of [
      [both[0], both[1].request],
      [both[1], both[0].request],
    ] as const) {
      const { same_as: said } = one.request;
      const meant = said === null ? null : await selectRequest(tx, jurisdiction, said);
      // What is meant may be handled with the other by now.
      if (meant && [meant.id, meant.merged_into].includes(than.id))
        await happen(tx, call, one, 'kept_apart', { set: { same_as: null } });
    }
    return { apart: true };
  });
}
