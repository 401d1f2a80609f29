import type { Station } from '../../../../shared/directory/contract';
import { Cell } from '../../ui/Cell';
import { DateLeaf } from '../../ui/DateLeaf';
import { StationsCell } from './StationsCell';

/** When deputies receive at the village's station next. */
export function NextReception({ station: { name, address, nextReception } }: { station: Station }) {
  if (!nextReception) return null;
  const { day, from, to } = nextReception;
  return (
    <>
      <Cell left={<DateLeaf day={day} />} title="代表接待日" sub={`${from} 到 ${to}，在${name}（${address}）`} />
      <StationsCell />
    </>
  );
}
