import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { groupBy } from '../platform/group-by';
import type { PromiseRow } from './queries';

/** How words about something are read. */
export type Hide = (words: string) => string;
const asWritten: Hide = (words) => words;

type About = Pick<PromiseRow, 'subject_context' | 'subject_id'>;

/**
 * How a department reads what others wrote of promises, by what these were made for: without what says whose that is, as its context hides it. What nobody
 * assigns (an appraisal) is nobody's.
 */
export async function hideIn(tx: Tx, call: Call<Person>, rows: readonly About[]): Promise<(about: About) => Hide> {
  const hides = new Map<string, Hide>();
  for (const [context, of] of groupBy(rows, ({ subject_context }) => subject_context)) {
    const subject = await call.subjects(context);
    const ids = [...new Set(of.map(({ subject_id }) => subject_id))];
    for (const [id, { hide }] of (await subject?.lines(tx, call, ids)) ?? []) hides.set(id, hide);
  }
  return ({ subject_id }) => hides.get(subject_id) ?? asWritten;
}
