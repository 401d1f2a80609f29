import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import { dayOf, sayDay } from '../../shared/kernel/days';
import { makeTrackingNumber } from '../../shared/kernel/ids';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { submit as contract } from '../../shared/requests/contract';
import { answerDue, titleOf } from '../../shared/requests/rules';
import { addresseeOf, namesOf } from '../directory/public';
import { rememberName } from '../identity/public';
import { workingDays } from '../platform/calendar';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { enqueue } from '../platform/outbox';
import { CHECK_WORDS } from './check-words';
import { insertRequest } from './queries';
import { tellDeputy } from './tell-deputy';

type SubmitInput = Input<typeof contract>;

/** A resident's request to one deputy. The station registers it at once (登记), the clock starts, the words are checked soon after. */
export async function submit(call: Call<Person>, input: SubmitInput): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const addressee = await addresseeOf(call, input.deputyId, input.village);
  const names = await namesOf(call);
  const { answerTerm, calendar } = names.settings;
  const dueOn = answerDue(dayOf(now), answerTerm, workingDays(calendar));
  const id = v7();
  const title = titleOf(input.words);
  return call.write(async (tx) => {
    // In here, because a retry gets its first reply whatever became of the deputy since.
    ensure(addressee, 'not_found');
    // Nobody may be both sides: the resident's word must be another's.
    ensure(input.deputyId !== caller.deputyId, 'own_matter');
    ensure(addressee.serving, 'deputy_ended');
    ensure(addressee.covers, 'deputy_not_yours');
    const trackingNumber = await write(tx, call, { input, id, title, stationId: addressee.stationId, dueOn });
    if (input.name) await rememberName(tx, jurisdiction, caller.personId, input.name);
    await enqueue(tx, { jurisdiction, topic: CHECK_WORDS, payload: { requestId: id }, runAt: now, now });
    const body = `${names.villageName(input.village)}，最晚 ${sayDay(dueOn)}回`;
    await tellDeputy(tx, input.deputyId, { jurisdiction, kind: 'request_received', requestId: id, title, body, now });
    const stationName = names.station(addressee.stationId)?.name ?? null;
    return { id, trackingNumber, deputyName: names.deputyName(input.deputyId), stationName, answerTerm, dueOn };
  });
}

type Ready = { input: SubmitInput; id: string; title: string; stationId: string | null; dueOn: string };

async function write(
  tx: Tx,
  { jurisdiction, caller, now }: Call<Person>,
  { input, id, title, stationId, dueOn }: Ready,
): Promise<string> {
  const today = dayOf(now);
  const event = { jurisdiction, request_id: id, round: 1, words: null, detail: '{}', at: now };
  const events = [
    { ...event, id: v7(), kind: 'submitted' as const, person_id: caller.personId },
    { ...event, id: v7(), kind: 'registered' as const, person_id: null },
  ];
  const request = {
    jurisdiction,
    id,
    resident_id: caller.personId,
    deputy_id: input.deputyId,
    station_id: stationId,
    village: input.village,
    category: input.category,
    title,
    words: input.words,
    place: input.where || null,
    openness: input.openness,
    name: input.name || null,
    name_for: input.nameFor,
    state: 'with_deputy' as const,
    submitted_on: today,
    round_started_on: today,
    due_on: dueOn,
    created_at: now,
    changed_at: now,
  };
  // With a million requests in a county one number in ninety is taken.
  for (;;) {
    const tracking_number = makeTrackingNumber(randomInt);
    if (await insertRequest(tx, { ...request, tracking_number }, events)) return tracking_number;
  }
}
