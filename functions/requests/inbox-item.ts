import type { Day } from '../../shared/kernel/days';
import { shorten } from '../../shared/kernel/text';
import type { InboxItem, Viewer } from '../../shared/requests/contract';
import type { Names } from '../directory/public';
import { nameFor } from './access';
import type { InboxRow } from './queries';

const EXCERPT = 60;

/** A line of a deputy's inbox, or of what the group may take. */
export function inboxItem(row: InboxRow, viewer: Viewer, names: Names): InboxItem {
  return {
    id: row.id,
    title: row.title,
    excerpt: shorten(row.excerpt, EXCERPT),
    state: row.state,
    outcome: row.outcome,
    round: row.round,
    opened: row.opened_at !== null,
    shared: row.deputy_id === null,
    awayName: viewer === 'colleague' && row.deputy_id ? names.deputyName(row.deputy_id) : null,
    name: nameFor(viewer, row),
    villageName: names.villageName(row.village),
    submittedOn: row.submitted_on,
    dueOn: row.due_on as Day,
    closedOn: row.closed_on,
  };
}
