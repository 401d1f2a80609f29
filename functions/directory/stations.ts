import type { stations as contract } from '../../shared/directory/contract';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import { directoryOf, remembered } from './directory';
import { stationOf } from './present';

/** Every station of the county, in the order of its list. */
export async function stations(call: Call): Promise<Reply<typeof contract>> {
  const directory = await directoryOf(call);
  return remembered(directory, 'stations', () => ({
    stations: [...directory.stations.keys()].flatMap((id) => stationOf(directory, id, call.now) ?? []),
  }));
}
