import { sql } from 'kysely';
import { UNFINISHED } from '../../../shared/requests/states';
import type { Tx } from '../../platform/database';
import { NO_CONTACT } from './contacts';

/** How many matters are a person's, and how many of them somebody still has. */
export async function countOwn(tx: Tx, jurisdiction: string, personId: string) {
  const row = await tx
    .selectFrom('request')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.countAll<number>().filterWhere('state', 'in', UNFINISHED).as('open'),
    ])
    .where('jurisdiction', '=', jurisdiction)
    .where('resident_id', '=', personId)
    .executeTakeFirstOrThrow();
  return { count: Number(row.count), open: Number(row.open) };
}

/** The last of them. */
export async function selectOwnIds(tx: Tx, jurisdiction: string, personId: string, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('request')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('resident_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

type Whose = { personId: string; hashes: readonly Buffer[] };

/** How many a person entered for others, and how many somebody entered with the person's phone that are nobody's yet. */
export async function countEntered(tx: Tx, jurisdiction: string, { personId, hashes }: Whose) {
  const all = tx
    .selectFrom('request')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('jurisdiction', '=', jurisdiction);
  const entered = await all.where('entered_by', '=', personId).executeTakeFirstOrThrow();
  if (!hashes.length) return { entered: Number(entered.count), offered: 0 };
  const offered = await all
    .where('resident_id', 'is', null)
    .where('contact_hash', 'in', [...hashes])
    .executeTakeFirstOrThrow();
  return { entered: Number(entered.count), offered: Number(offered.count) };
}

/**
 * The name in every matter of theirs, and their phone wherever somebody wrote it down. What was said, and what became of it, stays; what covers
 * the name in it stays too.
 * @param named in which of them somebody wrote their name
 */
export async function forgetResident(
  tx: Tx,
  jurisdiction: string,
  { personId, hashes, named }: Whose & { named: readonly string[] },
): Promise<void> {
  await tx
    .updateTable('request')
    .set({
      hidden_words: sql`case when id = any(${[...named]}::uuid[]) and name <> all(hidden_words) then array_append(hidden_words, name) else hidden_words end`,
      name: null,
      // Who answers the hotline finds by it who called there.
      hotline_number: null,
      ...NO_CONTACT,
    })
    .where('jurisdiction', '=', jurisdiction)
    .where('resident_id', '=', personId)
    .execute();
  if (!hashes.length) return;
  await tx
    .updateTable('request')
    .set(NO_CONTACT)
    .where('jurisdiction', '=', jurisdiction)
    // Whose it is has none written down for them; the index is of the others.
    .where('resident_id', 'is', null)
    .where('contact_hash', 'in', [...hashes])
    .execute();
}
