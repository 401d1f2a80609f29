import { dayOf, daysBetween } from '../../../shared/kernel/days';
import { countyKind } from '../../../shared/kernel/kinds';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { show as contract } from '../../../shared/suggestions/contract';
import { ACTS, actsOf, mayRead } from '../../../shared/suggestions/lifecycle';
import type { Suggestion, SuggestionEvent } from '../../../shared/suggestions/shown';
import { isIn, PRIVATE, RUNNING, type Side, STANDS } from '../../../shared/suggestions/states';
import { beside, partsOf } from '../../assignments/public';
import type { CountyDirectory } from '../../directory/public';
import type { Call, Person, Said } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { citedOf } from '../../requests/public';
import { assigningOf } from '../assigning';
import { attachmentsOf } from '../attachments';
import { contactsOf } from '../contacts';
import { hideIn } from '../hide';
import { type Matter, matterOf } from '../matter';
import {
  type CosignerRow,
  type EventRow,
  type SuggestionRow,
  selectBeside,
  selectRequestIds,
  selectSuggestion,
} from '../queries';
import { classNames } from '../settings';
import { lastOfAll } from '../together';
import { besideOf } from './beside';
import { numberOf } from './number';

export async function show(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  return call.read(async (tx) => {
    const row = await selectSuggestion(tx, call.jurisdiction, id);
    ensure(row, 'not_found');
    return showOne(tx, call, row);
  });
}

/** As this reader sees it, and with what they may do now. @throws ProblemError `not_found` where they have no part in it */
export async function showOne(tx: Tx, call: Call<Person>, row: SuggestionRow): Promise<Suggestion> {
  const { jurisdiction, caller, now } = call;
  const matter = await matterOf(tx, call, row);
  const { facts, sides, directory, events, assignment } = matter;
  let readers = sides;
  const hide = caller.departmentIds.length ? (await hideIn(tx, call, [row.id]))(row.id) : asWritten;
  /** @param by the department that wrote them; what it wrote itself it reads as it wrote it */
  const say: Say = (words, by) =>
    readers[0] !== 'department' || (by && caller.departmentIds.includes(by)) ? words : hide(words);
  const together = await partsOf(tx, await beside(tx, call, row.id), assignment, (isOfOne) => {
    // Who works on it with the department that has it reads what that one reads, and does nothing of what that one does.
    if (isOfOne && !sides.length) readers = ['department'];
    const isHandler = readers.some((side) => HANDLERS.includes(side));
    return { assigner: sides.includes('office'), read: (words) => (isHandler ? say(words) : null) };
  });
  const viewer = readers[0];
  ensure(viewer, 'not_found');
  const others = await selectBeside(tx, call.jurisdiction, row);
  const today = dayOf(now);
  const names = namesIn(matter);
  const may: readonly string[] = actsOf(facts, sides);
  const requestIds = (await selectRequestIds(tx, jurisdiction, [row.id])).map(({ request_id }) => request_id);
  const requests = await citedOf(tx, call, requestIds);
  return {
    id: row.id,
    version: row.version,
    textVersion: row.text_version,
    viewer,
    state: row.state,
    round: row.round,
    outcome: row.outcome,
    occasion: row.occasion,
    number: numberOf(row),
    title: say(row.title),
    facts: say(row.facts),
    proposal: say(row.proposal),
    disclosure: row.disclosure,
    disclosureReason: row.disclosure_reason && say(row.disclosure_reason),
    origin: row.origin,
    unsolved: row.unsolved,
    wantsContact: row.wants_contact,
    lead: names(row.lead_id),
    cosigners: cosignersFor(viewer, matter).map((one) => ({ ...names(one.deputy_id), state: one.state })),
    mine: facts.mine,
    requests: requests.map(({ id, title, words, placeName, deputyId }) => ({
      id: deputyId !== null && deputyId === caller.deputyId ? id : null,
      title,
      words,
      placeName,
    })),
    ...(await attachmentsOf(tx, call, row.id, viewer === 'office')),
    departmentId: row.department_id,
    departmentName: directory.departmentName(row.department_id),
    // What is handled with another is answered where that one is.
    assignmentId: sides.includes('department') && row.handled_with === null ? (assignment?.id ?? null) : null,
    returns: events.filter(({ kind }) => kind === 'returned').length,
    marked: row.marked,
    submittedOn: row.submitted_on,
    assignBy: row.assign_by,
    assignedOn: row.first_assigned_on,
    dueOn: row.due_on,
    ...(may.includes('assign') ? { assigning: assigningOf(row, directory, call) } : {}),
    daysLeft: row.due_on !== null && isIn(row.state, RUNNING) ? daysBetween(today, row.due_on) : null,
    extended: row.extended,
    together: await besideOf(tx, call, row, { beside: others, viewer }),
    complexReason: row.complex_reason && say(row.complex_reason),
    watcherId: row.watcher_id,
    watcherName: directory.departmentName(row.watcher_id),
    ...(viewer === 'office' ? { committees: directory.committees() } : {}),
    parts: together.parts,
    ...(together.partId === null ? {} : { partId: together.partId }),
    asked: askedOf(matter, say),
    extendableUntil: lastOfAll([row, ...others]),
    contacts: contactsOf(events).map(({ by, ...one }) => ({ ...one, words: say(one.words, by) })),
    contacted: facts.contacted,
    classes: classNames(directory),
    answer: answerOf(matter, say),
    commentBy: row.comment_by,
    rateBy: row.rate_by,
    comments: commentsFor(viewer, matter, caller).map((one) => ({
      deputyId: one.deputy_id,
      name: directory.deputyName(one.deputy_id),
      attitude: one.attitude as NonNullable<typeof one.attitude>,
      result: one.result as NonNullable<typeof one.result>,
      words: one.words,
    })),
    rating: ratingOf(matter, say),
    redirectedTo: row.redirected_to,
    today,
    may: ACTS.filter((act) => may.includes(act)),
    events: events.filter(({ kind }) => mayRead(kind, readers)).map((event) => eventOf(event, directory, say)),
  };
}

/** How its reader reads words, and, where a department wrote them, of which one. */
type Say = (words: string, by?: string | null) => string;
const asWritten: Say = (words) => words;

/** What those who work on it say to one another only they read; all read it with the answer. */
const HANDLERS: readonly Side[] = ['office', 'department'];

/** Also of those who are no deputies any more. */
function namesIn({ directory, deputies }: Matter) {
  const wards = new Map(deputies.map(({ id, ward }) => [id, ward]));
  return (id: string) => ({ id, name: directory.deputyName(id), ward: wards.get(id) ?? null });
}

/** Who would not sign is to everybody else somebody who has not answered; once it is handed in there are those who signed. */
function cosignersFor(viewer: string, { suggestion, cosigners }: Matter): CosignerRow[] {
  if (!isIn(suggestion.state, PRIVATE) || viewer === 'office')
    return cosigners.filter(({ state }) => STANDS.includes(state));
  return cosigners
    .filter(({ state }) => state !== 'dropped' && state !== 'left')
    .map((one) => (one.state === 'declined' ? { ...one, state: 'asked' } : one));
}

/** What co-signers think of the answer of this round: private to the lead and the office, and to each their own. */
function commentsFor(viewer: string, { suggestion, cosigners }: Matter, { deputyId }: Person): CosignerRow[] {
  const said = cosigners.filter(({ round, attitude }) => attitude !== null && round === suggestion.round);
  if (viewer === 'lead' || viewer === 'office') return said;
  return viewer === 'cosigner' ? said.filter(({ deputy_id }) => deputy_id === deputyId) : [];
}

/** What the department waits for. */
function askedOf({ facts: { asks }, events, assignment }: Matter, say: Say): Suggestion['asked'] {
  const found = events.find(({ kind }) => kind === (asks === 'question' ? 'question_asked' : 'extension_asked'));
  if (!asks || !found) return null;
  const until = asks === 'days' ? (assignment?.asked_until ?? null) : null;
  return { what: asks, on: dayOf(found.at), words: say(found.words ?? '', writerOf(found)), until };
}

export function answerOf({ suggestion, events, directory }: Matter, say: Say = asWritten): Suggestion['answer'] {
  const found = events.find(({ kind }) => kind === 'answered');
  const { result_class } = suggestion;
  if (!found || result_class === null) return null;
  const { said = [] } = found.detail;
  return {
    on: dayOf(found.at),
    departmentName: directory.departmentName(found.department_id) ?? '',
    resultClass: result_class,
    words: say(found.words ?? '', writerOf(found)),
    ...(said.length ? { said: said.map((one) => saidBy(one, directory, say)) } : {}),
  };
}

function saidBy({ departmentId, kind, words }: Said, directory: CountyDirectory, say: Say) {
  const departmentName = directory.departmentName(departmentId) ?? '';
  return { departmentName, kind, words: words && say(words, departmentId) };
}

/** The department whose words these are; null where somebody else wrote them. */
function writerOf({ side, department_id }: EventRow): string | null {
  return side === 'department' ? department_id : null;
}

/** What the lead said last. */
function ratingOf({ suggestion, events }: Matter, say: Say): Suggestion['rating'] {
  const { attitude, result } = suggestion;
  if (attitude === null || result === null) return null;
  const rated = events.find(({ kind }) => kind === 'rated' || kind === 'dissatisfied');
  return { attitude, result, words: rated?.words ? say(rated.words) : null };
}

export function eventOf(event: EventRow, directory: CountyDirectory, say: Say = asWritten): SuggestionEvent {
  const { id, kind, side, round, at, words, deputy_id, department_id, detail } = event;
  const byName = {
    lead: () => directory.deputyName(deputy_id),
    cosigner: () => directory.deputyName(deputy_id),
    department: () => directory.departmentName(department_id),
    office: () => `${countyKind(directory.countyName)}人大办`,
    clock: () => null,
  }[side]();
  const isOfDepartment = kind === 'assigned' || kind === 'taken_back';
  const isOfDeputy = kind === 'handed_over' || kind === 'cosigner_left';
  return {
    id,
    kind,
    side,
    round,
    on: dayOf(at),
    byName,
    toName: isOfDepartment
      ? directory.departmentName(department_id)
      : isOfDeputy
        ? directory.deputyName(deputy_id)
        : null,
    words: words && say(words, writerOf(event)),
    ...(kind === 'answered' && detail.resultClass ? { resultClass: detail.resultClass as 'A' } : {}),
    ...(detail.until ? { until: detail.until } : {}),
    ...(detail.watcher ? { watcherName: directory.departmentName(detail.watcher) ?? '' } : {}),
  };
}
