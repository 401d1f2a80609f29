import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { follow as contract, Picture, RequestEvent, RequestPage, Viewer } from '../../shared/requests/contract';
import { actsOf, clockOf, mayRead } from '../../shared/requests/rules';
import { type Names, namesOf } from '../directory/public';
import { nameOfPerson } from '../identity/public';
import { workingDays } from '../platform/calendar';
import type { Call, Person } from '../platform/call';
import { nameFor, viewersOf } from './access';
import { picturesOf } from './pictures';
import { type EventRow, type RequestRow, selectEvents, selectRequest } from './queries';

type Seen = {
  request: RequestRow;
  viewers: Viewer[];
  events: EventRow[];
  pauses: Pause[];
  /** By event; those of the request itself under null. */
  pictures: Map<string | null, Picture[]>;
  doubts: RequestPage['doubts'];
  enteredBy: string | null;
  /** What the person themselves did before. */
  past: { answered: boolean; spoke: boolean };
};

/** A request with all that happened to it, for whoever has a part in it. */
export async function follow(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction } = call;
  const names = await namesOf(call);
  const seen = await call.read(async (tx) => {
    const request = await selectRequest(tx, jurisdiction, id);
    const viewers = viewersOf(request, call, names);
    ensure(request, 'not_found');
    const ofPictures = await picturesOf(tx, call, id, viewers);
    const all = await selectEvents(tx, jurisdiction, id);
    const events = uncoveredFor(viewers, request, all);
    const pauses = pausesOf(all.filter(({ round }) => round === request.round));
    const enteredBy = request.entered_by && (await nameOfPerson(tx, jurisdiction, request.entered_by));
    const doubts = [...doubtOfWords(request), ...ofPictures.doubts].sort(waitingFirst);
    const own = all.filter(({ person_id }) => person_id === call.caller.personId);
    const past = { answered: own.some(({ kind }) => kind === 'answered'), spoke: own.some(isSpoken) };
    return { request, viewers, events, pauses, pictures: ofPictures.pictures, doubts, enteredBy, past };
  });
  return pageOf(seen, names, call.now);
}

function isSpoken({ detail }: EventRow): boolean {
  return (detail as { spoken?: boolean }).spoken === true;
}

/** Once whose it is has signed in, what is said from then on is not for who entered it. */
function uncoveredFor(viewers: readonly Viewer[], { resident_id }: RequestRow, newestFirst: EventRow[]): EventRow[] {
  const entrantAlone = viewers.every((viewer) => viewer === 'entrant');
  if (!entrantAlone || resident_id === null) return newestFirst;
  return newestFirst.slice(newestFirst.findIndex(({ kind }) => kind === 'claimed'));
}

function doubtOfWords({ text_check: verdict }: RequestRow): RequestPage['doubts'] {
  const isDoubt = verdict === 'review' || verdict === 'risky' || verdict === 'kept_back';
  return isDoubt ? [{ picture: null, verdict }] : [];
}

type Doubt = RequestPage['doubts'][number];

function waitingFirst(a: Doubt, b: Doubt): number {
  return Number(a.verdict === 'kept_back') - Number(b.verdict === 'kept_back');
}

function pageOf(seen: Seen, names: Names, now: Date): RequestPage {
  const { request, viewers, events, pictures } = seen;
  const viewer = viewers[0] as Viewer;
  // Who asks for themselves reads it as the resident does, whatever else they are.
  const readers = viewer === 'resident' ? [viewer] : viewers;
  const station = names.station(request.station_id);
  const { answerTerm, calendar } = names.settings;
  const today = dayOf(now);
  const round = { startedOn: request.round_started_on, dueOn: request.due_on, stoppedOn: stoppedOn(request) };
  const ofRound = events.filter((event) => event.round === request.round);
  const answered = ofRound.find(({ kind }) => kind === 'answered');
  const asked = request.state === 'asked' ? ofRound.find(({ kind }) => kind === 'asked') : undefined;
  const said = (event: EventRow | undefined) =>
    event?.words ? { id: event.id, words: event.words, on: dayOf(event.at) } : null;
  return {
    id: request.id,
    trackingNumber: request.tracking_number,
    viewer,
    title: request.title,
    words: request.words,
    where: request.place,
    category: request.category as RequestPage['category'],
    openness: request.openness,
    name: nameFor(viewer, request),
    nameFor: request.name_for,
    villageName: names.villageName(request.village),
    deputyId: request.deputy_id,
    deputyName: request.deputy_id && names.deputyName(request.deputy_id),
    deputyAwayUntil: request.deputy_id && names.awayUntil(request.deputy_id, today),
    stationName: station?.name ?? null,
    stationPhone: station?.phone ?? null,
    enteredBy: request.entered_by && (seen.enteredBy || '联络站'),
    slipNumber: request.slip_number,
    pictures: pictures.get(null) ?? [],
    doubts: viewers.includes('station') ? seen.doubts : [],
    publication: request.publication,
    may: actsOf(standingOf(seen), viewers, seen.past),
    lapsesOn: request.lapses_on,
    state: request.state,
    outcome: request.outcome,
    round: request.round,
    submittedOn: request.submitted_on,
    today,
    clock: clockOf(round, answerTerm.kind, today, workingDays(calendar), seen.pauses),
    answer: said(answered),
    question: said(asked),
    rating: ratingOf(request, events),
    events: events
      .filter(({ kind }) => readers.some((one) => mayRead(kind, one)))
      .map((event) => eventOf(event, seen, viewer, names)),
  };
}

function stoppedOn(request: RequestRow): string | null {
  if (request.state === 'with_deputy') return null;
  return request.asked_on ?? request.answered_on ?? request.closed_on;
}

function standingOf({ request, doubts }: Seen): Parameters<typeof actsOf>[0] {
  const { state, round, outcome, taken_at, resident_id, publication } = request;
  return {
    state,
    round,
    outcome,
    taken: taken_at !== null,
    claimed: resident_id !== null,
    publication,
    toDecide: doubts.length > 0,
  };
}

type Pause = { from: string; to: string };

/** Days of the round on which a question waited for the resident; the clock stood. */
function pausesOf(newestFirst: readonly EventRow[]): Pause[] {
  const pauses: Pause[] = [];
  let from: string | null = null;
  for (const event of [...newestFirst].reverse()) {
    if (event.kind === 'asked') from = dayOf(event.at);
    // An answer overtook it.
    if (event.kind === 'answered') from = null;
    if (event.kind === 'supplemented' && from) {
      pauses.push({ from, to: dayOf(event.at) });
      from = null;
    }
  }
  return pauses;
}

/** What the resident said of the answer that closed the matter. */
function ratingOf({ outcome }: RequestRow, events: EventRow[]): RequestPage['rating'] {
  if (outcome !== 'solved' && outcome !== 'partly') return null;
  const said = events.find((event) => event.kind === outcome);
  const { attitude, result } = (said?.detail ?? {}) as Pick<NonNullable<RequestPage['rating']>, 'attitude' | 'result'>;
  return { outcome, attitude: attitude ?? null, result: result ?? null, words: said?.words ?? null };
}

const BY_DEPUTY: readonly RequestEvent['kind'][] = ['opened', 'answered', 'asked', 'taken'];
const BY_RESIDENT: readonly RequestEvent['kind'][] = [
  'submitted',
  'read',
  'supplemented',
  'solved',
  'partly',
  'not_solved',
  'withdrawn',
  'hidden',
  'claimed',
  'reopened',
];

function eventOf(event: EventRow, { request, pictures, enteredBy }: Seen, viewer: Viewer, names: Names): RequestEvent {
  const { id, kind, at, words, deputy_id: deputyId } = event;
  const detail = event.detail as { from?: string | null };
  const given = kind === 'passed' || kind === 'reassigned';
  return {
    id,
    kind,
    at: at.toISOString(),
    on: dayOf(at),
    byName: byNameOf(),
    words,
    toName: given && deputyId ? names.deputyName(deputyId) : null,
    spoken: isSpoken(event),
    pictures: pictures.get(id) ?? [],
  };

  function byNameOf(): string | null {
    if (BY_DEPUTY.includes(kind) || (kind === 'noted' && deputyId)) {
      const deputy = deputyId ?? request.deputy_id;
      return deputy && names.deputyName(deputy);
    }
    if (kind === 'passed') return detail.from ? names.deputyName(detail.from) : null;
    if (kind === 'entered') return enteredBy;
    if (BY_RESIDENT.includes(kind)) return nameFor(viewer, request);
    return names.station(request.station_id)?.name ?? null;
  }
}
