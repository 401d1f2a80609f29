import { type Expression, type RawBuilder, type SqlBool, sql, type Updateable } from 'kysely';
import type { Tx } from '../../platform/database';
import type { RequestTables } from '../tables';

/** The station of a matter that has none. */
export const NO_STATION = '00000000-0000-0000-0000-000000000000';

/** What of a request decides under what it is counted (`request_figures`); who changes one of these does it by `updateCounted`. */
export const COUNTED = [
  'village',
  'station_id',
  'category',
  'submitted_on',
  'state',
  'outcome',
  'claimed_on',
  'first_answered_on',
  'due_on',
  'merged_into',
] as const;

export const CHANGE = ['jurisdiction', 'village', 'station_id', 'month', 'category', 'what', 'key', 'change'] as const;

const NAMES = sql.join(COUNTED.map((name) => sql.ref(name)));

/** Lines of `request_figure_change`, of rows of a statement that have what is counted; so much for each. */
export function figureChanges(
  jurisdiction: string,
  ...moved: readonly { rows: string; was?: boolean; change: number }[]
) {
  const parts = moved.map(
    ({ rows, was, change }) =>
      sql`select ${sql.join(COUNTED.map((name) => sql`${sql.ref(was ? `was_${name}` : name)} as ${sql.ref(name)}`))}, ${change}::bigint as change from ${sql.table(rows)}`,
  );
  const lines: RawBuilder<unknown> = sql`
    select ${jurisdiction}, r.village, coalesce(r.station_id, ${NO_STATION}::uuid), date_trunc('month', r.submitted_on)::date, r.category, f.what, f.key, sum(r.change)
    from (${sql.join(parts, sql` union all `)}) r (${NAMES}, change),
      lateral request_figures(r.state, r.outcome, r.claimed_on, r.first_answered_on, r.submitted_on, r.due_on, r.merged_into is not null) f
    group by 2, 3, 4, 5, 6, 7 having sum(r.change) <> 0`;
  return lines;
}

type Row = Updateable<RequestTables['request']>;
type Changed = { [Name in keyof Row]: Row[Name] | Expression<unknown> };

/**
 * Changes requests, and notes down in the same statement what that moves in the figures (docs/decisions/0039-figures-are-kept-as-matters-move.md).
 * A column in `set` has its table before it. @returns how many
 */
export async function updateCounted(
  tx: Tx,
  jurisdiction: string,
  which: Expression<SqlBool>,
  set: Changed,
): Promise<number> {
  const { count } = await tx
    .with('was', (db) =>
      db
        .selectFrom('request')
        .select(['id', ...COUNTED])
        .where('jurisdiction', '=', jurisdiction)
        .where(which)
        .forUpdate(),
    )
    .with('moved', (db) =>
      db
        .updateTable('request')
        .from('was')
        .set(set as object)
        .where('request.jurisdiction', '=', jurisdiction)
        .whereRef('request.id', '=', 'was.id')
        .returning([
          ...COUNTED.map((name) => `request.${name}` as const),
          ...COUNTED.map((name) => `was.${name} as was_${name}` as const),
        ]),
    )
    .with('noted', (db) =>
      db
        .insertInto('request_figure_change')
        .columns(CHANGE)
        .expression(
          figureChanges(jurisdiction, { rows: 'moved', was: true, change: -1 }, { rows: 'moved', change: 1 }) as never,
        ),
    )
    .selectFrom('moved')
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
