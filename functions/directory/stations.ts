import type { stations as contract } from '../../shared/directory/contract';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import { groupBy } from '../platform/group-by';
import { directoryOf, remembered } from './directory';
import { stationOf } from './present';

/** Every station of the county, in the order of its list. */
export async function stations(call: Call): Promise<Reply<typeof contract>> {
  const directory = await directoryOf(call);
  return remembered(directory, 'stations', () => {
    const villagesOf = groupBy([...directory.stationOfVillage], ([, id]) => id);
    return {
      stations: [...directory.stations.keys()].flatMap((id) => {
        const station = stationOf(directory, id, call.now);
        return station ? { ...station, villages: (villagesOf.get(id) ?? []).map(([village]) => village) } : [];
      }),
    };
  });
}
