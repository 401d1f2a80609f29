import { type Insertable, type Selectable, type SqlBool, sql, type Updateable } from 'kysely';
import { OPEN, RUNNING, SAID_DONE } from '../../shared/promises/states';
import type { Tx } from '../platform/database';
import type { Schema } from '../platform/schema';

export type PromiseRow = Selectable<Schema['promise']>;
export type EventRow = Selectable<Schema['promise_event']>;

/** WeChat was not sure of a picture of it. */
const showsDoubt = sql<SqlBool>`exists (select 1 from picture p where p.jurisdiction = promise.jurisdiction and p.promise_id = promise.id and p.state in ('review', 'risky'))`;

const ofCounty = (tx: Tx, jurisdiction: string) =>
  tx.selectFrom('promise').selectAll().where('jurisdiction', '=', jurisdiction);

export async function selectPromise(tx: Tx, jurisdiction: string, id: string): Promise<PromiseRow | undefined> {
  return ofCounty(tx, jurisdiction).where('id', '=', id).executeTakeFirst();
}

/** Of two who act on one promise, one waits for the other. */
export async function lockPromise(tx: Tx, jurisdiction: string, id: string): Promise<PromiseRow | undefined> {
  return ofCounty(tx, jurisdiction).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Of these departments: first what is due first, and what is kept last. */
export async function selectOfDepartments(tx: Tx, jurisdiction: string, ids: readonly string[], limit: number) {
  return ofCounty(tx, jurisdiction)
    .where('department_id', 'in', [...ids])
    .orderBy((eb) => eb('state', 'not in', [...OPEN]))
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** What is open, or has a picture that waits for a person; first what is due first. */
export async function selectOpen(tx: Tx, jurisdiction: string, limit: number) {
  return ofCounty(tx, jurisdiction)
    .where((eb) => eb.or([eb('state', 'in', [...OPEN]), showsDoubt]))
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** What these stations have to look at: its day has come, or it is said to be done, and nobody has looked since; or a picture of it waits for a person. */
export async function selectToLook(
  tx: Tx,
  jurisdiction: string,
  { stations, today, limit }: { stations: readonly string[]; today: string; limit: number },
) {
  return ofCounty(tx, jurisdiction)
    .where((eb) => eb.or([eb('station_id', 'is', null), eb('station_id', 'in', [...stations])]))
    .where((eb) =>
      eb.or([
        showsDoubt,
        eb.and([
          eb('state', 'in', [...OPEN]),
          eb('looked_at', 'is', null),
          eb.or([eb('state', 'in', [...SAID_DONE]), eb('due_on', '<=', today)]),
        ]),
      ]),
    )
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** What was promised for this, in the order in which it was promised. */
export async function selectOfSubject(tx: Tx, jurisdiction: string, context: string, id: string) {
  return ofCounty(tx, jurisdiction)
    .where('subject_context', '=', context)
    .where('subject_id', '=', id)
    .orderBy('id')
    .execute();
}

/** Whose day comes until then, or is over, and of which nothing was said yet. */
export async function selectRunning(
  tx: Tx,
  jurisdiction: string,
  { through, after, limit }: { through: string; after: string | null; limit: number },
) {
  let query = ofCounty(tx, jurisdiction)
    .where('state', 'in', [...RUNNING])
    .where('due_on', '<=', through);
  if (after) query = query.where('id', '>', after);
  return query.orderBy('id').limit(limit).execute();
}

export async function insertPromises(tx: Tx, rows: Insertable<Schema['promise']>[]): Promise<void> {
  await tx.insertInto('promise').values(rows).execute();
}

export async function updatePromise(
  tx: Tx,
  jurisdiction: string,
  id: string,
  changes: Updateable<Schema['promise']>,
): Promise<void> {
  await tx.updateTable('promise').set(changes).where('jurisdiction', '=', jurisdiction).where('id', '=', id).execute();
}

export async function insertEvents(tx: Tx, rows: Insertable<Schema['promise_event']>[]): Promise<void> {
  await tx.insertInto('promise_event').values(rows).execute();
}

/** The whole history of each, in its order. */
export async function selectEvents(tx: Tx, jurisdiction: string, ids: readonly string[]): Promise<EventRow[]> {
  if (!ids.length) return [];
  return tx
    .selectFrom('promise_event')
    .selectAll()
    .where('jurisdiction', '=', jurisdiction)
    .where('promise_id', 'in', [...ids])
    .orderBy('promise_id')
    .orderBy('id')
    .execute();
}
