import { type Insertable, sql } from 'kysely';
import { PAGE_SIZE } from '../../shared/kernel/pages';
import { type EventKind, STATES, type State } from '../../shared/requests/contract';
import type { Person } from '../platform/call';
import type { Tx } from '../platform/database';
import type { Schema } from '../platform/schema';

/** What a person holds by which they may have entered something for others. */
export type Holder = Pick<Person, 'personId' | 'villages' | 'stationIds' | 'admin'>;

type NewRequest = Insertable<Schema['request']>;
type NewEvent = Insertable<Schema['request_event']>;

/**
 * Writes a request with its first events and what it can be found by (`gramsOf`) in one statement.
 * @returns false when the tracking number is taken in this county; nothing was written then
 */
export async function insertRequest(
  tx: Tx,
  request: NewRequest,
  events: NewEvent[],
  grams: readonly string[],
): Promise<boolean> {
  const row = await tx
    .with('r', (db) =>
      db
        .insertInto('request')
        .values(request)
        .onConflict((conflict) => conflict.columns(['jurisdiction', 'tracking_number']).doNothing())
        .returning('id'),
    )
    .with('s', (db) =>
      db
        .insertInto('request_search')
        .columns(['jurisdiction', 'request_id', 'station_id', 'grams'])
        .expression((eb) =>
          eb
            .selectFrom('r')
            .select([
              sql.val(request.jurisdiction).as('jurisdiction'),
              'r.id as request_id',
              sql`${request.station_id ?? null}::uuid`.as('station_id'),
              sql`array_to_tsvector(${grams}::text[])`.as('grams'),
            ]),
        ),
    )
    .with('e', (db) =>
      db
        .insertInto('request_event')
        .columns([
          'jurisdiction',
          'request_id',
          'id',
          'round',
          'kind',
          'person_id',
          'deputy_id',
          'words',
          'detail',
          'at',
        ])
        .expression((eb) =>
          events
            .map((event) =>
              eb
                .selectFrom('r')
                .select([
                  sql.val(event.jurisdiction).as('jurisdiction'),
                  'r.id as request_id',
                  sql`${event.id}::uuid`.as('id'),
                  sql`${event.round}::int`.as('round'),
                  sql.val(event.kind).as('kind'),
                  sql`${event.person_id}::uuid`.as('person_id'),
                  sql`${event.deputy_id ?? null}::uuid`.as('deputy_id'),
                  sql`${event.words}::text`.as('words'),
                  sql`${event.detail}::jsonb`.as('detail'),
                  sql`${event.at}::timestamptz`.as('at'),
                ]),
            )
            .reduce((all, one) => all.unionAll(one) as typeof all),
        ),
    )
    .selectFrom('r')
    .select('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** @returns false when the event is there already (seen once a round) */
export async function insertEvent(tx: Tx, event: NewEvent): Promise<boolean> {
  const row = await tx
    .insertInto('request_event')
    .values(event)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

const LINE = ['id', 'tracking_number', 'title', 'state', 'outcome', 'round', 'deputy_id'] as const;
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
    .select([...LINE, ...DATES, 'entered_by', 'name'])
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
    // Withdrawn before the deputy looked.
    .where('outcome', 'is distinct from', 'withdrawn')
    .limit(PAGE_SIZE + 1);
  if (state === 'with_deputy') {
    const later = after ? query.where(sql<boolean>`(due_on, id) > (${after[0]}::date, ${after[1]}::uuid)`) : query;
    return later.orderBy('due_on').orderBy('id').execute();
  }
  const earlier = after
    ? query.where(sql<boolean>`(changed_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    : query;
  return earlier.orderBy('changed_at', 'desc').orderBy('id', 'desc').execute();
}

export type InboxRow = Awaited<ReturnType<typeof selectInbox>>[number];

/** What any deputy of these villages may take: nobody's yet, or of one of the deputies who can't answer. Most urgent first. */
export async function selectShared(
  tx: Tx,
  jurisdiction: string,
  group: { villages: readonly string[]; covered: readonly string[] },
  after: string[] | null,
  limit = PAGE_SIZE + 1,
) {
  const part = (whose: 'nobody' | 'covered') => {
    let query = tx
      .selectFrom('request')
      .select(INBOX)
      .where('jurisdiction', '=', jurisdiction)
      .where('state', '=', 'with_deputy')
      .where('village', 'in', group.villages)
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

export const COUNT_LIMIT = 100;

type Owner = { resident_id: string } | { deputy_id: string };

/** How many requests a person has in each state, each counted to a hundred at the most. */
export async function countStates(tx: Tx, jurisdiction: string, owner: Owner): Promise<Record<State, number>> {
  const [column, id] = Object.entries(owner)[0] as [keyof Schema['request'], string];
  const inState = (state: State) =>
    sql<string>`(select count(*) from (select 1 from request where jurisdiction = ${jurisdiction} and ${sql.ref(column)} = ${id} and state = ${state} limit ${COUNT_LIMIT}) s)`;
  const counted = STATES.map((state) => sql`${inState(state)} as ${sql.ref(state)}`);
  const { rows } = await sql<Record<State, string>>`select ${sql.join(counted)}`.execute(tx);
  return Object.fromEntries(STATES.map((state) => [state, Number(rows[0]?.[state])])) as Record<State, number>;
}

/** How many wait for the deputy's answer today, and how many are past their day. */
export async function countDue(
  tx: Tx,
  jurisdiction: string,
  deputyId: string,
  today: string,
): Promise<{ dueToday: number; late: number }> {
  const row = await tx
    .selectFrom('request')
    .select([
      sql<string>`count(*) filter (where due_on = ${today}::date)`.as('due_today'),
      sql<string>`count(*) filter (where due_on < ${today}::date)`.as('late'),
    ])
    .where('jurisdiction', '=', jurisdiction)
    .where('deputy_id', '=', deputyId)
    .where('state', '=', 'with_deputy')
    .where('due_on', '<=', today)
    .executeTakeFirstOrThrow();
  return { dueToday: Number(row.due_today), late: Number(row.late) };
}

/** Everything of a request but the contact of somebody it was entered for. */
const WHOLE = [
  'id',
  'tracking_number',
  'resident_id',
  'deputy_id',
  'station_id',
  'entered_by',
  'entered_as',
  'slip_number',
  'village',
  'category',
  'title',
  'words',
  'place',
  'openness',
  'name',
  'name_for',
  'state',
  'outcome',
  'round',
  'submitted_on',
  'round_started_on',
  'due_on',
  'answered_on',
  'closed_on',
  'opened_at',
  'taken_at',
  'asked_on',
  'lapses_on',
  'lapse_told_at',
  'text_check',
  'checked_through',
  'check_label',
  'publication',
  'public_title',
  'public_words',
  'public_answer',
  'published_on',
  'created_at',
  'changed_at',
] as const;

/** A request by id, for one who may be its resident or its deputy; whether they are is the verb's to say. */
export async function selectRequest(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .selectFrom('request')
    .select(WHOLE)
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The same, locked until the transaction ends: two answers at once take turns. */
export async function lockRequest(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .selectFrom('request')
    .select(WHOLE)
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export type RequestRow = NonNullable<Awaited<ReturnType<typeof selectRequest>>>;

export async function selectEvents(tx: Tx, jurisdiction: string, requestId: string) {
  return tx
    .selectFrom('request_event')
    .select(['id', 'round', 'kind', 'person_id', 'deputy_id', 'words', 'detail', 'at'])
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', '=', requestId)
    .orderBy('id', 'desc')
    .execute();
}

export type EventRow = Awaited<ReturnType<typeof selectEvents>>[number] & { kind: EventKind };

type Changes = Partial<
  Pick<
    RequestRow,
    | 'state'
    | 'outcome'
    | 'round'
    | 'round_started_on'
    | 'due_on'
    | 'answered_on'
    | 'closed_on'
    | 'opened_at'
    | 'text_check'
    | 'changed_at'
    | 'resident_id'
    | 'deputy_id'
    | 'taken_at'
    | 'asked_on'
    | 'lapses_on'
    | 'lapse_told_at'
    | 'checked_through'
    | 'check_label'
    | 'openness'
    | 'publication'
    | 'public_title'
    | 'public_words'
    | 'public_answer'
    | 'published_on'
  >
>;

export async function updateRequest(tx: Tx, jurisdiction: string, id: string, changes: Changes): Promise<void> {
  await tx.updateTable('request').set(changes).where('jurisdiction', '=', jurisdiction).where('id', '=', id).execute();
}

/** What the station and the deputy say among themselves, and the station's own decisions: nobody checks these. */
export const UNCHECKED: EventKind[] = ['noted', 'published', 'declined', 'cleared', 'kept_back'];

/** Events with words, in the order in which they happened, after this one; the first stands for the request's own words. */
export async function selectWordsAfter(tx: Tx, jurisdiction: string, requestId: string, after: string | null) {
  let query = tx
    .selectFrom('request_event')
    .select(['id', 'kind', 'words', 'person_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('request_id', '=', requestId)
    .where('kind', 'not in', UNCHECKED)
    .where((eb) => eb.or([eb('words', 'is not', null), eb('kind', 'in', ['submitted', 'entered'])]));
  if (after) query = query.where('id', '>', after);
  return query.orderBy('id').execute();
}

/** The request a slip (纸条) was entered as at a station. */
export async function selectSlip(tx: Tx, jurisdiction: string, stationId: string | null, slipNumber: string) {
  return tx
    .selectFrom('request')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('station_id', 'is not distinct from', stationId)
    .where('slip_number', '=', slipNumber)
    .executeTakeFirst();
}
