import { v7 } from 'uuid';
import { MOST_PARTS } from '../../../shared/assignments/limits';
import { type EventKind, type Facts, refusal, type Side, stateAfter } from '../../../shared/assignments/part/lifecycle';
import { OPEN, OWED } from '../../../shared/assignments/part/states';
import type { Asked, PartKind } from '../../../shared/assignments/part/values';
import { type Day, dayOf, dueOn } from '../../../shared/kernel/days';
import { ensure, ProblemError } from '../../../shared/kernel/problems';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import { workingDays } from '../../platform/calendar';
import type { Call, Said } from '../../platform/call';
import type { Tx } from '../../platform/database';
import type { AssignmentRow } from '../queries';
import { Settings } from '../settings';
import { insertPart, insertPartEvent, type PartChanges, type PartRow, selectCurrentParts, updatePart } from './queries';
import { tell } from './tell';

/** @param seen the version that was on the screen */
export function factsOf(call: Call, part: PartRow, directory: CountyDirectory, seen = part.version): Facts {
  return {
    state: part.state,
    overdue: dayOf(call.now) > part.due_on && part.reminded !== 'over',
    dissolved: directory.hasEndedDepartment(part.department_id),
    seenOlder: seen !== part.version,
  };
}

/** The part, what it is part of, locked both, and on which sides of it whoever acts stands. */
export type PartMatter = { part: PartRow; assignment: AssignmentRow; facts: Facts; sides: readonly Side[] };

/**
 * Something happens to a part: the only way in which its state changes and its history grows, both in the caller's transaction, and whoever
 * the table names is told.
 * @returns it as it is now. @throws ProblemError what `refusal` says
 */
export async function happenToPart(
  tx: Tx,
  call: Call,
  { part, assignment, facts, sides }: PartMatter,
  event: EventKind,
  { words, ...set }: PartChanges & { words?: string } = {},
): Promise<PartRow> {
  const problem = refusal(event, facts, sides);
  if (problem) throw new ProblemError(problem);
  const { jurisdiction, now } = call;
  // What the clock says of it is no reason to look again before one writes.
  const version = call.caller ? part.version + 1 : part.version;
  const changes = { ...set, state: stateAfter(event, facts), version, changed_at: now };
  await updatePart(tx, jurisdiction, part.id, changes);
  const after = { ...part, ...changes };
  await record(tx, call, { part: after, event, side: sides[0] as Side, words });
  await tell(tx, call, { event, part: after, assignment });
  return after;
}

type Happened = { part: PartRow; event: EventKind; side: Side; words?: string };

async function record(tx: Tx, call: Call, { part, event, side, words = undefined }: Happened): Promise<void> {
  const { jurisdiction, caller, now } = call;
  const person_id = caller?.personId ?? null;
  const happened = { jurisdiction, part_id: part.id, id: v7(), kind: event, side, person_id };
  await insertPartEvent(tx, { ...happened, words: words ?? null, at: now });
}

/**
 * Departments are asked to work on what another one leads; its assignment is locked, so that of two who ask one is second.
 * @throws ProblemError `parts_full`, `part_of_lead`, `part_twice`, `part_department_unknown`
 */
export async function askParts(
  tx: Tx,
  call: Call,
  assignment: AssignmentRow,
  { kind, parts, side }: { kind: PartKind; parts: Asked; side: 'lead' | 'assigner' },
): Promise<void> {
  const { jurisdiction, now } = call;
  const directory = await countyDirectoryOf(call);
  const open = (await selectCurrentParts(tx, jurisdiction, [assignment.id])).filter(({ state }) =>
    OPEN.includes(state),
  );
  ensure(open.length + parts.length <= MOST_PARTS, 'parts_full');
  const taken = new Set(open.map(({ department_id }) => department_id));
  const asked_on = dayOf(now);
  for (const { departmentId, words } of parts) {
    ensure(departmentId !== assignment.department_id, 'part_of_lead');
    ensure(directory.isDepartment(departmentId), 'part_department_unknown');
    ensure(!taken.has(departmentId), 'part_twice');
    taken.add(departmentId);
    const part: PartRow = {
      jurisdiction,
      id: v7(),
      assignment_id: assignment.id,
      department_id: departmentId,
      kind,
      asks: words,
      state: 'asked',
      asked_on,
      due_on: dueOfPart(kind, assignment.due_on, asked_on, directory),
      opinion: null,
      given_on: null,
      reminded: null,
      version: 1,
      created_at: now,
      changed_at: now,
    };
    await insertPart(tx, part);
    await record(tx, call, { part, event: 'asked', side, words });
    await tell(tx, call, { event: 'asked', part, assignment });
  }
}

/** Within the county's days (协办一个月). What is needed for the answer is needed before it, as long as that day is to come. */
function dueOfPart(kind: PartKind, answerBy: Day, today: Day, directory: CountyDirectory): Day {
  const due = dueOn(today, directory.settings(Settings).partTerm, workingDays(directory.calendar));
  if (kind === 'advice' || answerBy < today) return due;
  return answerBy < due ? answerBy : due;
}

/** Nobody has it any more who led it, or whoever did answers without some of them: what is open ends. */
export async function endParts(
  tx: Tx,
  call: Call,
  assignment: AssignmentRow,
  side: 'lead' | 'assigner',
): Promise<void> {
  const directory = await countyDirectoryOf(call);
  for (const part of await selectCurrentParts(tx, call.jurisdiction, [assignment.id]))
    if (OPEN.includes(part.state)) {
      const matter = { part, assignment, facts: factsOf(call, part, directory), sides: [side] };
      await happenToPart(tx, call, matter, 'ended');
    }
}

/** The lead answers: what others said is said with it, unchanged, and who has said nothing by then is named too (没回). */
export async function carryParts(tx: Tx, call: Call, assignment: AssignmentRow): Promise<Said[]> {
  const directory = await countyDirectoryOf(call);
  const said: Said[] = [];
  for (const part of await selectCurrentParts(tx, call.jurisdiction, [assignment.id])) {
    if (!OPEN.includes(part.state)) continue;
    const isOwed = OWED.includes(part.state);
    const matter = { part, assignment, facts: factsOf(call, part, directory), sides: ['lead'] as const };
    await happenToPart(tx, call, matter, isOwed ? 'ended' : 'carried');
    said.push({ departmentId: part.department_id, kind: part.kind, words: isOwed ? null : part.opinion });
  }
  return said;
}
