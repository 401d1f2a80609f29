import { spellTrackingNumber } from '../../../shared/kernel/ids';
import { ProblemError } from '../../../shared/kernel/problems';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { selectByHotlineNumber } from '../queries/hotline';

/**
 * One work order at the hotline belongs to one matter that somebody has: of two who write the same number down at once the second waits for the first. What
 * was closed keeps its number and may come back beside another (a resident is never refused for it).
 * @throws ProblemError `hotline_number_taken`, with the other's number for whoever may see it
 */
export async function ensureNumberFree(tx: Tx, call: Call<Person>, id: string, number: string): Promise<void> {
  const { admin, stationIds } = call.caller;
  const [other] = await selectByHotlineNumber(tx, call.jurisdiction, number, id);
  if (!other) return;
  const isTheirs = admin || (other.station_id !== null && stationIds.includes(other.station_id));
  const title = `这个热线编号，受理编号 ${spellTrackingNumber(other.tracking_number)} 的那件已经用了，请看是不是同一件。`;
  throw new ProblemError('hotline_number_taken', [], isTheirs ? { title } : {});
}
