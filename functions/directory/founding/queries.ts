import { sql } from 'kysely';
import type { Tx } from '../../platform/database';

/** The places of a county, in the order of the list. */
export async function selectDivisions(tx: Tx, divisionCode: string) {
  return tx
    .selectFrom('division')
    .select(['code', 'parent', 'name', 'level', 'position', 'pinyin'])
    .where('code', 'like', `${divisionCode}%`)
    .orderBy('position')
    .orderBy('code')
    .execute();
}

export type DivisionRow = Awaited<ReturnType<typeof selectDivisions>>[number];

/** Writes places, new ones and those that are there. A code that the county uses again is no former code of it any more. */
export async function upsertDivisions(tx: Tx, jurisdiction: string, rows: readonly DivisionRow[]): Promise<void> {
  if (!rows.length) return;
  await sql`
    insert into division (code, parent, name, level, position, pinyin)
    select code, parent, name, level, position, pinyin from jsonb_populate_recordset(null::division, ${JSON.stringify(rows)}::jsonb)
    on conflict (code) do update set parent = excluded.parent, name = excluded.name, position = excluded.position, pinyin = excluded.pinyin
    `.execute(tx);
  await tx
    .deleteFrom('former_division')
    .where('jurisdiction', '=', jurisdiction)
    .where(
      'code',
      'in',
      rows.map(({ code }) => code),
    )
    .execute();
}
