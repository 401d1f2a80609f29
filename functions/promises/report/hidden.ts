import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { groupBy } from '../../platform/group-by';
import type { PromiseRow } from '../queries';

/** Words that say whose the matters are for which these were promised: names of more than one character, and what a clerk hid. */
export async function hiddenIn(tx: Tx, call: Call, promises: readonly PromiseRow[]): Promise<string[]> {
  const hidden: string[] = [];
  for (const [context, rows] of groupBy(promises, ({ subject_context }) => subject_context)) {
    const subject = await call.subjects(context);
    const ids = [...new Set(rows.map(({ subject_id }) => subject_id))];
    hidden.push(...((await subject?.hidden(tx, call, ids)) ?? []));
  }
  return hidden.filter((one) => [...one].length > 1);
}
