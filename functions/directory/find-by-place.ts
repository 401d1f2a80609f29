import type { findByPlace as contract } from '../../shared/directory/contract';
import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import {
  currentVillage,
  type Directory,
  directoryOf,
  remembered,
  servingDeputies,
  standsForVillage,
} from './directory';
import { stationOf, summaryOf } from './present';

/** Every deputy who stands for a village, nearest level first. Asked for by everyone at once, so a reply is made once a directory. */
export async function findByPlace(call: Call, { village }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const directory = await directoryOf(call);
  const code = currentVillage(directory, village);
  return remembered(directory, code, () => makeReply(directory, code, call.now));
}

function makeReply(directory: Directory, code: string, now: Date): Reply<typeof contract> {
  const village = directory.villages.get(code);
  ensure(village, 'not_found');
  const today = dayOf(now);
  const found = servingDeputies(directory, today).filter(({ mandates }) => standsForVillage(mandates, code));
  return {
    village: { code, name: village.name },
    town: { code: village.townCode, name: village.townName },
    station: stationOf(directory, directory.stationOfVillage.get(code), now),
    deputies: found.map(({ deputy, mandates }) => summaryOf(directory, deputy, mandates, today)),
  };
}
