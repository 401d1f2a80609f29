import { daysBetween } from '../../../shared/kernel/days';
import { follow, type RequestPage } from '../../../shared/requests/contract';
import type { Tx } from '../../platform/database';
import type { Cast } from './cast';
import type { Door } from './door';
import type { Told } from './story';

/** The line of what changes nothing: looking at it, printing it. */
export const NOTHING = '– | – | –';

type Before = { door: Door; cast: Cast; scene: Told; before: RequestPage };

/** What an act does, in one line: what changed of the matter, what stands in its history, who is told what. */
export function effectOf({ door, cast, scene: { id, told }, before }: Before) {
  return async (tx: Tx): Promise<string> => {
    const after = await door.readIn<RequestPage>(tx, cast.sides.office, follow, { id });
    const known = new Set(before.events.map((event) => event.id));
    const events = after.events.filter((event) => !known.has(event.id)).reverse();
    const rows = await tx
      .selectFrom('notification')
      .select(['id', 'kind', 'person_id'])
      .where('subject_id', '=', id)
      .execute();
    const news = rows.filter((row) => !told.has(row.id));
    const parts = [
      changesOf(before, after),
      events.map(({ kind, spoken }) => (spoken ? `${kind} (spoken)` : kind)).join(' '),
      news
        .map(({ kind, person_id }) => `${cast.nameOf.get(person_id)}:${kind}`)
        .sort()
        .join(' '),
    ];
    return parts.map((part) => part || '–').join(' | ');
  };
}

function changesOf(before: RequestPage, after: RequestPage): string {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const changed = (Object.keys(is) as (keyof typeof is)[]).filter((name) => was[name] !== is[name]);
  return changed.map((name) => `${name}=${is[name]}`).join(' ');
}

/** Days are counted from today, so that the matrix stands on any day. */
function fieldsOf(page: RequestPage) {
  const day = (on: string | null) => (on === null ? '–' : daysBetween(page.today, on));
  return {
    state: page.state,
    outcome: page.outcome,
    round: page.round,
    deputy: page.deputyName ?? 'all',
    department: page.departmentName ?? '–',
    due: day(page.clock.dueOn),
    started: day(page.clock.startedOn),
    stopped: day(page.clock.stoppedOn),
    lapses: day(page.lapsesOn),
    question: day(page.questionOn ?? null),
    openness: page.openness,
    publication: page.publication,
    doubts: page.doubts.map(({ picture, verdict }) => `${picture ? 'picture' : 'words'}:${verdict}`).join(','),
  };
}
