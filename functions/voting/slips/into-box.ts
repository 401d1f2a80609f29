import { dayOf } from '../../../shared/kernel/days';
import { ProblemError } from '../../../shared/kernel/problems';
import type { SlipState } from '../../../shared/voting/slips/states';
import type { Call } from '../../platform/call';
import { putIntoBox } from '../batch';
import type { OpenBox } from '../open-box';
import { selectSlip } from '../queries-slips';
import { makeBallot } from '../seal';
import { openEntry } from './entry';
import { happen, type InHand } from './in-hand';
import { voterOfSlip } from './serial';

/**
 * Casts what a settled slip says; nobody hears that it was entered before it lies in the box. The serial is the voter: done twice it is one row.
 * @throws ProblemError `poll_closed`: it came too late, and stays one that waits
 */
export async function intoBox(
  call: Call,
  { link, seal }: OpenBox,
  { slip, entries, facts }: InHand,
): Promise<SlipState> {
  const { jurisdiction, services, now } = call;
  const entry = entries.find(({ pass }) => pass === slip.pass);
  if (!entry) throw new Error('a settled slip has no entry');
  const sheets = openEntry(seal, slip, entry);
  const voter = voterOfSlip(link, slip);
  const station = slip.station_id;
  const of = { electorate: 'residents', channel: slip.at_table ? 'table' : 'paper', revision: 1 } as const;
  const end = await putIntoBox(services, jurisdiction, {
    ...of,
    poll_id: slip.poll_id,
    entry: null,
    voter,
    station_id: station,
    cast_on: dayOf(now),
    ...makeBallot(seal, { ...of, voter, station, sheets }),
    at: now,
  });
  if (end !== 'written') throw new ProblemError(end === 'newer_there' ? 'slip_entered' : 'poll_closed');
  return call.write(async (tx) => {
    const found = await selectSlip(tx, jurisdiction, slip);
    if (found?.state !== 'settled') return found?.state ?? 'entered';
    return (await happen(tx, call, { slip: found, facts: { ...facts, state: found.state } }, 'boxed')).state;
  });
}
