import { type Insertable, type RawBuilder, type Selectable, sql, type Updateable } from 'kysely';
import type { Box } from '../../shared/assignments/contract';
import { CURRENT, GONE, OWED, type State } from '../../shared/assignments/states';
import { PAGE_SIZE } from '../../shared/kernel/pages';
import type { Tx } from '../platform/database';
import type { Schema } from '../platform/schema';

export type AssignmentRow = Selectable<Schema['assignment']>;

type Subject = { context: string; id: string };

const ofCounty = (tx: Tx, jurisdiction: string) =>
  tx.selectFrom('assignment').selectAll().where('jurisdiction', '=', jurisdiction);

export async function selectAssignment(tx: Tx, jurisdiction: string, id: string): Promise<AssignmentRow | undefined> {
  return ofCounty(tx, jurisdiction).where('id', '=', id).executeTakeFirst();
}

/** All that are there of these. */
export async function selectAssignments(
  tx: Tx,
  jurisdiction: string,
  ids: readonly string[],
): Promise<AssignmentRow[]> {
  if (!ids.length) return [];
  return ofCounty(tx, jurisdiction)
    .where('id', 'in', [...ids])
    .execute();
}

/** Of two who act on one, one waits for the other. What it belongs to is locked before. */
export async function lockAssignment(tx: Tx, jurisdiction: string, id: string): Promise<AssignmentRow | undefined> {
  return ofCounty(tx, jurisdiction).where('id', '=', id).forUpdate().executeTakeFirst();
}

const current = (tx: Tx, jurisdiction: string, { context, id }: Subject) =>
  ofCounty(tx, jurisdiction)
    .where('subject_context', '=', context)
    .where('subject_id', '=', id)
    .where('state', 'in', [...CURRENT]);

/** The one by which a department has this, or answered it; locked. */
export async function lockCurrent(tx: Tx, jurisdiction: string, of: Subject): Promise<AssignmentRow | undefined> {
  return current(tx, jurisdiction, of).forUpdate().executeTakeFirst();
}

/** The same, to look at. */
export async function selectCurrent(tx: Tx, jurisdiction: string, of: Subject): Promise<AssignmentRow | undefined> {
  return current(tx, jurisdiction, of).executeTakeFirst();
}

/** Of these, what the department that has it asks and waits for: a question, or more days. */
export async function selectAsking(
  tx: Tx,
  jurisdiction: string,
  { context, ids }: { context: string; ids: readonly string[] },
): Promise<{ subject_id: string; question: boolean }[]> {
  if (!ids.length) return [];
  return tx
    .selectFrom('assignment')
    .select(['subject_id', sql<boolean>`question is not null`.as('question')])
    .where('jurisdiction', '=', jurisdiction)
    .where('subject_context', '=', context)
    .where('subject_id', 'in', [...ids])
    .where('state', 'in', [...CURRENT])
    .where((eb) => eb.or([eb('question', 'is not', null), eb('extension', '=', 'asked')]))
    .execute();
}

/** What lies in a box. */
const STATES_OF: Record<Box, readonly State[]> = {
  new: ['offered'],
  working: ['accepted'],
  answered: ['answered'],
  gone: GONE,
};

/** What is owed comes by its day, the rest by what changed last. */
export function isByDue(box: Box): boolean {
  return STATES_OF[box].every((state) => OWED.includes(state));
}

/** What these departments have, but for what whoever looks stepped aside from. */
type Of = { departments: readonly string[]; aside: readonly string[] };

const inBox = (tx: Tx, jurisdiction: string, { departments, aside }: Of, states: readonly State[]) => {
  const query = tx
    .selectFrom('assignment')
    .where('jurisdiction', '=', jurisdiction)
    .where('department_id', 'in', [...departments])
    .where('state', 'in', [...states]);
  return aside.length ? query.where('subject_id', 'not in', [...aside]) : query;
};

/** One page of a box; `after` is (due day, id) or (instant, id). */
export async function selectBox(
  tx: Tx,
  jurisdiction: string,
  of: Of,
  box: Box,
  after: string[] | null,
): Promise<AssignmentRow[]> {
  const query = inBox(tx, jurisdiction, of, STATES_OF[box])
    .selectAll()
    .limit(PAGE_SIZE + 1);
  if (isByDue(box)) {
    const later = after ? query.where(sql<boolean>`(due_on, id) > (${after[0]}::date, ${after[1]}::uuid)`) : query;
    return later.orderBy('due_on').orderBy('id').execute();
  }
  const earlier = after
    ? query.where(sql<boolean>`(changed_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
    : query;
  return earlier.orderBy('changed_at', 'desc').orderBy('id', 'desc').execute();
}

const COUNT_LIMIT = 100;

/** How many these departments have in a box, counted to a hundred; `before`: of those alone whose day is earlier. */
export async function countBox(
  tx: Tx,
  jurisdiction: string,
  of: Of,
  states: Box | 'owed',
  before?: string,
): Promise<number> {
  let rows = inBox(tx, jurisdiction, of, states === 'owed' ? OWED : STATES_OF[states])
    .select('id')
    .limit(COUNT_LIMIT);
  if (before) rows = rows.where('due_on', '<', before);
  const row = await tx.selectFrom(rows.as('a')).select(sql<string>`count(*)`.as('count')).executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** What departments owe: not taken yet, taken, and of both what is near its day and what is past it, but for what whoever hears it stepped aside from. Those that owe nothing are left out. */
export async function selectOwed(
  tx: Tx,
  jurisdiction: string,
  departments: readonly string[],
  { today, soon, aside }: { today: string; soon: string; aside: readonly string[] },
) {
  if (!departments.length) return [];
  const count = (of: RawBuilder<unknown>) => sql<number>`(count(*) filter (where ${of}))::int`;
  return inBox(tx, jurisdiction, { departments, aside }, OWED)
    .select([
      'department_id',
      count(sql`state = 'offered'`).as('offered'),
      count(sql`state = 'accepted'`).as('accepted'),
      count(sql`due_on between ${today}::date and ${soon}::date`).as('soon'),
      count(sql`due_on < ${today}::date`).as('late'),
    ])
    .groupBy('department_id')
    .execute();
}

export type OwedRow = Awaited<ReturnType<typeof selectOwed>>[number];

export async function insertAssignment(tx: Tx, row: Insertable<Schema['assignment']>): Promise<void> {
  await tx.insertInto('assignment').values(row).execute();
}

/** What of an assignment changes. */
export type Changes = Omit<Updateable<Schema['assignment']>, 'jurisdiction' | 'id'>;

export async function updateAssignment(tx: Tx, jurisdiction: string, id: string, changes: Changes): Promise<void> {
  await tx
    .updateTable('assignment')
    .set(changes)
    .where('jurisdiction', '=', jurisdiction)
    .where('id', '=', id)
    .execute();
}

export async function insertEvent(tx: Tx, event: Insertable<Schema['assignment_event']>): Promise<void> {
  await tx.insertInto('assignment_event').values(event).execute();
}
