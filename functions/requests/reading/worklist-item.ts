import { isDoubted } from '../../../shared/kernel/content-check';
import type { Day } from '../../../shared/kernel/days';
import { shorten } from '../../../shared/kernel/text';
import type { WorklistItem } from '../../../shared/requests/contract';
import { knowsName } from '../../../shared/requests/lifecycle';
import {
  isIn,
  MOST_RETURNS,
  TO_ASSIGN,
  UNDER_WAY,
  WAITING_FOR_DEPUTY,
  WITH_HOTLINE,
  WITH_OFFICE,
} from '../../../shared/requests/states';
import type { CountyDirectory } from '../../directory/public';
import type { Person } from '../../platform/call';
import { higherTitle } from '../lifecycle/higher';
import { isDeputyOf } from '../lifecycle/sides';
import type { WorklistRow } from '../queries/worklist';
import { leftOf } from './days-left';

const EXCERPT = 60;

/**
 * A line of the station's worklist, with why it waits for the station. A clerk may be a deputy too: of what was sent to them they know the
 * name as the resident chose.
 */
export function worklistItem(row: WorklistRow, directory: CountyDirectory, today: Day, reader: Person): WorklistItem {
  const viewer = isDeputyOf(row, reader) ? 'deputy' : 'station';
  return {
    id: row.id,
    trackingNumber: row.tracking_number,
    title: row.title,
    excerpt: shorten(row.excerpt, EXCERPT),
    state: row.state,
    outcome: row.outcome,
    category: row.category,
    villageName: directory.villageName(row.village),
    stationName: directory.station(row.station_id)?.name ?? null,
    deputyId: row.deputy_id,
    deputyName: row.deputy_id && directory.deputyName(row.deputy_id),
    departmentName: directory.departmentName(row.department_id),
    hotlineNumber: row.hotline_number,
    name: knowsName(viewer, { nameFor: row.name_for }) ? row.name : null,
    submittedOn: row.submitted_on,
    dueOn: row.due_on,
    daysLeft: leftOf(row, directory, today),
    reasons: reasonsOf(row, directory, today),
  };
}

function reasonsOf(row: WorklistRow, directory: CountyDirectory, today: Day): WorklistItem['reasons'] {
  const lies = row.merged_into === null;
  const runs = lies && isIn(row.state, WAITING_FOR_DEPUTY);
  const { deputy_id: deputy } = row;
  const doubted = isDoubted(row.text_check) || row.picture_waits;
  return [
    ...(lies && isIn(row.state, UNDER_WAY) && row.due_on < today ? (['late'] as const) : []),
    ...(runs && deputy && directory.awayUntil(deputy, today) ? (['away'] as const) : []),
    ...(runs && deputy && !directory.hasJoined(deputy) ? (['not_joined'] as const) : []),
    ...(runs && deputy && !directory.isServing(deputy) ? (['ended'] as const) : []),
    ...(runs && !deputy ? (['untaken'] as const) : []),
    ...(isIn(row.state, WITH_OFFICE) ? (['with_office'] as const) : []),
    ...(lies && isIn(row.state, TO_ASSIGN)
      ? ([row.returns < MOST_RETURNS ? 'to_assign' : 'office_assigns'] as const)
      : []),
    ...(row.asks ? ([row.asks === 'question' ? 'asks_question' : 'asks_extension'] as const) : []),
    ...(row.publication === 'pending' ? (['to_moderate'] as const) : []),
    ...(doubted ? (['to_review'] as const) : []),
    ...(row.reported ? (['reported'] as const) : []),
    ...(lies && row.same_as && isIn(row.state, UNDER_WAY) ? (['said_same'] as const) : []),
    ...(lies && isIn(row.state, WITH_HOTLINE) ? (['at_hotline'] as const) : []),
    ...(runs && deputy && higherTitle(directory, deputy) ? (['with_higher'] as const) : []),
    ...(!lies && isIn(row.state, UNDER_WAY) ? (['merged'] as const) : []),
  ];
}
