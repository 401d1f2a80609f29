import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { unmerge as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { happen } from '../lifecycle/happen';
import { lockMatter, type Matter } from '../lifecycle/matter';
import { dueWith, leave } from '../lifecycle/merged';
import { detailOf } from '../queries/events';
import { selectMembers } from '../queries/merges';
import type { RequestRow } from '../queries/requests';

/**
 * Taken out again (拆开): it is where it was, with its own days and with what had come along with it, and the other is due as if they had never been there.
 */
export async function unmerge(
  call: Call<Person>,
  { id, seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { event: seen, on: 'holder' });
    const own = await happen(tx, call, matter, 'unmerged');
    const { state, due_on: dueOn } = await takeAlong(tx, call, matter, own);
    await leave(tx, call, directory, matter.request);
    const entry = { personId: caller.personId, objectKind: 'request', objectId: id };
    const detail = { from: matter.request.merged_into ?? '' };
    await audit(tx, { jurisdiction, action: 'request_unmerged', ...entry, detail, now });
    return { state, dueOn };
  });
}

/** What came along with it, when it was merged, is handled with it again; the one that led loses that too. */
async function takeAlong(tx: Tx, call: Call<Person>, gone: Matter, own: RequestRow): Promise<RequestRow> {
  const { id, merged_into: led } = gone.request;
  const members = await selectMembers(tx, call.jurisdiction, led === null ? [] : [led]);
  const came: Matter[] = [];
  for (const one of members) if (one.came?.with === id) came.push(await lockMatter(tx, call, gone.directory, one.id));
  if (!came.length) return own;
  const others = came.length;
  const set = dueWith(
    own,
    came.map(({ request }) => request.due_on),
  );
  const lead = await happen(tx, call, await lockMatter(tx, call, gone.directory, id), 'gained', { others, set });
  for (const one of came) {
    // As it was before it came along: with what it had come to the one that is taken out.
    const [, before] = one.past.filter(({ kind }) => kind === 'merged').map(detailOf);
    const detail = { lead: id, ...(before?.with === undefined ? {} : { with: before.with }) };
    await happen(tx, call, { ...one, sides: ['clock'] }, 'merged', { others, detail, set: { merged_into: id } });
    await leave(tx, call, gone.directory, one.request);
  }
  return lead;
}
