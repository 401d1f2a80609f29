import type { Day } from '../../../shared/kernel/days';
import { shorten } from '../../../shared/kernel/text';
import type { InboxItem } from '../../../shared/requests/contract';
import { knowsName, type Viewer } from '../../../shared/requests/lifecycle';
import type { CountyDirectory } from '../../directory/public';
import type { InboxRow } from '../queries/lists';
import { leftOf } from './days-left';

const EXCERPT = 60;

/** A line of a deputy's inbox, or of what the group may take. */
export function inboxItem(row: InboxRow, viewer: Viewer, directory: CountyDirectory, today: Day): InboxItem {
  return {
    id: row.id,
    title: row.title,
    excerpt: shorten(row.excerpt, EXCERPT),
    state: row.state,
    outcome: row.outcome,
    round: row.round,
    opened: row.opened_at !== null,
    unassigned: row.deputy_id === null,
    awayName: viewer === 'colleague' && row.deputy_id ? directory.deputyName(row.deputy_id) : null,
    departmentName: directory.departmentName(row.department_id),
    name: knowsName(viewer, { nameFor: row.name_for }) ? row.name : null,
    villageName: directory.villageName(row.village),
    submittedOn: row.submitted_on,
    dueOn: row.due_on as Day,
    daysLeft: leftOf(row, directory, today),
    closedOn: row.closed_on,
  };
}
