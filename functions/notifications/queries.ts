import { sql } from 'kysely';
import { PAGE_SIZE } from '../../shared/kernel/pages';
import type { Template } from '../../shared/notifications/contract';
import type { Tx } from '../platform/database';

type NewNotification = {
  jurisdiction: string;
  id: string;
  personId: string;
  kind: string;
  template: Template;
  page: string;
  subject: { context: string; id: string } | null;
  title: string;
  body: string;
  now: Date;
};

/** @returns false when there is one of this id already */
export async function insertNotification(
  tx: Tx,
  { personId, subject, now, ...rest }: NewNotification,
): Promise<boolean> {
  const about = { subject_context: subject?.context ?? null, subject_id: subject?.id ?? null };
  const row = await tx
    .insertInto('notification')
    .values({ ...rest, ...about, person_id: personId, created_at: now })
    .onConflict((conflict) => conflict.columns(['jurisdiction', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** What was told before there were other subjects is about a request. */
const SUBJECT = [
  sql<string | null>`case when request_id is null then subject_context else 'requests' end`.as('subject_context'),
  sql<string | null>`coalesce(subject_id, request_id)`.as('subject_id'),
] as const;

/** One page, newest first; `before` is the last id of the page before. One row more than a page tells whether there is another. */
export async function selectNotifications(tx: Tx, jurisdiction: string, personId: string, before: string | null) {
  let query = tx
    .selectFrom('notification')
    .select(['id', 'kind', 'title', 'body', 'page', ...SUBJECT, 'created_at', 'read_at'])
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId);
  if (before) query = query.where('id', '<', before);
  return query
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
}

/** What these people were told of something is from now on called something else. */
export async function updateTitles(
  tx: Tx,
  told: { jurisdiction: string; personIds: readonly string[]; subject: { context: string; id: string }; title: string },
): Promise<void> {
  if (!told.personIds.length) return;
  await tx
    .updateTable('notification')
    .set({ title: told.title })
    .where('jurisdiction', '=', told.jurisdiction)
    .where('person_id', 'in', told.personIds)
    .where((eb) => eb(eb.fn.coalesce('subject_id', 'request_id'), '=', told.subject.id))
    .execute();
}

const COUNT_LIMIT = 100;

export async function countUnread(tx: Tx, jurisdiction: string, personId: string): Promise<number> {
  const unread = tx
    .selectFrom('notification')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .limit(COUNT_LIMIT);
  const row = await tx.selectFrom(unread.as('u')).select(sql<string>`count(*)`.as('count')).executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function updateRead(
  tx: Tx,
  read: { jurisdiction: string; personId: string; through: string; now: Date },
): Promise<void> {
  await tx
    .updateTable('notification')
    .set({ read_at: read.now })
    .where('jurisdiction', '=', read.jurisdiction)
    .where('person_id', '=', read.personId)
    .where('read_at', 'is', null)
    .where('id', '<=', read.through)
    .execute();
}

export async function addSubscription(
  tx: Tx,
  row: { jurisdiction: string; personId: string; template: Template; now: Date },
): Promise<void> {
  await tx
    .insertInto('subscription')
    .values({
      jurisdiction: row.jurisdiction,
      person_id: row.personId,
      template: row.template,
      remaining: 1,
      changed_at: row.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['jurisdiction', 'person_id', 'template']).doUpdateSet((excluded) => ({
        remaining: sql`subscription.remaining + excluded.remaining`,
        changed_at: excluded.ref('excluded.changed_at'),
      })),
    )
    .execute();
}

/** `accepted`: the person has an acceptance left for a message of this template. */
export async function selectForDelivery(tx: Tx, jurisdiction: string, id: string) {
  return tx
    .selectFrom('notification as n')
    .select(['n.person_id', 'n.template', 'n.title', 'n.body', 'n.page', 'n.created_at', 'n.read_at', 'n.delivery'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('subscription as s')
            .select('s.person_id')
            .whereRef('s.jurisdiction', '=', 'n.jurisdiction')
            .whereRef('s.person_id', '=', 'n.person_id')
            .whereRef('s.template', '=', 'n.template')
            .where('s.remaining', '>', 0),
        )
        .as('accepted'),
    )
    .where('n.jurisdiction', '=', jurisdiction)
    .where('n.id', '=', id)
    .executeTakeFirst();
}

type Delivered = {
  jurisdiction: string;
  id: string;
  delivery: 'sent' | 'refused' | 'failed';
  personId: string;
  template: Template;
  now: Date;
};

/** What became of a message, and the acceptance it took. */
export async function updateDelivery(
  tx: Tx,
  { jurisdiction, id, delivery, personId, template, now }: Delivered,
): Promise<void> {
  await tx
    .with('taken', (from) =>
      from
        .updateTable('subscription')
        .set({ remaining: sql`remaining - 1`, changed_at: now })
        .where('jurisdiction', '=', jurisdiction)
        .where('person_id', '=', personId)
        .where('template', '=', template)
        .where('remaining', '>', 0),
    )
    .updateTable('notification')
    .set({ delivery })
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
}

/** The last things a person was told, and how many there are in all. */
export async function selectAllOf(tx: Tx, jurisdiction: string, personId: string, limit: number) {
  const own = tx.selectFrom('notification').where('jurisdiction', '=', jurisdiction).where('person_id', '=', personId);
  const { count } = await own.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const rows = await own.select(['title', 'body', 'created_at']).orderBy('id', 'desc').limit(limit).execute();
  return { count: Number(count), rows };
}

/** What a person was told, and what they accepted to be told. */
export async function deleteAllOf(tx: Tx, jurisdiction: string, personId: string): Promise<void> {
  for (const table of ['notification', 'subscription'] as const)
    await tx.deleteFrom(table).where('jurisdiction', '=', jurisdiction).where('person_id', '=', personId).execute();
}
