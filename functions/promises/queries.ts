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

/** Which of these everybody may read. */
export async function countPublic(tx: Tx, jurisdiction: string, ids: readonly string[]): Promise<number> {
  const { count } = await tx
    .selectFrom('promise')
    .select(sql<string>`count(*)`.as('count'))
    .where('jurisdiction', '=', jurisdiction)
    .where('id', 'in', [...ids])
    .where('public', '=', true)
    .executeTakeFirstOrThrow();
  return Number(count);
}

type Following = { jurisdiction: string; personId: string };

export async function selectFollowed(tx: Tx, { jurisdiction, personId }: Following): Promise<string[]> {
  const rows = await tx
    .selectFrom('promise_follower')
    .select('promise_id')
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .orderBy('promise_id')
    .execute();
  return rows.map(({ promise_id }) => promise_id);
}

/** Whether they follow this one. */
export async function isFollowed(tx: Tx, { jurisdiction, personId }: Following, promiseId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('promise_follower')
    .select('promise_id')
    .where('jurisdiction', '=', jurisdiction)
    .where('promise_id', '=', promiseId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Who follows it already goes on doing so. */
export async function insertFollower(
  tx: Tx,
  { jurisdiction, personId, promises, now }: Following & { promises: readonly string[]; now: Date },
): Promise<void> {
  await tx
    .insertInto('promise_follower')
    .values(promises.map((promise_id) => ({ jurisdiction, promise_id, person_id: personId, since: now })))
    .onConflict((conflict) => conflict.columns(['jurisdiction', 'promise_id', 'person_id']).doNothing())
    .execute();
}

export async function deleteFollower(
  tx: Tx,
  { jurisdiction, personId, promises }: Following & { promises: readonly string[] },
): Promise<void> {
  await tx
    .deleteFrom('promise_follower')
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .where('promise_id', 'in', [...promises])
    .execute();
}

/** Of everything they follow. */
export async function deleteFollowing(tx: Tx, { jurisdiction, personId }: Following): Promise<void> {
  await tx
    .deleteFrom('promise_follower')
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .execute();
}

/** Some of those who follow it, in the order of their ids, from `after` on. */
export async function selectFollowers(
  tx: Tx,
  jurisdiction: string,
  { promiseId, after, limit }: { promiseId: string; after: string | null; limit: number },
): Promise<string[]> {
  let query = tx
    .selectFrom('promise_follower')
    .select('person_id')
    .where('jurisdiction', '=', jurisdiction)
    .where('promise_id', '=', promiseId);
  if (after) query = query.where('person_id', '>', after);
  const rows = await query.orderBy('person_id').limit(limit).execute();
  return rows.map(({ person_id }) => person_id);
}
