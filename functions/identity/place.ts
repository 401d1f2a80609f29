import type { Membership } from '../../shared/identity/contract';
import type { CountyDirectory } from '../directory/public';

export type PlaceColumns = {
  deputy_id: string | null;
  station_id: string | null;
  village: string | null;
  department_id: string | null;
};

type Place = Pick<Membership, 'deputyId' | 'stationId' | 'stationName' | 'village' | 'villageName'> & {
  deputyName: string | null;
};

/** A resident, and the county's office, are for no part of the county. */
export const NOWHERE: Place = {
  deputyId: null,
  deputyName: null,
  stationId: null,
  stationName: null,
  village: null,
  villageName: null,
};

/** What a role is held for, with the names it has in the directory today. */
export function placeOf(names: CountyDirectory, { deputy_id, station_id, village }: PlaceColumns): Place {
  return {
    deputyId: deputy_id,
    deputyName: deputy_id && names.deputyName(deputy_id),
    stationId: station_id,
    stationName: names.station(station_id)?.name ?? null,
    village,
    villageName: village && names.villageName(village),
  };
}

/** What a role is held for is over: the last term of a deputy, a department. The role stays as it is written down, and opens nothing. */
export function isOver(names: CountyDirectory, { deputy_id, department_id }: PlaceColumns): boolean {
  if (department_id !== null) return names.hasEndedDepartment(department_id);
  return deputy_id !== null && names.hasEnded(deputy_id);
}
