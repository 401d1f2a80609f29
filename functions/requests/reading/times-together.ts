import { LEAVES_LEAD } from '../../../shared/requests/lifecycle';
import { detailOf, type EventRow } from '../queries/events';
import type { TimeTogether } from '../queries/merged';

/**
 * When a matter was handled with another, and with which, of its history with the newest first: what became of that one then belongs to its story, before and
 * afterwards nothing does.
 * @param mergedInto with which it is now: what was written before events said it
 */
export function timesTogether(newestFirst: readonly EventRow[], mergedInto: string | null): TimeTogether[] {
  const times: TimeTogether[] = [];
  let since: EventRow | null = null;
  const end = (to: string | null) => {
    const lead = since && (detailOf(since).lead ?? (to === null ? mergedInto : null));
    if (since && lead) times.push({ lead, from: since.id, to });
  };
  for (const event of [...newestFirst].reverse()) {
    if (!LEAVES_LEAD.includes(event.kind)) continue;
    end(event.id);
    since = event.kind === 'merged' ? event : null;
  }
  end(null);
  return times;
}
