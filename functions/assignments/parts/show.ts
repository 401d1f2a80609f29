import type { PartLine } from '../../../shared/assignments/contract';
import { actsOf, PART_ACTS, type Side } from '../../../shared/assignments/part/lifecycle';
import { OWED } from '../../../shared/assignments/part/states';
import type { Part } from '../../../shared/assignments/part/values';
import { dayOf } from '../../../shared/kernel/days';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { groupBy } from '../../platform/group-by';
import { loadSubject } from '../matter';
import { type AssignmentRow, selectAssignments } from '../queries';
import { factsOf } from './happen';
import { sidesOf } from './matter';
import type { PartRow } from './queries';

/** How the words of a part are read: as they stand, without what was hidden, or not at all. */
export type Reading = (words: string) => string | null;

export function shownPart(
  call: Call,
  part: PartRow,
  directory: CountyDirectory,
  { sides, read }: { sides: readonly Side[]; read: Reading },
): Part {
  const facts = factsOf(call, part, directory);
  const may: readonly string[] = actsOf(facts, sides);
  const said = part.opinion === null ? null : read(part.opinion);
  // What a department wrote itself it reads as it wrote it.
  const isOwn = call.caller?.departmentIds.includes(part.department_id);
  return {
    id: part.id,
    version: part.version,
    departmentName: directory.departmentName(part.department_id) ?? '',
    kind: part.kind,
    asks: read(part.asks),
    state: part.state,
    askedOn: part.asked_on,
    dueOn: part.due_on,
    late: OWED.includes(part.state) && dayOf(call.now) > part.due_on,
    givenOn: part.given_on,
    words: said !== null && isOwn ? part.opinion : said,
    acts: PART_ACTS.filter((act) => may.includes(act)),
  };
}

/** Each with what it is about, asked of the context that it belongs to; as whoever is of a department reads it. */
export async function partLines(tx: Tx, call: Call<Person>, rows: readonly PartRow[]): Promise<PartLine[]> {
  const directory = await countyDirectoryOf(call);
  const ids = [...new Set(rows.map(({ assignment_id }) => assignment_id))];
  const assignments = new Map((await selectAssignments(tx, call.jurisdiction, ids)).map((one) => [one.id, one]));
  const about = await aboutOf(tx, call, [...assignments.values()]);
  return rows.flatMap((row) => {
    const assignment = assignments.get(row.assignment_id);
    const line = assignment && about.get(assignment.id);
    if (!assignment || !line) return [];
    const { title, kind, placeName, hide } = line;
    return {
      ...shownPart(call, row, directory, { sides: sidesOf(call, row, assignment), read: hide }),
      subject: { context: assignment.subject_context, id: assignment.subject_id },
      leadName: directory.departmentName(assignment.department_id) ?? '',
      title,
      about: kind,
      placeName,
    };
  });
}

type About =
  Awaited<ReturnType<Awaited<ReturnType<typeof loadSubject>>['lines']>> extends ReadonlyMap<string, infer L>
    ? L
    : never;

/** What each is about, by the assignment's id. */
export async function aboutOf(tx: Tx, call: Call<Person>, rows: readonly AssignmentRow[]): Promise<Map<string, About>> {
  const about = new Map<string, About>();
  for (const [context, of] of groupBy(rows, ({ subject_context }) => subject_context)) {
    const subject = await loadSubject(call, context);
    const lines = await subject.lines(
      tx,
      call,
      of.map(({ subject_id }) => subject_id),
    );
    for (const { id, subject_id } of of) {
      const line = lines.get(subject_id);
      if (line) about.set(id, line);
    }
  }
  return about;
}
