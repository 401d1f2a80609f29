import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { follow as contract } from '../../../shared/requests/contract';
import { type Viewer, viewersOf } from '../../../shared/requests/lifecycle';
import { asideFrom, beside, currentOf, hasAccepted, partsOf } from '../../assignments/public';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import { nameOfPerson } from '../../identity/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { picturesOf } from '../content/pictures';
import { subjectOf } from '../lifecycle/assignment';
import { type Matter, matterOf } from '../lifecycle/matter';
import { SHARED_MOVES } from '../lifecycle/shared-moves';
import { selectPublic } from '../queries/board';
import { type EventRow, selectEvents } from '../queries/events';
import { selectKnown } from '../queries/known';
import { selectLeads, selectOfLeads, selectTogether } from '../queries/merged';
import { selectReports } from '../queries/reports';
import { type RequestRow, selectRequest } from '../queries/requests';
import { promisedFor, promisedToDepartment } from './promised';
import { readable, requestPage } from './request-page';
import { timesTogether } from './times-together';

/** A request with all that happened to it, for whoever has a part in it. */
export async function follow(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  const seen = await call.read((tx) => readRequest(tx, call, directory, id));
  return requestPage(seen, call.now);
}

/** All that a page of it says to whoever asks. @throws ProblemError `not_found` for whoever has no part in it */
export async function readRequest(tx: Tx, asked: Call<Person>, directory: CountyDirectory, id: string) {
  const call = await beside(tx, asked, id);
  const { jurisdiction } = call;
  const request = await selectRequest(tx, jurisdiction, id);
  ensure(request, 'not_found');
  const history = await selectEvents(tx, jurisdiction, id);
  const matter = matterOf(request, history, call, directory);
  const assignment = request.department_id === null ? null : await currentOf(tx, call, subjectOf(request));
  const stands = viewersOf(matter.facts, matter.sides);
  let viewers = stands;
  const own = call.caller.departmentIds;
  const known = own.length ? ((await selectKnown(tx, jurisdiction, [id])).get(id) ?? []) : [];
  const together = await partsOf(tx, call, assignment, (isOfOne) => {
    // Who works on it with the department that has it reads what that one reads, and does nothing of what that one does.
    if (isOfOne && !stands.includes('department')) viewers = [...stands, 'department'];
    // Whose matter it is hears it with the answer, whatever else they are to it.
    const isHandler = viewers[0] !== 'resident' && viewers.some((viewer) => HANDLERS.includes(viewer));
    return {
      assigner: stands.includes('station'),
      read: (words) => (isHandler ? readable(words, { viewers, known, own }) : null),
    };
  });
  ensure(viewers.length, 'not_found');
  const pictures = await picturesOf(tx, call, id, viewers);
  const enteredBy = request.entered_by && (await nameOfPerson(tx, jurisdiction, request.entered_by));
  const acceptBy = assignment && !hasAccepted(assignment) ? assignment.accept_by : null;
  const assignmentId = assignment?.id ?? null;
  const promised = await promisedFor(tx, call, id, history);
  const promises =
    viewers[0] === 'department'
      ? promisedToDepartment(promised, call.caller, (words) => readable(words, { viewers, known, own }))
      : promised;
  const reports = viewers.includes('station') ? await selectReports(tx, jurisdiction, id) : [];
  return {
    ...matter,
    viewers,
    known,
    own,
    reports,
    history,
    acceptBy,
    assignmentId,
    promises,
    ...together,
    events: uncoveredFor(viewers, request, history, history),
    enteredBy,
    ...pictures,
    ...(await mergedWith(tx, call, matter, { viewers, history })),
  };
}

/** With what it is handled, and what stands on the board that its resident says it is the same as, or that was there before. */
async function mergedWith(
  tx: Tx,
  call: Call,
  { request }: Matter,
  { viewers, history }: { viewers: readonly Viewer[]; history: EventRow[] },
) {
  const { jurisdiction } = call;
  const { id, merged_into, earlier_id, same_as } = request;
  const handles = viewers.some((viewer) => HANDLERS.includes(viewer));
  const [lead = null] = merged_into ? await selectLeads(tx, jurisdiction, [merged_into]) : [];
  const together = await selectTogether(tx, jurisdiction, id);
  const moves = await selectOfLeads(tx, jurisdiction, timesTogether(history, merged_into), SHARED_MOVES);
  // Who stepped aside from one reads it nowhere; whose matter it is reads what becomes of it.
  const isOthers = viewers[0] !== 'resident' && (lead !== null || together.length > 0 || moves.length > 0);
  const aside = isOthers ? await asideFrom(tx, call) : [];
  const merged = together.filter((one) => !aside.includes(one.id));
  const ofLeads = uncoveredFor(
    viewers,
    request,
    history,
    moves.filter((one) => !aside.includes(one.lead)),
  );
  const earlier = earlier_id && handles ? await selectPublic(tx, jurisdiction, earlier_id) : null;
  const saidSame = same_as && viewers.includes('station') ? await selectPublic(tx, jurisdiction, same_as) : null;
  const leadIsAside = lead !== null && aside.includes(lead.id);
  return { lead, leadIsAside, ofLeads, merged, earlier: earlier ?? null, saidSame: saidSame ?? null };
}

/** What those who work on it say to one another only they read; all read it with the answer. */
const HANDLERS: readonly Viewer[] = ['deputy', 'station', 'department'];

/** Once whose it is has signed in, what is said from then on is not for who entered it. */
function uncoveredFor<Row extends { id: string }>(
  viewers: readonly Viewer[],
  { resident_id }: RequestRow,
  newestFirst: readonly EventRow[],
  rows: Row[],
): Row[] {
  const entrantAlone = viewers.every((viewer) => viewer === 'entrant');
  if (!entrantAlone || resident_id === null) return rows;
  const linked = newestFirst.find(({ kind }) => kind === 'contact_linked') ?? newestFirst.at(-1);
  return rows.filter(({ id }) => linked !== undefined && id <= linked.id);
}
