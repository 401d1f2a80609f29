import type { memberships as contract } from '../../shared/identity/contract';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { countyDirectoryOf } from '../directory/public';
import type { Call, Person } from '../platform/call';
import { pageOfRows, readCursor } from '../platform/pages';
import { membershipOf } from './membership';
import { selectMemberships } from './queries-shown-memberships';

/** Who holds or was given a role, newest first; by a part of their name. */
export async function memberships(
  call: Call<Person>,
  { role, words, cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const before = readCursor(cursor, 'id')?.[0] ?? null;
  const rows = await call.read((tx) => selectMemberships(tx, call.jurisdiction, { role, words, before }));
  const names = await countyDirectoryOf(call);
  const { page, next } = pageOfRows(rows, ({ id }) => [id]);
  return { items: page.map((row) => membershipOf(call, names, row)), next };
}
