import { sql } from 'kysely';
import { UNFINISHED } from '../../../shared/requests/states';
import type { Tx } from '../../platform/database';
import { type Moves, movesAs } from '../../platform/moves';
import { updateCounted } from './counted';

/** How many matters of the county somebody still has. */
export async function countUnfinished(tx: Tx, jurisdiction: string): Promise<number> {
  const row = await tx
    .selectFrom('request')
    .select(sql<number>`count(*)`.as('count'))
    .where('jurisdiction', '=', jurisdiction)
    .where('state', 'in', UNFINISHED)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Moves every deadline of what somebody still has by days: a county was closed and nobody could keep one. */
export async function putOff(tx: Tx, jurisdiction: string, days: number): Promise<void> {
  if (days === 0) return;
  await updateCounted(tx, jurisdiction, sql`state in (${sql.join(UNFINISHED)})`, {
    due_on: sql`request.due_on + ${days}::int`,
    own_due_on: sql`request.own_due_on + ${days}::int`,
    lapses_on: sql`request.lapses_on + ${days}::int`,
  });
}

/** Matters follow their village to its new code. @returns how many */
export async function recodeVillages(tx: Tx, jurisdiction: string, moves: Moves): Promise<number> {
  await sql`
    update board_matter set village = m.to from ${movesAs(moves)}
    where board_matter.jurisdiction = ${jurisdiction} and board_matter.village = m.from`.execute(tx);
  return updateCounted(tx, jurisdiction, sql`village in (select m.from from ${movesAs(moves)})`, {
    village: sql`(select m.to from ${movesAs(moves)} where m.from = request.village)`,
  });
}
