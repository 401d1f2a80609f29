import type { Day } from '../../shared/kernel/days';
import { countyDirectoryOf } from '../directory/public';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { hideFromDepartment, knownOf } from './content/hidden-words';
import { type CitedRow, selectCited, selectOfDeputy } from './queries/cited';
import { selectKnown } from './queries/known';

/** A request as it stands in what a deputy makes of it: no name, no number, no door. */
export type Cited = { id: string; title: string; words: string; placeName: string; on: Day; deputyId: string | null };

const MOST = 100;

/** What a deputy has, newest first. */
export async function citableBy(tx: Tx, call: Call, deputyId: string): Promise<Cited[]> {
  return cited(call, await selectOfDeputy(tx, call.jurisdiction, deputyId, MOST));
}

/** These, as far as their residents have not taken them back. */
export async function citedOf(tx: Tx, call: Call, ids: readonly string[]): Promise<Cited[]> {
  return cited(call, await selectCited(tx, call.jurisdiction, ids));
}

/** Whose these are, as far as they have an account. */
export async function residentsOf(tx: Tx, { jurisdiction }: Call, ids: readonly string[]) {
  const rows = await selectCited(tx, jurisdiction, ids);
  return rows.flatMap(({ id, resident_id }) => (resident_id ? [{ id, personId: resident_id }] : []));
}

/** What is known of who somebody is in each of these, also in those that were taken back: names, and what a clerk hid. */
export async function knownIn(
  tx: Tx,
  { jurisdiction }: Call,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const known = await selectKnown(tx, jurisdiction, ids);
  return new Map([...known].map(([id, matters]) => [id, knownOf(matters)]));
}

async function cited(call: Call, rows: readonly CitedRow[]): Promise<Cited[]> {
  const directory = await countyDirectoryOf(call);
  return rows.map((row) => ({
    id: row.id,
    title: hideFromDepartment(row.title, row),
    words: hideFromDepartment(row.words, row),
    placeName: directory.villageName(row.village),
    on: row.submitted_on,
    deputyId: row.deputy_id,
  }));
}
