import { sql } from 'kysely';
import { PAGE_SIZE } from '../../shared/kernel/pages';
import type { Tx } from '../platform/database';
import type { Schema } from '../platform/schema';

// Apart from the others, which everybody who signs in reads.

/** Roles as the office sees them. The person's own phone counts where the role was taken by invitation. */
function shown(tx: Tx, jurisdiction: string) {
  return tx
    .selectFrom('membership as m')
    .leftJoin('person as p', (join) =>
      join.onRef('p.jurisdiction', '=', 'm.jurisdiction').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['m.id', 'm.person_id', 'm.role', 'm.deputy_id', 'm.station_id', 'm.village', 'm.department_id', 'm.name'])
    .select([
      'm.source',
      'm.phone_cipher',
      'p.phone_cipher as own_phone_cipher',
      'm.invitation_expires_at',
      'm.granted_at',
    ])
    .leftJoin('second_factor as f', (join) =>
      join.onRef('f.jurisdiction', '=', 'm.jurisdiction').onRef('f.person_id', '=', 'm.person_id'),
    )
    .select(['f.since as factor_since', 'f.used_at as factor_used_at', 'f.locked_until'])
    .select(
      sql<number>`(
        select count(*)::int from second_factor_backup b
        where b.jurisdiction = f.jurisdiction and b.person_id = f.person_id)`.as('backup_left'),
    )
    .where('m.jurisdiction', '=', jurisdiction)
    .where('m.withdrawn_at', 'is', null);
}

/** One page, newest first; `before` is the last id of the page before. One row more than a page tells whether there is another. */
export async function selectMemberships(
  tx: Tx,
  jurisdiction: string,
  filter: { role: Schema['membership']['role']; words: string | undefined; before: string | null },
) {
  let query = shown(tx, jurisdiction).where('m.role', '=', filter.role);
  if (filter.words) query = query.where(sql<boolean>`strpos(m.name, ${filter.words}) > 0`);
  if (filter.before) query = query.where('m.id', '<', filter.before);
  return query
    .orderBy('m.id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
}

export async function selectMembership(tx: Tx, jurisdiction: string, id: string) {
  return shown(tx, jurisdiction).where('m.id', '=', id).executeTakeFirst();
}

export type MembershipRow = NonNullable<Awaited<ReturnType<typeof selectMembership>>>;
