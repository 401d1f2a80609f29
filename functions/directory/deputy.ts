import type { deputy as contract } from '../../shared/directory/contract';
import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import {
  type DeputyRecord,
  type Directory,
  directoryOf,
  type MandateRecord,
  remembered,
  servingMandates,
} from './directory';
import { stationOf, summaryOf } from './present';

/** A deputy's public page (代表法 第五十八条). When the term has ended it still opens and says so. */
export async function deputy(call: Call, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const directory = await directoryOf(call);
  const found = directory.deputies.get(id);
  ensure(found, 'not_found');
  return remembered(directory, id, () => pageOf(directory, found, call.now));
}

function pageOf(directory: Directory, found: DeputyRecord, now: Date): Reply<typeof contract> {
  const today = dayOf(now);
  const mandates = servingMandates(found, today);
  return {
    ...summaryOf(directory, found, mandates.length ? mandates : found.mandates, today),
    intro: found.intro,
    serving: mandates.length > 0,
    joined: found.joined,
    villageCodes: villageCodes(directory, mandates),
    station: stationOf(directory, found.stationId, now),
  };
}

/** The villages of the deputy's wards; all of them for one whom a work unit elected, see `coversVillage`. */
function villageCodes({ villages }: Directory, mandates: readonly MandateRecord[]): string[] {
  if (mandates.some(({ units }) => units.length > 0)) return [...villages.keys()];
  return [...new Set(mandates.flatMap((mandate) => mandate.villages.map(({ code }) => code)))];
}
