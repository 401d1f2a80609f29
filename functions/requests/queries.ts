import { type Insertable, sql } from 'kysely';
import { PAGE_SIZE } from '../../shared/kernel/pages';
import type { EventKind, State } from '../../shared/requests/contract';
import type { Tx } from '../platform/database';
import type { Schema } from '../platform/schema';

type NewRequest = Insertable<Schema['request']>;
type NewEvent = Insertable<Schema['request_event']>;

/**
 * Writes a request with its first events in one statement.
 * @returns false when the tracking number is taken in this county; nothing was written then
 */
export async function insertRequest(tx: Tx, request: NewRequest, events: NewEvent[]): Promise<boolean> {
  const row = await tx
    .with('r', (db) =>
      db
        .insertInto('request')
        .values(request)
        .onConflict((conflict) => conflict.columns(['jurisdiction', 'tracking_number']).doNothing())
        .returning('id'),
    )
    .with('e', (db) =>
      db
        .insertInto('request_event')
        .columns(['jurisdiction', 'request_id', 'id', 'round', 'kind', 'person_id', 'words', 'detail', 'at'])
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
const DATES = ['submitted_on', 'due_on', 'answered_on', 'closed_on', 'changed_at'] as const;

/** One page of a resident's requests in a state, newest first. */
export async function selectMine(
  tx: Tx,
  jurisdiction: string,
  residentId: string,
  state: State,
  after: string[] | null,
) {
  let query = tx
    .selectFrom('request')
    .select([...LINE, ...DATES])
    .where('jurisdiction', '=', jurisdiction)
    .where('resident_id', '=', residentId)
    .where('state', '=', state);
  if (after) query = query.where('id', '<', after[0] as string);
  return query
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
}

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
    .select([...LINE, ...DATES, 'name', 'name_for', 'village', 'opened_at', sql<string>`left(words, 80)`.as('excerpt')])
    .where('jurisdiction', '=', jurisdiction)
    .where('deputy_id', '=', deputyId)
    .where('state', '=', state)
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

const COUNT_LIMIT = 100;

type Owner = { resident_id: string } | { deputy_id: string };

/** How many requests a person has in each state, each counted to a hundred at the most. */
export async function countStates(tx: Tx, jurisdiction: string, owner: Owner): Promise<Record<State, number>> {
  const [column, id] = Object.entries(owner)[0] as [keyof Schema['request'], string];
  const inState = (state: State) =>
    sql<string>`(select count(*) from (select 1 from request where jurisdiction = ${jurisdiction} and ${sql.ref(column)} = ${id} and state = ${state} limit ${COUNT_LIMIT}) s)`;
  const { rows } = await sql<
    Record<State, string>
  >`select ${inState('with_deputy')} as with_deputy, ${inState('answered')} as answered, ${inState('closed')} as closed`.execute(
    tx,
  );
  const [row] = rows;
  return { with_deputy: Number(row?.with_deputy), answered: Number(row?.answered), closed: Number(row?.closed) };
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

/** A request by id, for one who may be its resident or its deputy; whether they are is the verb's to say. */
export async function selectRequest(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .selectFrom('request')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The same, locked until the transaction ends: two answers at once take turns. */
export async function lockRequest(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .selectFrom('request')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export type RequestRow = NonNullable<Awaited<ReturnType<typeof selectRequest>>>;

export async function selectEvents(tx: Tx, jurisdiction: string, requestId: string) {
  return tx
    .selectFrom('request_event')
    .select(['id', 'round', 'kind', 'words', 'detail', 'at'])
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
  >
>;

export async function updateRequest(tx: Tx, jurisdiction: string, id: string, changes: Changes): Promise<void> {
  await tx.updateTable('request').set(changes).where('jurisdiction', '=', jurisdiction).where('id', '=', id).execute();
}
