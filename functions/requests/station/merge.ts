import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { merge as contract } from '../../../shared/requests/contract';
import { MOST_MERGED } from '../../../shared/requests/limits';
import { countyDirectoryOf } from '../../directory/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { asksFirst } from '../lifecycle/higher';
import { lockMatter, type Matter } from '../lifecycle/matter';
import { dueWith, lockAll, mergedInto } from '../lifecycle/merged';

/**
 * Others are handled with this one (合成一件), and what is merged into them along with them. Their rows are locked first, all in the order of their ids: of
 * two clerks who merge the same the other way round the second hears what the first did.
 */
export async function merge(
  call: Call<Person>,
  { id, seen, from }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const directory = await countyDirectoryOf(call);
  const ids = [...new Set(from.map((one) => one.id))];
  return call.write(async (tx) => {
    ensure(ids.length === from.length && !ids.includes(id), 'not_found');
    await lockAll(tx, call, [id, ...ids]);
    const lead = await lockMatter(tx, call, directory, id, { event: seen, on: 'holder' });
    const joining: Matter[] = [];
    for (const one of from)
      joining.push(await lockMatter(tx, call, directory, one.id, { event: one.seen, on: 'holder' }));
    const there = await mergedInto(tx, call, [id]);
    const along = await mergedInto(tx, call, ids);
    const others = there.length + joining.length + along.length;
    ensure(others <= MOST_MERGED, 'too_many_merged');

    const rows = [...joining.map(({ request }) => request), ...along];
    const due = dueWith(
      lead.request,
      rows.map(({ due_on, own_due_on }) => own_due_on ?? due_on),
    );
    const isSaid = rows.some((row) => row.id === lead.request.same_as);
    const same = isSaid ? { same_as: null } : {};
    const request = await happen(tx, call, lead, 'gained', { others, set: { ...due, ...same } });
    // Whoever has it would read what each of them said to somebody near, and nobody asked them.
    const { deputy_id: reader } = request;
    ensure(reader === null || !rows.some((row) => asksFirst(directory, row, reader)), 'asks_each');
    for (const one of joining) {
      const { own_due_on: own } = one.request;
      const back = own === null ? {} : { due_on: own, own_due_on: null };
      await happen(tx, call, one, 'merged', {
        others,
        detail: { lead: id },
        set: { merged_into: id, same_as: null, ...back },
      });
    }
    for (const row of along) {
      const one = await lockMatter(tx, call, directory, row.id);
      await happen(tx, call, { ...one, sides: ['clock'] }, 'merged', {
        others,
        detail: { lead: id, with: row.merged_into },
        set: { merged_into: id },
      });
    }
    const entry = { personId: caller.personId, objectKind: 'request', objectId: id, detail: { from: ids.join(' ') } };
    await audit(tx, { jurisdiction, action: 'request_merged', ...entry, now });
    return { others, dueOn: request.due_on, merged: joining.map(newestOf) };
  });
}

/** What of it the caller saw, or did themselves: from there on somebody else may be faster. */
function newestOf({ request: { id }, past }: Matter) {
  return { id, seen: past[0]?.id ?? id };
}
