import type { Day } from '../../shared/kernel/days';
import type { Way } from '../../shared/suggestions/values';
import type { EventRow } from './queries';

export type ContactRow = {
  id: string;
  /** The department that says so. */
  by: string | null;
  on: Day;
  way: Way;
  words: string;
  round: number;
  confirmed: boolean | null;
};

/** When the department says that it spoke with the deputies, newest first, and what the lead says to each. */
export function contactsOf(newestFirst: readonly EventRow[]): ContactRow[] {
  const said = new Map<string, boolean>();
  for (const { kind, detail } of newestFirst)
    if (kind === 'contact_confirmed' || kind === 'contact_denied')
      said.set(detail.contact ?? '', kind === 'contact_confirmed');
  return newestFirst
    .filter(({ kind }) => kind === 'contacted')
    .map(({ id, round, words, detail, department_id }) => ({
      id,
      by: department_id,
      on: detail.on ?? '',
      way: detail.way as Way,
      words: words ?? '',
      round,
      confirmed: said.get(id) ?? null,
    }));
}
