import { county } from '../../../shared/directory/contract';
import { type CountyKind, countyKind } from '../../../shared/kernel/kinds';
import { useCall } from './query';

/** Whether one says 县, 市, 区 or 旗 here, by the county's name as the phone knows it; nothing is asked for it. */
export function useCountyKind(): CountyKind {
  return countyKind(useCall(county, {}, { enabled: false }).data?.name ?? '');
}
