import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { follow as contract, RequestEvent, RequestPage } from '../../shared/requests/contract';
import { clockOf } from '../../shared/requests/rules';
import { type Names, namesOf } from '../directory/public';
import { workingDays } from '../platform/calendar';
import type { Call, Person } from '../platform/call';
import { nameFor, type Viewer, viewerOf } from './access';
import { type EventRow, type RequestRow, selectEvents, selectRequest } from './queries';

/** A request with all that happened to it, for its resident or its deputy. */
export async function follow(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const names = await namesOf(call);
  const { request, viewer, events } = await call.read(async (tx) => {
    const request = await selectRequest(tx, call.jurisdiction, id);
    const viewer = viewerOf(request, call.caller);
    ensure(request, 'not_found');
    return { request, viewer, events: await selectEvents(tx, call.jurisdiction, id) };
  });
  return pageOf(request, events, viewer, names, call.now);
}

function pageOf(request: RequestRow, events: EventRow[], viewer: Viewer, names: Names, now: Date): RequestPage {
  const station = names.station(request.station_id);
  const { answerTerm, calendar } = names.settings;
  const stoppedOn = request.state === 'with_deputy' ? null : request.answered_on;
  const round = { startedOn: request.round_started_on, dueOn: request.due_on, stoppedOn };
  const answered = events.find((event) => event.kind === 'answered' && event.round === request.round);
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
    deputyName: names.deputyName(request.deputy_id),
    stationName: station?.name ?? null,
    stationPhone: station?.phone ?? null,
    state: request.state,
    outcome: request.outcome,
    round: request.round,
    submittedOn: request.submitted_on,
    today: dayOf(now),
    clock: clockOf(round, answerTerm.kind, dayOf(now), workingDays(calendar)),
    answer: answered?.words ? { words: answered.words, on: dayOf(answered.at) } : null,
    rating: ratingOf(request, events),
    events: events.map((event) => eventOf(event, request, viewer, names)),
  };
}

/** What the resident said of the answer that closed the matter. */
function ratingOf(request: RequestRow, events: EventRow[]): RequestPage['rating'] {
  if (!request.outcome) return null;
  const said = events.find((event) => event.kind === request.outcome);
  const { attitude, result } = (said?.detail ?? {}) as Pick<NonNullable<RequestPage['rating']>, 'attitude' | 'result'>;
  return { outcome: request.outcome, attitude: attitude ?? null, result: result ?? null, words: said?.words ?? null };
}

function eventOf(event: EventRow, request: RequestRow, viewer: Viewer, names: Names): RequestEvent {
  const { id, kind, at, words } = event;
  const byDeputy = kind === 'opened' || kind === 'answered';
  const byStation = kind === 'registered';
  const byName = byDeputy
    ? names.deputyName(request.deputy_id)
    : byStation
      ? (names.station(request.station_id)?.name ?? null)
      : nameFor(viewer, request);
  return { id, kind, at: at.toISOString(), on: dayOf(at), byName, words };
}
