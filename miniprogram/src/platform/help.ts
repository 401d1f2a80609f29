import { county as countyProcedure, findByPlace } from '../../../shared/directory/contract';
import { usePlace } from './place';
import { useCall } from './query';

/** Whom to ring when nothing else helps: the station of the person's village, or the county's congress. Null while neither is known. */
export function useHelp(): { phone: string; station: string | null } | null {
  const place = usePlace();
  const county = useCall(countyProcedure, {}).data;
  const found = useCall(findByPlace, { village: place?.village ?? '' }, { enabled: place !== null }).data;
  const phone = found?.station?.phone ?? county?.phone;
  return phone ? { phone, station: found?.station?.name ?? null } : null;
}
