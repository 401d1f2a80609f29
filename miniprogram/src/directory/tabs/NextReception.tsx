import type { Station } from '../../../../shared/directory/contract';
import { Card } from '../../ui/Card';
import { Cell } from '../../ui/Cell';
import { DateLeaf } from '../../ui/DateLeaf';
import { Section } from '../../ui/Section';
import { StationsCell } from './StationsCell';

/** When deputies receive at the village's station next. */
export function NextReception({ station }: { station: Station }) {
  const reception = station.nextReception;
  if (!reception) return null;
  return (
    <Section title="这阵子的事">
      <Card flush>
        <Cell
          left={<DateLeaf day={reception.day} />}
          title="代表接待日"
          sub={`${reception.from} 到 ${reception.to}，在${station.name}（${station.address}）`}
        />
        <StationsCell />
      </Card>
    </Section>
  );
}
