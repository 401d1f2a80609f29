import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { PartBox } from '../../../shared/assignments/contract';
import { CURRENT, DONE, OPEN, OWED } from '../../../shared/assignments/part/states';
import { PAGE_SIZE } from '../../../shared/kernel/pages';
import type { Tx } from '../../platform/database';
import type { Schema } from '../../platform/schema';

export type PartRow = Selectable<Schema['assignment_part']>;
export type NewPart = Insertable<Schema['assignment_part']>;
export type PartChanges = Omit<Updateable<Schema['assignment_part']>, 'jurisdiction' | 'id'>;

const ofCounty = (tx: Tx, jurisdiction: string) =>
  tx.selectFrom('assignment_part').selectAll().where('jurisdiction', '=', jurisdiction);

export async function selectPart(tx: Tx, jurisdiction: string, id: string): Promise<PartRow | undefined> {
  return ofCounty(tx, jurisdiction).where('id', '=', id).executeTakeFirst();
}

/** Its assignment is locked before. */
export async function lockPart(tx: Tx, jurisdiction: string, id: string): Promise<PartRow | undefined> {
  return ofCounty(tx, jurisdiction).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Of these assignments, in the order in which they were asked; what was withdrawn is left out. */
export async function selectCurrentParts(
  tx: Tx,
  jurisdiction: string,
  assignmentIds: readonly string[],
): Promise<PartRow[]> {
  if (!assignmentIds.length) return [];
  return ofCounty(tx, jurisdiction)
    .where('assignment_id', 'in', [...assignmentIds])
    .where('state', 'in', [...CURRENT])
    .orderBy('id')
    .execute();
}

/** All but those of what somebody stepped aside from. */
function besides(tx: Tx, jurisdiction: string, aside: readonly string[]) {
  const all = tx.selectFrom('assignment_part').where('assignment_part.jurisdiction', '=', jurisdiction);
  if (!aside.length) return all;
  const theirs = tx
    .selectFrom('assignment')
    .select('id')
    .where('jurisdiction', '=', jurisdiction)
    .where('subject_id', 'in', [...aside]);
  return all.where('assignment_id', 'not in', theirs);
}

/** One page of a box, but for what whoever looks stepped aside from (`aside`); `after` is (due day, id) or (instant, id). */
export async function selectPartBox(
  tx: Tx,
  jurisdiction: string,
  departments: readonly string[],
  { box, aside }: { box: PartBox; aside: readonly string[] },
  after: string[] | null,
): Promise<PartRow[]> {
  const query = besides(tx, jurisdiction, aside)
    .selectAll()
    .where('department_id', 'in', [...departments])
    .limit(PAGE_SIZE + 1);
  if (box === 'open') {
    const open = query.where('state', 'in', [...OPEN]);
    const later = after ? open.where(sql<boolean>`(due_on, id) > (${after[0]}::date, ${after[1]}::uuid)`) : open;
    return later.orderBy('due_on').orderBy('id').execute();
  }
  const done = query.where('state', 'in', [...DONE]);
  const earlier = after
    ? done.where(sql<boolean>`(changed_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    : done;
  return earlier.orderBy('changed_at', 'desc').orderBy('id', 'desc').execute();
}

/** What departments owe others: what is asked, and of it what is near its day and what is past it. Those that owe nothing are left out. */
export async function selectOwedParts(
  tx: Tx,
  jurisdiction: string,
  departments: readonly string[],
  { today, soon, aside }: { today: string; soon: string; aside: readonly string[] },
) {
  if (!departments.length) return [];
  return besides(tx, jurisdiction, aside)
    .select([
      'department_id',
      sql<number>`count(*)::int`.as('asked'),
      sql<number>`(count(*) filter (where due_on between ${today}::date and ${soon}::date))::int`.as('soon'),
      sql<number>`(count(*) filter (where due_on < ${today}::date))::int`.as('late'),
    ])
    .where('department_id', 'in', [...departments])
    .where('state', 'in', [...OWED])
    .groupBy('department_id')
    .execute();
}

/** Asked, and due until this day, or of a department that has ended; a page after `after`. */
export async function selectToWatch(
  tx: Tx,
  jurisdiction: string,
  { through, ended, after, limit }: { through: string; ended: readonly string[]; after: string | null; limit: number },
): Promise<{ id: string; assignment_id: string }[]> {
  let query = tx
    .selectFrom('assignment_part')
    .select(['id', 'assignment_id'])
    .where('jurisdiction', '=', jurisdiction)
    .where('state', 'in', [...OWED])
    .where((eb) =>
      eb.or([
        sql<boolean>`due_on <= ${through}::date and reminded is distinct from 'over'`,
        ...(ended.length ? [eb('department_id', 'in', [...ended])] : []),
      ]),
    )
    .orderBy('id')
    .limit(limit);
  if (after) query = query.where('id', '>', after);
  return query.execute();
}

/** What is asked and past its day, by what its assignments belong to; not more than a thousand. */
export async function selectLateSubjects(
  tx: Tx,
  jurisdiction: string,
  { context, today }: { context: string; today: string },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('assignment_part as p')
    .innerJoin('assignment as a', (join) =>
      join.onRef('a.jurisdiction', '=', 'p.jurisdiction').onRef('a.id', '=', 'p.assignment_id'),
    )
    .select('a.subject_id')
    .where('p.jurisdiction', '=', jurisdiction)
    .where('p.state', 'in', [...OWED])
    .where('p.due_on', '<', today)
    .where('a.subject_context', '=', context)
    .limit(1000)
    .execute();
  return rows.map(({ subject_id }) => subject_id);
}

export async function insertPart(tx: Tx, row: NewPart): Promise<void> {
  await tx.insertInto('assignment_part').values(row).execute();
}

export async function updatePart(tx: Tx, jurisdiction: string, id: string, changes: PartChanges): Promise<void> {
  await tx
    .updateTable('assignment_part')
    .set(changes)
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
}

export async function insertPartEvent(tx: Tx, event: Insertable<Schema['assignment_part_event']>): Promise<void> {
  await tx.insertInto('assignment_part_event').values(event).execute();
}
