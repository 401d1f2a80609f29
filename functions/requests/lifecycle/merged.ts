import type { Day } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import { isIn, UNDER_WAY } from '../../../shared/requests/states';
import type { CountyDirectory } from '../../directory/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { lockRequests, type RequestRow, selectMerged } from '../queries/requests';
import type { Changes } from '../queries/write-state';
import { happen } from './happen';
import { isMerged, lockMatter } from './matter';

const earliest = (days: readonly Day[]): Day => [...days].sort()[0] as Day;

/** What of this is handled with it and not answered yet. */
export async function mergedInto(tx: Tx, { jurisdiction }: Call, leads: readonly string[]): Promise<RequestRow[]> {
  return (await selectMerged(tx, jurisdiction, leads)).filter(isMerged);
}

/** The last day of one with which these are handled: the earliest of all, and its own beside it where that is later. */
export function dueWith({ due_on, own_due_on }: RequestRow, dues: readonly Day[]): Changes {
  const own = own_due_on ?? due_on;
  const due = earliest([due_on, ...dues]);
  return due < own ? { due_on: due, own_due_on: own } : {};
}

/** … and once one of them is gone. Where the day was moved by something else it stays. */
function dueWithout(lead: RequestRow, gone: Day, rest: readonly Day[]): Changes {
  const { due_on, own_due_on: own } = lead;
  if (own === null || !isIn(lead.state, UNDER_WAY) || due_on !== earliest([own, gone, ...rest])) return {};
  const due = earliest([own, ...rest]);
  return { due_on: due, own_due_on: due < own ? own : null };
}

/** One of those that were handled with a matter is no longer: it stands in its history, and its last day is that of the others. */
export async function leave(
  tx: Tx,
  call: Call,
  directory: CountyDirectory,
  gone: Pick<RequestRow, 'merged_into' | 'due_on'>,
): Promise<void> {
  if (gone.merged_into === null) return;
  const lead = await lockMatter(tx, call, directory, gone.merged_into);
  const rest = await mergedInto(tx, call, [gone.merged_into]);
  const set = dueWithout(
    lead.request,
    gone.due_on,
    rest.map(({ due_on }) => due_on),
  );
  await happen(tx, call, { ...lead, sides: ['clock'] }, 'lost', { set });
}

/** All of these and what is handled with each, locked in one order. @throws ProblemError `not_found` */
export async function lockAll(tx: Tx, { jurisdiction }: Call, ids: readonly string[]): Promise<void> {
  const locked = await lockRequests(tx, jurisdiction, ids);
  ensure(
    ids.every((id) => locked.some((row) => row.id === id)),
    'not_found',
  );
}
