import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import { dayOf, sayDay } from '../../shared/kernel/days';
import { makeTrackingNumber } from '../../shared/kernel/ids';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { submit as contract } from '../../shared/requests/contract';
import { answerDue, titleOf } from '../../shared/requests/rules';
import { type Addressee, addresseeOf, type Names, namesOf } from '../directory/public';
import { rememberName } from '../identity/public';
import { workingDays } from '../platform/calendar';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { enqueue } from '../platform/outbox';
import { CHECK_WORDS } from './check-words';
import { gramsOf } from './grams';
import { attachPictures } from './pictures';
import { insertRequest } from './queries';
import { tellDeputy } from './tell';

type SubmitInput = Input<typeof contract>;

/** A resident's request. The station registers it at once (登记), the clock starts, the words are checked soon after. */
export async function submit(call: Call<Person>, input: SubmitInput): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller } = call;
  const ready = await prepare(call, input);
  return call.write(async (tx) => {
    // Nobody may be both sides: the resident's word must be another's.
    ensure(input.deputyId === undefined || input.deputyId !== caller.deputyId, 'own_matter');
    const reply = await send(tx, call, ready, { resident_id: caller.personId });
    if (input.name) await rememberName(tx, jurisdiction, caller.personId, input.name);
    return reply;
  });
}

/** What the clock and the directory say of a request before it is written. */
export type Ready = {
  input: SubmitInput;
  names: Names;
  addressee: Addressee | null;
  stationId: string | null;
  dueOn: string;
};

export async function prepare(call: Call<Person>, input: SubmitInput): Promise<Ready> {
  const names = await namesOf(call);
  const addressee = input.deputyId === undefined ? null : await addresseeOf(call, input.deputyId, input.village);
  const { answerTerm, calendar } = names.settings;
  return {
    input,
    names,
    addressee,
    stationId: addressee?.stationId ?? names.stationOfVillage(input.village),
    dueOn: answerDue(dayOf(call.now), answerTerm, workingDays(calendar)),
  };
}

/** Whose it is: a resident's own, or entered by somebody for one who has no account. */
export type Whose =
  | { resident_id: string }
  | {
      entered_by: string;
      entered_as: 'supervisor' | 'clerk';
      slip_number: string | null;
      contact_cipher: Buffer | null;
      contact_hash: Buffer | null;
      contact_hash_key: string | null;
    };

/** Writes the request, its pictures and its first events, and tells the deputy. All of it in here, because a retry gets its first reply whatever became of the deputy since. */
export async function send(
  tx: Tx,
  call: Call<Person>,
  { input, names, addressee, stationId, dueOn }: Ready,
  whose: Whose,
  id = v7(),
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now } = call;
  ensure(names.villageName(input.village), 'not_found');
  if (input.deputyId !== undefined) {
    ensure(addressee, 'not_found');
    ensure(addressee.serving, 'deputy_ended');
    ensure(addressee.covers, 'deputy_not_yours');
  }
  const title = titleOf(input.words);
  const trackingNumber = await write(tx, call, { input, id, title, stationId, dueOn, whose });
  await attachPictures(tx, call, input.pictures ?? [], { requestId: id, eventId: null });
  await enqueue(tx, { jurisdiction, topic: CHECK_WORDS, payload: { requestId: id }, runAt: now, now });
  const body = `${names.villageName(input.village)}，最晚 ${sayDay(dueOn)}回`;
  const news = { jurisdiction, kind: 'request_received' as const, requestId: id, title, body, now };
  await tellDeputy(tx, names, input.deputyId ?? null, news);
  return {
    id,
    trackingNumber,
    deputyName: input.deputyId === undefined ? null : names.deputyName(input.deputyId),
    stationName: names.station(stationId)?.name ?? null,
    answerTerm: names.settings.answerTerm,
    dueOn,
  };
}

type Row = {
  input: SubmitInput;
  id: string;
  title: string;
  stationId: string | null;
  dueOn: string;
  whose: Whose;
};

async function write(
  tx: Tx,
  { jurisdiction, caller, now }: Call<Person>,
  { input, id, title, stationId, dueOn, whose }: Row,
): Promise<string> {
  const today = dayOf(now);
  const entered = 'entered_by' in whose;
  const event = { jurisdiction, request_id: id, round: 1, words: null, detail: '{}', at: now };
  const events = [
    {
      ...event,
      id: v7(),
      kind: entered ? ('entered' as const) : ('submitted' as const),
      person_id: caller.personId,
      deputy_id: input.deputyId ?? null,
    },
    { ...event, id: v7(), kind: 'registered' as const, person_id: null },
  ];
  const request = {
    jurisdiction,
    id,
    ...whose,
    deputy_id: input.deputyId ?? null,
    station_id: stationId,
    village: input.village,
    category: input.category,
    title,
    words: input.words,
    place: input.where || null,
    openness: input.openness,
    publication: input.openness === 'public' ? ('pending' as const) : null,
    name: input.name || null,
    name_for: input.nameFor,
    state: 'with_deputy' as const,
    submitted_on: today,
    round_started_on: today,
    due_on: dueOn,
    created_at: now,
    changed_at: now,
  };
  const grams = gramsOf([input.words, input.where].join('\n'));
  // With a million requests in a county one number in ninety is taken.
  for (;;) {
    const tracking_number = makeTrackingNumber(randomInt);
    if (await insertRequest(tx, { ...request, tracking_number }, events, grams)) return tracking_number;
  }
}
