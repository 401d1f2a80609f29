import { divisions, stations } from '../../../../../shared/directory/contract';
import type { Category } from '../../../../../shared/requests/contract';
import { CATEGORIES } from '../../../../../shared/requests/contract/values';
import { CATEGORY_NAMES } from '../../../../../shared/requests/words';
import { useCall } from '../../../platform/query';
import { Button } from '../../../ui/Button';
import { Icon } from '../../../ui/Icon';
import { sayMonths } from './months';

/** What a link of the dashboard asks of the list besides the box. */
export type WorklistFilter = { station?: string; category?: Category; village?: string; from?: string; to?: string };

/** Of the page's address. */
export function filterOf(params: Readonly<Record<string, string | undefined>>): WorklistFilter {
  const { station, village, from, to } = params;
  const category = CATEGORIES.find((one) => one === params.category);
  return {
    ...(station && { station }),
    ...(category && { category }),
    ...(village && { village }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

/** What the list leaves out, and the way back to all of it. */
export function FilterLine({ filter, onClear }: { filter: WorklistFilter; onClear: () => void }) {
  const { station, village, category, from, to } = filter;
  const { data: all } = useCall(stations, {}, { enabled: station !== undefined });
  const { data: places } = useCall(divisions, {}, { enabled: village !== undefined });
  if (!Object.keys(filter).length) return null;
  const villages = places?.towns.flatMap((town) => town.villages) ?? [];
  const words = [
    station && (all?.stations.find(({ id }) => id === station)?.name ?? '一个站'),
    village && (villages.find(({ code }) => code === village)?.name ?? '一个村'),
    category && CATEGORY_NAMES[category],
    (from || to) && sayMonths(from, to),
  ].filter(Boolean);
  return (
    <div className="worklist-filter" role="status">
      <Icon name="info" />
      <span className="grow">{`只看：${words.join('，')}`}</span>
      <Button kind="text" small onPress={onClear}>
        看全部
      </Button>
    </div>
  );
}
