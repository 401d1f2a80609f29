import { county as countyProcedure } from '../../../shared/directory/contract';
import { type CountyKind, countyKind } from '../../../shared/kernel/kinds';
import { keptReply } from './kept';
import { keyOf } from './query';

/** Whether one says 县, 市, 区 or 旗 here, by the county's name as the phone kept it; nothing is asked for it. */
export function countyKindHere(): CountyKind {
  const kept = keptReply<{ name: string }>(keyOf(countyProcedure, {}));
  return countyKind(kept?.data.name ?? '');
}
