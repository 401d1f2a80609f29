import type { Opinion, Shown, Worked, WorkedOpinion } from '../../shared/promises/shown';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { selectOpinionsOfSubject } from './opinions/queries';
import { showOpinions, workOpinions } from './opinions/show';
import { selectOfSubject } from './queries';
import { showAll, workAll } from './reading/show';

/** What other contexts may do with promises and opinions. */
export { makePromises } from './make';
export { sendOpinionTo } from './opinions/send';

type Of = { context: string; id: string };

/** What departments were told about something and what they promised, as everybody sees it. */
export async function shownOf(
  tx: Tx,
  call: Call,
  { context, id }: Of,
): Promise<{ opinions: Opinion[]; promises: Shown[] }> {
  const { jurisdiction } = call;
  return {
    opinions: await showOpinions(tx, call, await selectOpinionsOfSubject(tx, jurisdiction, context, id)),
    promises: await showAll(tx, call, await selectOfSubject(tx, jurisdiction, context, id)),
  };
}

/** The promises alone, of those that were made until then. */
export async function shownPromises(tx: Tx, call: Call, { context, id }: Of, until: Date = call.now): Promise<Shown[]> {
  const rows = await selectOfSubject(tx, call.jurisdiction, context, id);
  return showAll(
    tx,
    call,
    rows.filter(({ created_at }) => created_at <= until),
  );
}

/** The same for those who work on it. */
export async function workedOf(
  tx: Tx,
  call: Call<Person>,
  { context, id }: Of,
): Promise<{ opinions: WorkedOpinion[]; promises: Worked[] }> {
  const { jurisdiction } = call;
  return {
    opinions: await workOpinions(tx, call, await selectOpinionsOfSubject(tx, jurisdiction, context, id)),
    promises: await workAll(tx, call, await selectOfSubject(tx, jurisdiction, context, id)),
  };
}

/** The departments that promised something. */
export async function promisingDepartments(tx: Tx, { jurisdiction }: Call, { context, id }: Of): Promise<Set<string>> {
  const rows = await selectOfSubject(tx, jurisdiction, context, id);
  return new Set(rows.map(({ department_id }) => department_id));
}
