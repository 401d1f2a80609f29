import type { Day } from '../../shared/kernel/days';
import { shorten } from '../../shared/kernel/text';
import type { Category, DeskItem } from '../../shared/requests/contract';
import type { Names } from '../directory/public';
import type { DeskRow } from './queries-desk';

const EXCERPT = 60;

/** A line on the station's desk, with why it waits for the station. The name only where the reader may know it. */
export function deskItem(row: DeskRow, names: Names, today: Day, knowsName: boolean): DeskItem {
  return {
    id: row.id,
    trackingNumber: row.tracking_number,
    title: row.title,
    excerpt: shorten(row.excerpt, EXCERPT),
    state: row.state,
    outcome: row.outcome,
    category: row.category as Category,
    villageName: names.villageName(row.village),
    stationName: names.station(row.station_id)?.name ?? null,
    deputyId: row.deputy_id,
    deputyName: row.deputy_id && names.deputyName(row.deputy_id),
    name: knowsName ? row.name : null,
    submittedOn: row.submitted_on,
    dueOn: row.due_on,
    reasons: reasonsOf(row, names, today),
  };
}

function reasonsOf(row: DeskRow, names: Names, today: Day): DeskItem['reasons'] {
  const runs = row.state === 'with_deputy';
  const { deputy_id: deputy } = row;
  const decide = row.text_check === 'review' || row.text_check === 'risky' || row.picture_waits;
  return [
    ...(runs && row.due_on < today ? (['late'] as const) : []),
    ...(runs && deputy && names.awayUntil(deputy, today) ? (['away'] as const) : []),
    ...(runs && deputy && !names.isServing(deputy) ? (['ended'] as const) : []),
    ...(runs && !deputy ? (['untaken'] as const) : []),
    ...(row.publication === 'pending' ? (['to_screen'] as const) : []),
    ...(decide ? (['to_decide'] as const) : []),
  ];
}
