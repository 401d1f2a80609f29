import { dayOf } from '../../../shared/kernel/days';
import { countyKind } from '../../../shared/kernel/kinds';
import { actsOf } from '../../../shared/promises/lifecycle';
import { daysLate } from '../../../shared/promises/rules';
import type { Shown, Worked } from '../../../shared/promises/shown';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import { decisionsOn } from '../../pictures/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { type Evidence, type Eyes, evidenceOf, picturesOf, stepOf } from '../evidence';
import { type Hide, hideIn } from '../hide';
import { matterOf } from '../matter';
import { type Names, NOBODY, namesOf } from '../names';
import { type EventRow, type PromiseRow, selectEvents } from '../queries';

/** As everybody sees them: offices have their names, people have none. */
export async function showAll(tx: Tx, call: Call, rows: readonly PromiseRow[]): Promise<Shown[]> {
  const directory = await countyDirectoryOf(call);
  const events = await selectEvents(tx, call.jurisdiction, rows.map(idOf));
  const evidence = await evidenceOf(tx, call, rows.map(idOf));
  return rows.map((row) =>
    show(call, { directory, row, events: of(events, row), names: NOBODY, evidence, eyes: 'everybody' }),
  );
}

/** As those see them who work on them, with what they may do now. */
export async function workAll(tx: Tx, call: Call<Person>, rows: readonly PromiseRow[]): Promise<Worked[]> {
  const directory = await countyDirectoryOf(call);
  const events = await selectEvents(tx, call.jurisdiction, rows.map(idOf));
  const evidence = await evidenceOf(tx, call, rows.map(idOf));
  const names = await namesOf(tx, call, events);
  const hide = await hideIn(tx, call, call.caller.departmentIds.length ? rows : []);
  return rows.map((row) => {
    const { facts, sides } = matterOf(call, row);
    const eyes = sides.includes('station') || sides.includes('office') ? 'looks' : 'department';
    const shown = evidence.filter(({ promise_id }) => promise_id === row.id);
    const one = show(call, { directory, row, events: of(events, row), names, evidence, eyes });
    return {
      ...(eyes === 'department' ? toDepartment(one, hide(row)) : one),
      version: row.version,
      extension: row.extension,
      askedUntil: row.asked_until,
      acts: actsOf(facts, sides),
      reviews: eyes === 'looks' ? shown.map((one) => ({ picture: one.id, decisions: decisionsOn(one, stepOf) })) : [],
    };
  });
}

/** As the department reads it that promised it: what it wrote itself stays, and what others said of it says nothing of whose it is (decision 34). */
export function toDepartment<One extends Shown>(promise: One, hide: Hide): One {
  const events = promise.events.map((event) =>
    event.words === null || event.side === 'department' ? event : { ...event, words: hide(event.words) },
  );
  return { ...promise, events };
}

/** One of them, as it is after what was just done to it. */
export async function workOne(tx: Tx, call: Call<Person>, row: PromiseRow): Promise<Worked> {
  const [one] = await workAll(tx, call, [row]);
  return one as Worked;
}

const idOf = ({ id }: PromiseRow) => id;
const of = (events: readonly EventRow[], { id }: PromiseRow) => events.filter((one) => one.promise_id === id);

type Read = {
  directory: CountyDirectory;
  row: PromiseRow;
  events: readonly EventRow[];
  names: Names;
  evidence: Evidence;
  eyes: Eyes;
};

function show(call: Call, { directory, row, events, names, evidence, eyes }: Read): Shown {
  const { id, department_id, station_id, source, words, due_on, done_on, state, why } = row;
  const departmentName = directory.departmentName(department_id) ?? '';
  const offices = {
    department: () => departmentName,
    station: (station: string | null) => directory.stationName(station),
    office: () => `${countyKind(directory.countyName)}人大办`,
    clock: () => null,
  };
  return {
    id,
    departmentId: department_id,
    departmentName,
    source,
    words,
    stationName: directory.stationName(station_id),
    dueOn: due_on,
    state,
    late: daysLate({ dueOn: due_on, doneOn: done_on }, dayOf(call.now)),
    why,
    events: events.map(({ id: event, kind, at, side, station_id: station, person_id, words, link, due_on: dueOn }) => ({
      kind,
      on: dayOf(at),
      side,
      office: offices[side](station),
      name: names.get(person_id ?? '') ?? null,
      words,
      link,
      pictures: picturesOf(call, evidence, event, eyes),
      dueOn,
    })),
  };
}
