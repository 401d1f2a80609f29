import { dayOf } from '../../../shared/kernel/days';
import { ensure, ProblemError } from '../../../shared/kernel/problems';
import { LIMITS } from '../../../shared/voting/limits';
import { refusal, type SlipEvent, type SlipFacts, stateAfter } from '../../../shared/voting/slips/lifecycle';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import type { OpenBox } from '../open-box';
import { selectPoll } from '../queries';
import { lockSeries, type SlipEntry, type SlipRow, selectEntries, selectSlip, updateSlip } from '../queries-slips';
import { countsOf } from './counts';
import { isGenuine, serialOf } from './serial';

/** A slip in a clerk's hand: nobody else does anything with one of the station until the transaction ends. */
export type InHand = { slip: SlipRow; entries: SlipEntry[]; facts: SlipFacts };

/** Of a clerk's stations, or the office's, which are all. */
export const isOf = ({ admin, stationIds }: Person, stationId: string) => admin || stationIds.includes(stationId);

/** @throws ProblemError where ballots are not taken now */
export async function ensureOpen(tx: Tx, { jurisdiction, now }: Call, pollId: string): Promise<void> {
  const poll = await selectPoll(tx, jurisdiction, pollId);
  ensure(poll, 'not_found');
  ensure(poll.opens_at <= now, 'poll_not_open');
  ensure(!poll.closed_at && poll.closes_at > now, 'poll_closed');
}

/** @throws ProblemError which says of a number that does not do why (录不进的，会说为什么) */
export async function takeInHand(
  tx: Tx,
  call: Call<Person>,
  { definition, link }: OpenBox,
  { id, slip: text }: { id: string; slip: string },
): Promise<InHand> {
  const { jurisdiction, caller } = call;
  await ensureOpen(tx, call, id);
  const read = serialOf(text);
  const found = await selectSlip(tx, jurisdiction, read);
  ensure(found, 'slip_unknown');
  ensure(found.poll_id === id, 'slip_other_vote');
  ensure(isGenuine(link, read), 'slip_forged');
  ensure(isOf(caller, found.station_id), 'slip_other_station');
  await lockSeries(tx, jurisdiction, found.station_id);
  const slip = (await selectSlip(tx, jurisdiction, read)) ?? found;
  const entries = await selectEntries(tx, jurisdiction, slip);
  const { issued, returned } = await countsOf(tx, { jurisdiction, pollId: id }, slip.station_id);
  const mine = entries.find(({ person_id }) => person_id === caller.personId)?.pass;
  return {
    slip,
    entries,
    facts: {
      state: slip.state,
      handedOut: issued > returned,
      twice: definition.slipsTwice !== false,
      same: false,
      mine: mine === 1 || mine === 2 ? mine : null,
      strayed: slip.apart.filter((one) => one === caller.personId).length >= LIMITS.apart,
      spoiling: slip.spoil_by === null ? 'nobody' : slip.spoil_by === caller.personId ? 'they' : 'another',
    },
  };
}

/**
 * Something happens to a slip: the only way in which its state changes.
 * @throws ProblemError what `refusal` says
 */
export async function happen(
  tx: Tx,
  { jurisdiction, now }: Call,
  { slip, facts }: Pick<InHand, 'slip' | 'facts'>,
  event: SlipEvent,
  changes: Omit<Parameters<typeof updateSlip>[3], 'state' | 'changed_on'> = {},
): Promise<InHand['slip']> {
  const problem = refusal(event, facts, [event === 'boxed' ? 'box' : 'station']);
  if (problem) throw new ProblemError(problem);
  const written = { ...changes, state: stateAfter(event, facts), changed_on: dayOf(now) };
  await updateSlip(tx, jurisdiction, slip, written);
  return { ...slip, ...written };
}

/** A slip that left the book came back with this, if it had not before. @throws ProblemError `slip_not_issued` */
export async function comeBack(tx: Tx, call: Call, hand: InHand): Promise<InHand> {
  if (hand.slip.state !== 'printed') return hand;
  const slip = await happen(tx, call, hand, 'returned', { came_back: true });
  return { ...hand, slip, facts: { ...hand.facts, state: slip.state } };
}
