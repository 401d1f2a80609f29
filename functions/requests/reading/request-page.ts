import { isForPerson, isWithheld } from '../../../shared/kernel/content-check';
import { type Day, dayOf } from '../../../shared/kernel/days';
import type { Picture } from '../../../shared/kernel/pictures';
import type { RequestEvent, RequestPage } from '../../../shared/requests/contract';
import {
  ANSWERS,
  actsOf,
  clocksOf,
  type EventKind,
  knowsEntry,
  knowsName,
  mayRead,
  NUMBER_READERS,
  rowOf,
  type Viewer,
} from '../../../shared/requests/lifecycle';
import { publicOf } from '../../../shared/requests/public-form';
import { clockOf } from '../../../shared/requests/rules';
import {
  isIn,
  isSaid,
  OPEN,
  QUESTIONED,
  TO_ASSIGN,
  UNDER_WAY,
  WAITING_FOR_DEPUTY,
} from '../../../shared/requests/states';
import { workingDays } from '../../platform/calendar';
import type { Said } from '../../platform/call';
import { hideFromDepartment } from '../content/hidden-words';
import { higherTitle } from '../lifecycle/higher';
import { lastDaysOf, type Matter } from '../lifecycle/matter';
import type { BoardRow } from '../queries/board';
import { askedOfStation, detailOf, type EventRow, isProposal, proposalOf } from '../queries/events';
import type { Known } from '../queries/known';
import type { LeadRow, OfLead, TogetherRow } from '../queries/merged';
import type { ReportRow } from '../queries/reports';
import type { RequestRow } from '../queries/requests';
import { Settings } from '../settings';
import { heldOf } from './held';

/** A request as it was read for somebody. */
type Read = Matter & {
  /** Nearest first. */
  viewers: readonly Viewer[];
  /** What a department does not read of who somebody is, and which departments' words are the reader's own. */
  known: readonly Known[];
  own: readonly string[];
  /** All that happened, newest first. */
  history: readonly EventRow[];
  /** What of it they may know of. */
  events: readonly EventRow[];
  /** By event; those of the request itself under null. */
  pictures: Map<string | null, Picture[]>;
  /** Pictures in doubt. */
  doubts: RequestPage['doubts'];
  /** What was said against it on the board, for the station. */
  reports: readonly ReportRow[];
  enteredBy: string | null;
  /** Until when the department says whether it takes it; null where that is not open. */
  acceptBy: Day | null;
  /** By which a department has it, or answered it. */
  assignmentId: string | null;
  /** Who works on it beside the department that leads, and by which of it the reader does. */
  parts: RequestPage['parts'];
  partId: string | null;
  /** What departments promised with their answers. */
  promises: RequestPage['promises'];
  /** The one with which it is handled, and what is handled with it. */
  lead: LeadRow | null;
  /** Its reader stepped aside from that one. */
  leadIsAside: boolean;
  /** Where those went that it was handled with, while it was, newest first. */
  ofLeads: readonly OfLead[];
  merged: readonly TogetherRow[];
  /** On the board: what had ended when this came, and what its resident says it is the same as. */
  earlier: BoardRow | null;
  saidSame: BoardRow | null;
};

/** The page of a request, with what the table lets these viewers read and do. */
export function requestPage(read: Read, now: Date): RequestPage {
  const { request, directory, facts, sides, viewers, pictures } = read;
  const viewer = viewers[0] as Viewer;
  const events = read.events.filter(({ kind }) => viewers.some((one) => mayRead(kind, one)));
  const station = directory.station(request.station_id);
  const held = heldFor(read);
  const today = dayOf(now);
  const { withdrawable, reopenable } = lastDaysOf(request, directory);
  const ofRound = events.filter((event) => event.round === request.round);
  const proposal = isIn(request.state, QUESTIONED) && request.handover_to ? proposalOf(events) : undefined;
  const question =
    isIn(request.state, QUESTIONED) && !proposal
      ? ofRound.find(({ kind }) => kind === 'asked' || kind === 'question_forwarded')
      : undefined;
  return {
    id: request.id,
    trackingNumber: request.tracking_number,
    viewer,
    title: readable(request.title, read),
    words: readable(request.words, read),
    where: request.place && readable(request.place, read),
    category: request.category,
    openness: request.openness,
    name: knowsName(viewer, facts) ? request.name : null,
    nameFor: request.name_for,
    villageName: directory.villageName(request.village),
    deputyId: held.deputy_id,
    deputyName: directory.deputyName(held.deputy_id),
    higherDeputy: isIn(held.state, WAITING_FOR_DEPUTY) ? higherTitle(directory, held.deputy_id) : null,
    deputyAwayUntil: held.deputy_id && directory.awayUntil(held.deputy_id, today),
    deputyNotJoined: held.deputy_id !== null && !directory.hasJoined(held.deputy_id),
    departmentName: directory.departmentName(held.department_id),
    returns: held.returns,
    ...(viewers.some((one) => NUMBER_READERS.includes(one)) ? { hotlineNumber: held.hotline_number } : {}),
    acceptBy: read.acceptBy,
    ...(sides.includes('department') ? { assignmentId: read.assignmentId } : {}),
    parts: read.parts,
    ...(read.partId === null ? {} : { partId: read.partId }),
    asks: asksOf(read, events),
    ...(viewers.includes('station') ? { wish: wishOf(request, events) } : {}),
    stationName: station?.name ?? null,
    stationPhone: station?.phone ?? directory.countyPhone,
    enteredBy: knowsEntry(viewer) ? request.entered_by && (read.enteredBy || '联络站') : null,
    slipNumber: knowsEntry(viewer) ? request.slip_number : null,
    contact: contactOf(read),
    pictures: pictures.get(null) ?? [],
    doubts: viewers.includes('station') ? doubtsOf(read) : [],
    ...(viewers.includes('station') ? { hidden: request.hidden_words } : {}),
    publication: request.publication,
    ...(viewers.includes('station') ? { board: boardOf(request) } : {}),
    ...(viewers.includes('station') ? { reports: read.reports.map(reportOf) } : {}),
    ...togetherOf(read),
    may: actsOf(facts, sides),
    lapsesOn: request.lapses_on,
    promises: read.promises,
    questionOn: request.question_on,
    ratingWithdrawableUntil: withdrawable,
    reopenableUntil: reopenable,
    state: held.state,
    outcome: request.outcome,
    round: request.round,
    submittedOn: request.submitted_on,
    today,
    clock: clockFor(read, today),
    answer: answerOf(
      ofRound.find(({ kind }) => ANSWERS.includes(kind)),
      read,
    ),
    question: questionOf(question, read),
    handover: proposal ? handoverOf(proposal, read) : null,
    rating: ratingOf(read, events),
    events: events.map((event) => eventOf(event, read)),
    leadEvents: read.ofLeads
      .filter(({ kind }) => viewers.some((one) => mayRead(kind, one)))
      .map((event) => eventOfLead(event, read)),
  };
}

/**
 * In whose hands it is. To its resident where it is handled with another: in the hands of that one, and once it was answered in those of who answered. Who
 * handles it reads where it lies itself.
 */
function heldFor(read: Read) {
  const { request, facts, viewers, lead, history } = read;
  const { state, deputy_id, department_id, hotline_number, round } = request;
  const own = { state, deputy_id, department_id, hotline_number, returns: facts.returns };
  if (!viewers.every((viewer) => viewer === 'resident' || viewer === 'entrant')) return own;
  const answer = history.find((event) => event.round === round && ANSWERS.includes(event.kind));
  const { along, department = null } = answer ? detailOf(answer) : {};
  if (answer && along)
    return { ...own, deputy_id: answer.deputy_id ?? lead?.deputy_id ?? deputy_id, department_id: department };
  return heldOf(own, lead);
}

/** With what it is handled: how many to everybody, which to whoever handles it. Nobody's name is among it. */
function togetherOf(read: Read): Pick<RequestPage, 'others' | 'mergedInto' | 'together' | 'earlier' | 'saidSame'> {
  const { request, viewers, lead, merged, earlier, saidSame, directory } = read;
  const others = lead ? lead.merged : merged.length;
  const byPeople = viewers.some((viewer) => viewer === 'deputy' || viewer === 'station');
  if (!byPeople && !viewers.includes('department')) return { others };
  const { title = null, words = null } = earlier ? publicOf(earlier) : {};
  return {
    others,
    mergedInto:
      lead && !read.leadIsAside && read.facts.merged && byPeople
        ? { id: lead.id, trackingNumber: lead.tracking_number, title: lead.title }
        : null,
    together: merged.map((row) => {
      const say = (said: string) => (byPeople ? said : hideFromDepartment(said, ...read.known));
      return {
        id: row.id,
        trackingNumber: byPeople ? row.tracking_number : null,
        seen: viewers.includes('station') && isIn(row.state, OPEN) ? row.seen : null,
        title: say(row.title),
        words: say(row.words),
        where: row.place && say(row.place),
        villageName: directory.villageName(row.village),
        submittedOn: row.submitted_on,
        dueOn: row.due_on,
        more: row.more.map(say),
      };
    }),
    earlier:
      earlier && title !== null && words !== null
        ? {
            id: earlier.id,
            title,
            words,
            villageName: directory.villageName(earlier.village),
            submittedOn: earlier.submitted_on,
          }
        : null,
    saidSame: saidSame && request.same_as ? { id: saidSame.id, title: publicOf(saidSame).title ?? '' } : null,
  };
}

/** To who entered it and its station; of a number that was taken out the history knows why. */
function contactOf({ facts, viewers, history }: Read): RequestPage['contact'] {
  if (facts.contact === 'own' || !viewers.some((viewer) => viewer === 'entrant' || viewer === 'station')) return null;
  if (facts.contact !== 'none') return facts.contact === 'left' ? 'unconfirmed' : 'confirmed';
  const last = history.find(({ kind }) => kind === 'contact_declined' || kind === 'contact_corrected');
  return last?.kind === 'contact_declined' ? 'declined' : 'none';
}

/**
 * To a department the words of others say nothing of who somebody is, as far as that is found or a clerk hid it; what it wrote itself stays. Every text of a
 * page that somebody wrote goes through here (`covered.test.ts` has them all).
 * @param by the department that wrote them; undefined: somebody else did
 */
export function readable(words: string, { viewers, known, own }: Reader, by?: string | null): string {
  if (viewers[0] !== 'department' || (by && own.includes(by))) return words;
  return hideFromDepartment(words, ...known);
}

/** As whom words are read. */
type Reader = Pick<Read, 'viewers' | 'known' | 'own'>;

/** The department whose words an event has; undefined where they are somebody else's. */
function writerOf(event: EventRow): string | null | undefined {
  return rowOf(event.kind).actor === 'department' ? detailOf(event).department : undefined;
}

/** What the deputy said when they asked for a department, while one has to be found. */
function wishOf({ state }: RequestRow, events: readonly EventRow[]): RequestPage['wish'] {
  const asked = isIn(state, TO_ASSIGN) ? events.find(({ kind }) => kind === 'referred') : undefined;
  return asked ? { departmentId: detailOf(asked).department ?? null, words: asked.words } : null;
}

function answerOf(event: EventRow | undefined, read: Read): RequestPage['answer'] {
  const answer = said(event);
  if (!event || !answer) return null;
  const { department, resultClass, said: others = [] } = detailOf(event);
  const departmentName = read.directory.departmentName(department ?? null);
  return {
    ...answer,
    ...(departmentName !== null && resultClass ? { by: { departmentName, resultClass } } : {}),
    ...(others.length ? { said: others.map((one) => saidBy(one, read)) } : {}),
    ...(rowOf(event.kind).actor === 'hotline' ? { hotline: true as const } : {}),
    words: readable(answer.words, read, writerOf(event)),
  };
}

/** Departments read of one another's words what they read of all others'. */
function saidBy({ departmentId, kind, words }: Said, read: Read) {
  const departmentName = read.directory.departmentName(departmentId) ?? '';
  return { departmentName, kind, words: words && readable(words, read, departmentId) };
}

function questionOf(event: EventRow | undefined, read: Read): RequestPage['question'] {
  const asked = said(event);
  if (!event || !asked) return null;
  const by = read.directory.departmentName(detailOf(event).department ?? null);
  return { words: readable(asked.words, read, writerOf(event)), on: asked.on, by };
}

/** What its resident is asked before it goes to another level. */
function handoverOf(event: EventRow, read: Read): RequestPage['handover'] {
  const { id, at, kind, words } = event;
  const { directory, request } = read;
  return {
    id,
    to: higherTitle(directory, request.handover_to) ?? '',
    by: kind === 'pass_proposed' ? directory.deputyName(event.deputy_id) : null,
    words: readable(words ?? '', read),
    on: dayOf(at),
  };
}

/** What the department asks of the station, as far as its reader may read the event by which it did. */
function asksOf(read: Read, events: readonly EventRow[]): RequestPage['asks'] {
  const { asks, asked_until } = read.request;
  const asked = asks && askedOfStation(events, asks);
  if (!asked) return null;
  return {
    what: asks,
    words: readable(asked.words ?? '', read, writerOf(asked)),
    on: dayOf(asked.at),
    until: asks === 'extension' ? asked_until : null,
  };
}

function said(event: EventRow | undefined): { id: string; words: string; on: Day } | null {
  return event?.words ? { id: event.id, words: event.words, on: dayOf(event.at) } : null;
}

/** Without who said it. */
function reportOf({ id, reason, words, state, answer, created_at }: ReportRow): ReportShown {
  return { id, reason, words, on: dayOf(created_at), state, answer };
}

type ReportShown = NonNullable<RequestPage['reports']>[number];

/** What stands on the notice board, or stood there before it was looked at again. */
function boardOf({
  public_title: title,
  public_words: words,
  public_answer: answer,
}: RequestRow): RequestPage['board'] {
  return title !== null && words !== null ? { title, words, answer } : null;
}

type Doubt = RequestPage['doubts'][number];

/** What waits for a decision first, then what a person withheld. */
function doubtsOf({ request, doubts }: Read): Doubt[] {
  const { text_check: verdict } = request;
  const events = request.word_doubts.map((doubt) => (isWithheld(verdict) ? { ...doubt, verdict } : doubt));
  // What was doubted before doubts were kept apart is the whole of it.
  const where = events.length ? { events } : {};
  const ofWords: Doubt[] = isForPerson(verdict) ? [{ picture: null, verdict, ...where }] : [];
  return [...ofWords, ...doubts].sort((a, b) => Number(isWithheld(a.verdict)) - Number(isWithheld(b.verdict)));
}

function clockFor({ request, directory, history }: Read, today: Day): RequestPage['clock'] {
  const { state, asked_on, answered_on, closed_on } = request;
  const stoppedOn = isIn(state, UNDER_WAY) ? null : (asked_on ?? answered_on ?? closed_on);
  const round = { startedOn: request.round_started_on, dueOn: request.due_on, stoppedOn };
  const pauses = pausesOf(history.filter((event) => event.round === request.round));
  return clockOf(round, directory.settings(Settings).answerTerm.kind, today, workingDays(directory.calendar), pauses);
}

/** Days of the round on which a question waited for the resident; the clock stood. */
function pausesOf(newestFirst: readonly EventRow[]): { from: Day; to: Day }[] {
  const pauses: { from: Day; to: Day }[] = [];
  let from: Day | null = null;
  let proposed = false;
  for (const event of [...newestFirst].reverse()) {
    const clocks = clocksOf(event.kind);
    if (clocks.includes('pause')) {
      from = dayOf(event.at);
      proposed = isProposal(event.kind);
    }
    // What is said meanwhile does not say whether it may go to another level.
    if (proposed && event.kind === 'supplemented') continue;
    // An answer overtook it.
    if (clocks.includes('stop')) from = null;
    if (clocks.includes('resume') && from) {
      pauses.push({ from, to: dayOf(event.at) });
      from = null;
    }
  }
  return pauses;
}

/** What the resident said of the answer that closed the matter. */
function ratingOf(read: Read, events: readonly EventRow[]): RequestPage['rating'] {
  const { outcome } = read.request;
  if (!isSaid(outcome)) return null;
  const rated = events.find((event) => event.kind === outcome);
  const { attitude, result } = (rated?.detail ?? {}) as Pick<NonNullable<RequestPage['rating']>, 'attitude' | 'result'>;
  return {
    outcome,
    attitude: attitude ?? null,
    result: result ?? null,
    words: rated?.words ? readable(rated.words, read) : null,
  };
}

/** What a station does with a department, which is named beside it. */
const NAMES_DEPARTMENT: readonly EventKind[] = ['assigned', 'taken_back', 'question_refused', 'extension_refused'];

function eventOf(event: EventRow, read: Read): RequestEvent {
  const { id, kind, at, words, spoken, deputy_id: deputyId } = event;
  const wentTo = GOES_TO_DEPUTY.includes(kind) ? deputyId : null;
  const department = NAMES_DEPARTMENT.includes(kind) ? (detailOf(event).department ?? null) : null;
  const higher = isProposal(kind) ? detailOf(event).higher : NAMES_HIGHER.includes(kind) ? deputyId : null;
  return {
    id,
    kind,
    at: at.toISOString(),
    on: dayOf(at),
    byName: actorName(event, read),
    words: words && readable(words, read, writerOf(event)),
    toName:
      department === null
        ? (higherTitle(read.directory, higher ?? null) ?? read.directory.deputyName(wentTo))
        : read.directory.departmentName(department),
    spoken,
    until: detailOf(event).until ?? null,
    others: detailOf(event).others ?? null,
    told: detailOf(event).told ?? null,
    pictures: read.pictures.get(id) ?? [],
  };
}

/** Where the one that leads went: by whom and to whom, and nothing that was said there to its resident. */
function eventOfLead({ station_id, holder: deputy_id, lead: _, ...event }: OfLead, read: Read): RequestEvent {
  const own = { ...read, request: { ...read.request, station_id, deputy_id } };
  return eventOf({ ...event, words: null, spoken: false }, own);
}

/** A deputy of another level, who is named with the level. */
const NAMES_HIGHER: readonly EventKind[] = ['handover_agreed', 'higher_told', 'higher_answered'];

const GOES_TO_DEPUTY: readonly EventKind[] = ['passed', 'reassigned', 'given_back', 'released', 'handover_declined'];

/** Who did it, as far as the reader may know. */
function actorName(event: EventRow, { request, directory, facts, viewers, enteredBy }: Read): string | null {
  const { kind, deputy_id } = event;
  const stationName = directory.stationName(request.station_id);
  switch (rowOf(kind).actor) {
    case 'resident':
      return knowsName(viewers[0] as Viewer, facts) ? request.name : null;
    case 'entrant':
      return knowsEntry(viewers[0] as Viewer) ? enteredBy : null;
    case 'department':
      return directory.departmentName(detailOf(event).department ?? null);
    case 'station':
      return stationName;
    case 'hotline':
      return '12345';
    case 'office':
      return null;
    case 'deputy': {
      if (kind === 'noted') return deputy_id === null ? stationName : directory.deputyName(deputy_id);
      if (kind === 'passed' || kind === 'handover_declined') return directory.deputyName(detailOf(event).from ?? null);
      return directory.deputyName(deputy_id ?? request.deputy_id);
    }
  }
}
