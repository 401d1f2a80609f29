import { sql } from 'kysely';
import { addDays, SOON_DAYS } from '../../../shared/kernel/days';
import { PAGE_SIZE } from '../../../shared/kernel/pages';
import { isIn, OPEN, STATE_NAMES, type State, WAITING_FOR_DEPUTY } from '../../../shared/requests/states';
import type { Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import type { RequestTables } from '../tables';
import { RETURNS } from './assigned';
import { SPOKEN } from './events';

/** What a person holds by which they may have entered something for others. */
type Holder = Pick<Person, 'villages' | 'stationIds' | 'admin'>;

/** What is handled with another lies in nobody's list until it is answered. */
const LIES = sql<boolean>`(merged_into is null or not state = any(${OPEN}::text[]))`;

const LINE = ['id', 'tracking_number', 'title', 'state', 'outcome', 'round', 'deputy_id', 'department_id'] as const;
const DATES = ['submitted_on', 'due_on', 'answered_on', 'closed_on', 'lapses_on', 'changed_at'] as const;

/** One page of a resident's requests in a state, or of those somebody entered for others; newest first. */
export async function selectMine(
  tx: Tx,
  jurisdiction: string,
  whose: { resident_id: string } | { entered_by: string; holder: Holder },
  state: State,
  after: string[] | null,
) {
  const [column, id] = Object.entries(whose)[0] as ['resident_id' | 'entered_by', string];
  let query = tx
    .selectFrom('request')
    .select([...LINE, ...DATES, 'entered_by', 'name', 'hotline_number', 'merged_into', RETURNS.as('returns')])
    .where('jurisdiction', '=', jurisdiction)
    .where(column, '=', id)
    .where('state', '=', state);
  if ('holder' in whose && !whose.holder.admin) {
    const { villages, stationIds } = whose.holder;
    query = query.where(sql<boolean>`(village = any(${villages}::text[]) or station_id = any(${stationIds}::uuid[]))`);
  }
  if (after) query = query.where('id', '<', after[0] as string);
  return query
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
}

const INBOX = [
  ...LINE,
  ...DATES,
  'name',
  'name_for',
  'village',
  'opened_at',
  sql<string>`left(words, 80)`.as('excerpt'),
] as const;

export type MineRow = Awaited<ReturnType<typeof selectMine>>[number];

/** One page of a deputy's inbox: what waits for the deputy by due day, the rest by what changed last. */
export async function selectInbox(
  tx: Tx,
  jurisdiction: string,
  deputyId: string,
  state: State,
  after: string[] | null,
) {
  const query = tx
    .selectFrom('request')
    .select(INBOX)
    .where('jurisdiction', '=', jurisdiction)
    .where('deputy_id', '=', deputyId)
    .where('state', '=', state)
    .where(LIES)
    // Withdrawn before the deputy looked.
    .where('outcome', 'is distinct from', 'withdrawn')
    .limit(PAGE_SIZE + 1);
  if (isIn(state, WAITING_FOR_DEPUTY)) {
    const later = after ? query.where(sql<boolean>`(due_on, id) > (${after[0]}::date, ${after[1]}::uuid)`) : query;
    return later.orderBy('due_on').orderBy('id').execute();
  }
  const earlier = after
    ? query.where(sql<boolean>`(changed_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    : query;
  return earlier.orderBy('changed_at', 'desc').orderBy('id', 'desc').execute();
}

export type InboxRow = Awaited<ReturnType<typeof selectInbox>>[number];

/**
 * What a deputy of these villages may take: nobody's yet, or of one of the deputies who can't answer. Most urgent first. Nothing of their own,
 * nor what they have spoken on for its resident (decision 14): they could not take it.
 */
export async function selectUnassigned(
  tx: Tx,
  jurisdiction: string,
  group: { personId: string; villages: readonly string[]; covered: readonly string[] },
  after: string[] | null,
  limit = PAGE_SIZE + 1,
) {
  const part = (whose: 'nobody' | 'covered') => {
    let query = tx
      .selectFrom('request')
      .select(INBOX)
      .where('jurisdiction', '=', jurisdiction)
      .where('state', 'in', WAITING_FOR_DEPUTY)
      .where('village', 'in', group.villages)
      .where(LIES)
      .where(isNotOnResidentsSide(group.personId))
      .orderBy('due_on')
      .orderBy('id')
      .limit(limit);
    query = whose === 'nobody' ? query.where('deputy_id', 'is', null) : query.where('deputy_id', 'in', group.covered);
    return after ? query.where(sql<boolean>`(due_on, id) > (${after[0]}::date, ${after[1]}::uuid)`) : query;
  };
  if (!group.villages.length) return [];
  const rows = await part('nobody').execute();
  if (!group.covered.length) return rows;
  const covered = await part('covered').execute();
  const key = (row: (typeof rows)[number]) => `${row.due_on} ${row.id}`;
  return [...rows, ...covered].sort((a, b) => (key(a) < key(b) ? -1 : 1)).slice(0, limit);
}

/** As `isOnResidentsSide` asks of one request. */
function isNotOnResidentsSide(personId: string) {
  return sql<boolean>`(coalesce(resident_id, entered_by) <> ${personId} and not exists (
    select from request_event e where e.jurisdiction = request.jurisdiction and e.request_id = request.id
      and e.person_id = ${personId} and ${SPOKEN}))`;
}

export const COUNT_LIMIT = 100;

type Owner = { resident_id: string } | { deputy_id: string };

/** How many requests a person has in each state, each counted to a hundred at the most. */
export async function countStates(tx: Tx, jurisdiction: string, owner: Owner): Promise<Record<State, number>> {
  const [column, id] = Object.entries(owner)[0] as [keyof RequestTables['request'], string];
  const inState = (state: State) =>
    sql<string>`(select count(*) from (select 1 from request where jurisdiction = ${jurisdiction} and ${sql.ref(column)} = ${id} and state = ${state}${column === 'deputy_id' ? sql` and ${LIES}` : sql``} limit ${COUNT_LIMIT}) s)`;
  const counted = STATE_NAMES.map((state) => sql`${inState(state)} as ${sql.ref(state)}`);
  const { rows } = await sql<Record<State, string>>`select ${sql.join(counted)}`.execute(tx);
  return Object.fromEntries(STATE_NAMES.map((state) => [state, Number(rows[0]?.[state])])) as Record<State, number>;
}

/** How many wait for the deputy's answer today, how many from today to soon, and how many are past their day. */
export async function countDue(
  tx: Tx,
  jurisdiction: string,
  deputyId: string,
  today: string,
): Promise<{ dueToday: number; dueSoon: number; late: number }> {
  const row = await tx
    .selectFrom('request')
    .select([
      sql<string>`count(*) filter (where due_on = ${today}::date)`.as('due_today'),
      sql<string>`count(*) filter (where due_on >= ${today}::date)`.as('due_soon'),
      sql<string>`count(*) filter (where due_on < ${today}::date)`.as('late'),
    ])
    .where('jurisdiction', '=', jurisdiction)
    .where('deputy_id', '=', deputyId)
    .where('state', 'in', WAITING_FOR_DEPUTY)
    .where(LIES)
    .where('due_on', '<=', addDays(today, SOON_DAYS))
    .executeTakeFirstOrThrow();
  return { dueToday: Number(row.due_today), dueSoon: Number(row.due_soon), late: Number(row.late) };
}
