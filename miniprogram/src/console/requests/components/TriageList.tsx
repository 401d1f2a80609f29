import { spellTrackingNumber } from '../../../../../shared/kernel/ids';
import type { WorklistItem } from '../../../../../shared/requests/contract';
import { CATEGORY_NAMES } from '../../../../../shared/requests/words';
import { type Line, Rows } from './Rows';
import { REASONS, sayWhen } from './words';

type Props = { items: readonly WorklistItem[] } & Omit<Parameters<typeof Rows>[0], 'lines'>;

/** One row a matter: when it is due, what it is about, whose it is, and why it waits for the station. */
export function TriageList({ items, ...list }: Props) {
  return <Rows lines={items.map(lineOf)} {...list} />;
}

function lineOf(item: WorklistItem): Line {
  const { id, title, villageName, category, deputyName, departmentName, name, reasons, trackingNumber } = item;
  const who = departmentName ?? deputyName ?? '哪位代表都行';
  return {
    id,
    title,
    when: sayWhen(item),
    notes: [
      `${villageName} · ${CATEGORY_NAMES[category]}`,
      [who, name, spellTrackingNumber(trackingNumber)].filter(Boolean).join(' · '),
    ],
    // How late it is stands before its title.
    tags: reasons.flatMap((reason) => (reason === 'late' ? [] : [REASONS[reason]])),
  };
}
