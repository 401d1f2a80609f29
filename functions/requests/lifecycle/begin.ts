import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import { type Day, dayOf } from '../../../shared/kernel/days';
import { makeTrackingNumber } from '../../../shared/kernel/ids';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { submit } from '../../../shared/requests/contract';
import { FIRST_STATE } from '../../../shared/requests/lifecycle';
import { answerDue, titleOf } from '../../../shared/requests/rules';
import { readsLikeWrongdoing } from '../../../shared/requests/wrongdoing';
import { type Addressee, addresseeOf, type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import { attachPictures } from '../../pictures/public';
import { workingDays } from '../../platform/calendar';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { enqueue } from '../../platform/outbox';
import { CHECK_WORDS } from '../content/check-words';
import { searchForm } from '../queries/bigrams';
import { selectStanding } from '../queries/board';
import type { Contact } from '../queries/contacts';
import { insertRequest, type RequestRow } from '../queries/requests';
import { Settings } from '../settings';
import { lockMatter } from './matter';
import { tell } from './notify';
import { setAside } from './set-aside';

/** What a resident writes, whoever sends it. */
export type Written = Input<typeof submit>;

/** What clock and directory say of a request before it is written. */
export type Prepared = {
  written: Written;
  directory: CountyDirectory;
  addressee: Addressee | null;
  stationId: string | null;
  dueOn: Day;
};

export async function prepare(call: Call<Person>, sent: Written): Promise<Prepared> {
  const directory = await countyDirectoryOf(call);
  const written = { ...sent, village: directory.currentVillage(sent.village) };
  const { deputyId, village } = written;
  const addressee = deputyId === undefined ? null : await addresseeOf(call, deputyId, village);
  return {
    written,
    directory,
    addressee,
    stationId: addressee?.stationId ?? directory.stationOfVillage(village),
    dueOn: answerDue(dayOf(call.now), directory.settings(Settings).answerTerm, workingDays(directory.calendar)),
  };
}

/** Whose it is: a resident's own, or entered by somebody for one who has no account. */
export type Whose =
  | { resident_id: string }
  | ({
      entered_by: string;
      entered_as: 'supervisor' | 'clerk';
      slip_number: string | null;
    } & Contact);

/**
 * Begins the life of a request: row, pictures and first events are written, the station registers it at once (登记), the clock starts, its words
 * go to be checked, the deputy is told; or, of what reads like a report of wrongdoing, the office. All of it in here, because a retry gets its first reply whatever became of the deputy since.
 * @throws ProblemError `not_found`, `deputy_ended`, `deputy_not_yours`, `board_read_only`, `picture_missing`, `picture_taken`
 */
export async function begin(
  tx: Tx,
  call: Call<Person>,
  prepared: Prepared,
  whose: Whose,
  id = v7(),
): Promise<Reply<typeof submit>> {
  const { written, directory, addressee, stationId, dueOn } = prepared;
  const { jurisdiction, now } = call;
  ensure(directory.villageName(written.village), 'not_found');
  ensure(written.openness === 'handlers' || !directory.settings(Settings).boardReadOnly, 'board_read_only');
  if (written.deputyId !== undefined) {
    ensure(addressee, 'not_found');
    ensure(addressee.serving, 'deputy_ended');
    ensure(addressee.covers, 'deputy_not_yours');
  }
  const request = await write(tx, call, prepared, whose, id, await likeOf(tx, call, prepared));
  await attachPictures(tx, call, written.pictures ?? [], { request_id: id, event_id: null });
  await enqueue(tx, { jurisdiction, topic: CHECK_WORDS, payload: { requestId: id }, runAt: now, now });
  const received = { id, trackingNumber: request.tracking_number, answerTerm: directory.settings(Settings).answerTerm };
  if (readsLikeWrongdoing([written.words, written.where].join('\n'))) {
    // Nobody but the office hears of it, not even that it came.
    const clock: Call<null> = { ...call, caller: null };
    await setAside(tx, clock, directory, await lockMatter(tx, clock, directory, id), null);
    return { ...received, deputyName: null, stationName: null, dueOn, withOffice: true };
  }
  const event = request.entered_by === null ? 'submitted' : 'entered_for';
  await tell(tx, call, event, { before: request, after: request, directory, words: null });
  return {
    ...received,
    deputyName: request.deputy_id === null ? null : directory.deputyName(request.deputy_id),
    stationName: directory.stationName(stationId),
    dueOn,
  };
}

/**
 * What it is said to be the same as, or what it follows where that has ended. Of what is not on the notice board any more, or is open at another station,
 * which could not put the two together, nothing is kept: what somebody has to say goes on by itself.
 */
async function likeOf(tx: Tx, { jurisdiction }: Call, { written, stationId }: Prepared) {
  const { sameAs: id } = written;
  const there = id && (await selectStanding(tx, jurisdiction, id));
  if (!there) return {};
  if (there.standing !== 'open') return { earlier_id: id };
  return there.station_id === stationId ? { same_as: id } : {};
}

/** With a million requests in a county one tracking number in ninety is taken; then it draws another. */
async function write(
  tx: Tx,
  { jurisdiction, caller, now }: Call<Person>,
  { written, stationId, dueOn }: Prepared,
  whose: Whose,
  id: string,
  like: { same_as?: string; earlier_id?: string },
): Promise<RequestRow> {
  const today = dayOf(now);
  const by = 'entered_by' in whose ? ('entered_for' as const) : ('submitted' as const);
  const first = { jurisdiction, request_id: id, round: 1, words: null, detail: '{}', at: now };
  const events = [
    { ...first, id: v7(), kind: by, person_id: caller.personId, deputy_id: written.deputyId ?? null },
    { ...first, id: v7(), kind: 'registered' as const, person_id: null },
  ];
  const request = {
    jurisdiction,
    id,
    ...whose,
    ...like,
    deputy_id: written.deputyId ?? null,
    station_id: stationId,
    village: written.village,
    category: written.category,
    title: titleOf(written.words),
    words: written.words,
    place: written.where || null,
    openness: written.openness,
    publication: written.openness === 'public' ? ('pending' as const) : null,
    name: written.name || null,
    name_for: written.nameFor,
    state: FIRST_STATE,
    submitted_on: today,
    round_started_on: today,
    due_on: dueOn,
    created_at: now,
    changed_at: now,
  };
  const form = searchForm([written.words, written.where].join('\n'));
  for (;;) {
    const row = await insertRequest(tx, { ...request, tracking_number: makeTrackingNumber(randomInt) }, events, form);
    if (row) return row;
  }
}
