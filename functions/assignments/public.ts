import { v7 } from 'uuid';
import type { DepartmentEvent, EventKind } from '../../shared/assignments/lifecycle';
import type { Part, Together } from '../../shared/assignments/part/values';
import { type Day, dayOf, dueAfterPause, dueOn } from '../../shared/kernel/days';
import { type CountyDirectory, countyDirectoryOf } from '../directory/public';
import { workingDays } from '../platform/calendar';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { happen, record } from './happen';
import { matterOf } from './matter';
import { askParts, endParts } from './parts/happen';
import { sidesOf } from './parts/matter';
import { selectCurrentParts, selectLateSubjects } from './parts/queries';
import { type Reading, shownPart } from './parts/show';
import {
  type AssignmentRow,
  type Changes,
  insertAssignment,
  lockCurrent,
  selectAsking,
  selectCurrent,
  updateAssignment,
} from './queries';
import { Settings } from './settings';

export { asideFrom, asideOf, beside, withoutAside } from './recusal/aside';

/** What is assigned: a row of one of the contexts, which is locked by whoever calls these. */
type Of = { context: string; id: string };

/** Until when a department that gets something today says whether it takes it. */
function acceptBy(directory: CountyDirectory, today: Day): Day {
  return dueOn(today, directory.settings(Settings).returnTerm, workingDays(directory.calendar));
}

/** Gives something to a department; `final`: it can't give it back; `extended`: whoever had it before got more days, there are no more. Nobody else has it, or this throws. */
export async function assign(
  tx: Tx,
  call: Call,
  { context, id: subjectId }: Of,
  to: { departmentId: string; dueOn: Day; final: boolean; extended: boolean; together?: Together },
): Promise<void> {
  const { jurisdiction, now } = call;
  const today = dayOf(now);
  const id = v7();
  const assignment: AssignmentRow = {
    jurisdiction,
    id,
    subject_context: context,
    subject_id: subjectId,
    department_id: to.departmentId,
    state: 'offered',
    assigned_on: today,
    accept_by: acceptBy(await countyDirectoryOf(call), today),
    due_on: to.dueOn,
    final: to.final,
    result_class: null,
    question: null,
    questions: 0,
    extension: to.extended ? 'granted' : null,
    asked_until: null,
    version: 1,
    created_at: now,
    changed_at: now,
  };
  await insertAssignment(tx, assignment);
  await record(tx, call, id, 'created', 'assigner');
  if (to.together) await askParts(tx, call, assignment, { ...to.together, side: 'assigner' });
}

/** The department that answered has to do it again, until this day; `extended`: there are no more days this time. */
export async function reopen(tx: Tx, call: Call, of: Of, due: Day, { extended = false } = {}): Promise<void> {
  const anew: Changes = { due_on: due, questions: 0, extension: extended ? 'granted' : null, asked_until: null };
  await byAssigner(tx, call, of, 'reopened', () => anew);
}

/** Nobody has it any more who had it, if somebody did. */
export async function takeBack(tx: Tx, call: Call, of: Of): Promise<void> {
  const taken = await byAssigner(tx, call, of, 'taken_back');
  if (taken) await endParts(tx, call, taken, 'assigner');
}

/** Its question is passed on to whom it is for. */
export async function forwardQuestion(tx: Tx, call: Call, of: Of): Promise<void> {
  await byAssigner(tx, call, of, 'forwarded', ({ questions }) => ({ question: 'forwarded', questions: questions + 1 }));
}

/**
 * Its question is answered, or nobody did, or it was not passed on. `pausedOn`: since when it waited; those days are not the department's, also
 * of those in which it says whether it takes it.
 */
export async function endQuestion(
  tx: Tx,
  call: Call,
  of: Of,
  { due, pausedOn }: { due: Day; pausedOn: Day | null },
): Promise<void> {
  const directory = await countyDirectoryOf(call);
  const { kind } = directory.settings(Settings).returnTerm;
  await byAssigner(tx, call, of, 'question_ended', (current) => ({
    question: null,
    due_on: due,
    accept_by:
      pausedOn === null || hasAccepted(current)
        ? current.accept_by
        : dueAfterPause({ pausedOn, dueOn: current.accept_by }, dayOf(call.now), kind, workingDays(directory.calendar)),
  }));
}

/** The days it asked for, until this one; or not. */
export async function decideExtension(tx: Tx, call: Call, of: Of, granted: Day | null): Promise<void> {
  if (granted) await byAssigner(tx, call, of, 'extension_granted', () => ({ extension: 'granted', due_on: granted }));
  else await byAssigner(tx, call, of, 'extension_refused', () => ({ extension: 'refused' }));
}

/** The day of the answer moved; `extended`: these were the more days it could have asked for. */
export async function moveDue(tx: Tx, call: Call, of: Of, due: Day, { extended = false } = {}): Promise<void> {
  const current = await lockCurrent(tx, call.jurisdiction, of);
  if (!current || current.due_on === due) return;
  const changes: Changes = { due_on: due, ...(extended ? { extension: 'granted' } : {}) };
  await updateAssignment(tx, call.jurisdiction, current.id, changes);
}

/** The department has said that it takes it, or has answered. */
export function hasAccepted({ state }: AssignmentRow): boolean {
  return state !== 'offered';
}

/** By which a department has it or answered it; null where none does. */
export async function currentOf(tx: Tx, { jurisdiction }: Call, of: Of): Promise<AssignmentRow | null> {
  return (await selectCurrent(tx, jurisdiction, of)) ?? null;
}

/** Of these, what the department that has it asks and waits for; what it asks nothing of is left out. */
export async function askingOf(
  tx: Tx,
  { jurisdiction }: Call,
  context: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, 'question' | 'days'>> {
  const rows = await selectAsking(tx, jurisdiction, { context, ids });
  return new Map(rows.map(({ subject_id, question }) => [subject_id, question ? 'question' : 'days']));
}

type AssignerEvent = Exclude<EventKind, DepartmentEvent | 'created'>;

async function byAssigner(
  tx: Tx,
  call: Call,
  of: Of,
  event: AssignerEvent,
  set: (current: AssignmentRow) => Changes = () => ({}),
): Promise<AssignmentRow | null> {
  const current = await lockCurrent(tx, call.jurisdiction, of);
  if (!current) return null;
  // None of these waits for what others do of it.
  return happen(tx, call, { ...matterOf(call, current, []), sides: ['assigner'] }, event, set(current));
}

/** Past its day: which of these have a department that owes the one that leads its opinion or its part; not more than a thousand. */
export async function withLateParts(
  tx: Tx,
  { jurisdiction }: Call,
  context: string,
  today: Day,
): Promise<readonly string[]> {
  return selectLateSubjects(tx, jurisdiction, { context, today });
}

/** By name alone: who works on it beside the department that leads. */
export async function togetherOn(tx: Tx, call: Call, of: Of): Promise<Pick<Part, 'departmentName' | 'kind'>[]> {
  const assignment = await currentOf(tx, call, of);
  if (!assignment) return [];
  const directory = await countyDirectoryOf(call);
  const rows = await selectCurrentParts(tx, call.jurisdiction, [assignment.id]);
  return rows.map(({ department_id, kind }) => ({
    departmentName: directory.departmentName(department_id) ?? '',
    kind,
  }));
}

type Reader = { assigner: boolean; read: Reading };

/** Who works on it beside the department that leads, and, for whoever is of one of these, by which part; `call` as it stands to it (`beside`). */
export async function partsOf(
  tx: Tx,
  call: Call<Person>,
  assignment: AssignmentRow | null,
  reader: (isOfOne: boolean) => Reader,
): Promise<{ parts: Part[]; partId: string | null }> {
  if (!assignment) return { parts: [], partId: null };
  const rows = await selectCurrentParts(tx, call.jurisdiction, [assignment.id]);
  const directory = await countyDirectoryOf(call);
  // Asked anew, it is the newer one.
  const own = rows.findLast(({ department_id }) => call.caller.departmentIds.includes(department_id));
  const { assigner, read } = reader(own !== undefined);
  const standing = assigner ? 'assigner' : null;
  const parts = rows.map((part) =>
    shownPart(call, part, directory, { sides: sidesOf(call, part, assignment, standing), read }),
  );
  return { parts, partId: own?.id ?? null };
}
