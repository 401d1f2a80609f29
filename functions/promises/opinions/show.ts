import { dayOf } from '../../../shared/kernel/days';
import { countyKind } from '../../../shared/kernel/kinds';
import { actsOf, EVENTS } from '../../../shared/promises/opinion/lifecycle';
import { daysLate } from '../../../shared/promises/rules';
import type { Opinion, WorkedOpinion } from '../../../shared/promises/shown';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { type Names, NOBODY, namesOf } from '../names';
import { factsOf, sidesOf } from './happen';
import { type OpinionEventRow, type OpinionRow, selectOpinionEvents } from './queries';

/** As everybody sees them: offices have their names, people have none. */
export async function showOpinions(tx: Tx, call: Call, rows: readonly OpinionRow[]): Promise<Opinion[]> {
  const directory = await countyDirectoryOf(call);
  const events = await selectOpinionEvents(tx, call.jurisdiction, rows.map(idOf));
  return rows.map((row) => show(call, directory, row, of(events, row), NOBODY));
}

/** As those see them who work on them, with what they may do now. */
export async function workOpinions(tx: Tx, call: Call<Person>, rows: readonly OpinionRow[]): Promise<WorkedOpinion[]> {
  const directory = await countyDirectoryOf(call);
  const events = await selectOpinionEvents(tx, call.jurisdiction, rows.map(idOf));
  const names = await namesOf(tx, call, events);
  return rows.map((row) => ({
    ...show(call, directory, row, of(events, row), names),
    version: row.version,
    acts: actsOf(factsOf(row), sidesOf(call, row)),
  }));
}

/** One of them, as it is after what was just done to it. */
export async function workOpinion(tx: Tx, call: Call<Person>, row: OpinionRow): Promise<WorkedOpinion> {
  const [one] = await workOpinions(tx, call, [row]);
  return one as WorkedOpinion;
}

const idOf = ({ id }: OpinionRow) => id;
const of = (events: readonly OpinionEventRow[], { id }: OpinionRow) => events.filter((one) => one.opinion_id === id);

function show(
  { now }: Call,
  directory: CountyDirectory,
  row: OpinionRow,
  events: readonly OpinionEventRow[],
  names: Names,
): Opinion {
  const { id, department_id, source, words, figures, due_on, answered_on, state } = row;
  const departmentName = directory.departmentName(department_id) ?? '';
  const offices = { department: departmentName, office: `${countyKind(directory.countyName)}人大办` };
  return {
    id,
    departmentId: department_id,
    departmentName,
    source,
    words,
    figures,
    dueOn: due_on,
    state,
    late: daysLate({ dueOn: due_on, doneOn: answered_on }, dayOf(now)),
    events: events.map(({ kind, at, person_id, words, due_on: dueOn }) => {
      const [side] = EVENTS[kind].by;
      const name = names.get(person_id ?? '') ?? null;
      return { kind, on: dayOf(at), side, office: offices[side], name, words, link: null, dueOn };
    }),
  };
}
