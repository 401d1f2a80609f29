import { PAGE_SIZE } from '../../../shared/kernel/pages';
import type { Tx } from '../../platform/database';

/** Looks at the phone of a person, in matters that are theirs. */
function looksOf(tx: Tx, jurisdiction: string, personId: string) {
  return tx
    .selectFrom('request as r')
    .innerJoin('request_event as e', (join) =>
      join.onRef('e.jurisdiction', '=', 'r.jurisdiction').onRef('e.request_id', '=', 'r.id'),
    )
    .where('r.jurisdiction', '=', jurisdiction)
    .where('r.resident_id', '=', personId)
    .where('e.kind', '=', 'phone_seen');
}

/** One page, the last first; `before` is the last id of the page before. One row more than a page tells whether there is another. */
export async function selectLooks(
  tx: Tx,
  jurisdiction: string,
  personId: string,
  before: string | null,
  most: number = PAGE_SIZE,
) {
  const looks = looksOf(tx, jurisdiction, personId).select([
    'e.id',
    'e.at',
    'e.words',
    'e.detail',
    'e.request_id',
    'r.title',
  ]);
  const page = before === null ? looks : looks.where('e.id', '<', before);
  return page
    .orderBy('e.id', 'desc')
    .limit(most + 1)
    .execute();
}

export type LookRow = Awaited<ReturnType<typeof selectLooks>>[number];

/** How often since then. */
export async function countLooks(tx: Tx, jurisdiction: string, personId: string, since: Date): Promise<number> {
  const row = await looksOf(tx, jurisdiction, personId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('e.at', '>=', since)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
