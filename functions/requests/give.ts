import { deputyTitle } from '../../shared/directory/rules';
import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Names } from '../directory/public';
import { personOfDeputy } from '../identity/public';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { isOnResidentsSide } from './own-answer';
import { type RequestRow, updateRequest } from './queries';
import { record } from './record';
import { tellDeputy, tellResident } from './tell';

type Given = {
  request: RequestRow;
  kind: 'passed' | 'reassigned';
  /** Null: to all of the village's deputies. */
  to: string | null;
  words: string;
};

/**
 * Gives an open request to another deputy of its village, or to all of them. A question that waits for the resident goes on waiting.
 * The clock goes on; the resident, the old deputy and the new one are told.
 * @throws ProblemError `request_closed`, `not_waiting_for_answer`, `deputy_ended`, `not_your_deputies`, `own_matter`
 */
export async function give(tx: Tx, call: Call, names: Names, { request, kind, to, words }: Given): Promise<void> {
  const { jurisdiction, now } = call;
  ensure(request.state !== 'closed', 'request_closed');
  ensure(request.state !== 'answered', 'not_waiting_for_answer');
  ensure(to !== request.deputy_id, 'not_your_deputies');
  if (to !== null) {
    ensure(names.isServing(to), 'deputy_ended');
    const group = names.servingForVillage(request.village, dayOf(now));
    ensure(
      group.some(({ id }) => id === to),
      'not_your_deputies',
    );
    const person = await personOfDeputy(tx, jurisdiction, to);
    ensure(!person || !(await isOnResidentsSide(tx, jurisdiction, request, person)), 'own_matter');
  }
  await updateRequest(tx, jurisdiction, request.id, {
    deputy_id: to,
    opened_at: null,
    // A deputy has dealt with it: it can not be withdrawn any more.
    taken_at: request.taken_at ?? (kind === 'passed' ? now : null),
    changed_at: now,
  });
  await record(tx, call, request, { kind, words, deputyId: to, detail: { from: request.deputy_id } });
  const news = { jurisdiction, requestId: request.id, title: request.title, now };
  const title = to === null ? '村里的代表，谁先接谁回' : deputyTitle(names.deputyName(to));
  const body = kind === 'passed' ? `转给了${title}` : `联络站转给了${title}`;
  await tellResident(tx, request, { ...news, kind: `request_${kind}`, body });
  await tellDeputy(tx, names, to, { ...news, kind: 'request_received', body: '转给您的，请您回' });
  // Who had it is told, unless it is their own.
  const old = request.deputy_id && (await personOfDeputy(tx, jurisdiction, request.deputy_id));
  const isTold = old !== null && old === (request.resident_id ?? request.entered_by);
  if (kind === 'reassigned' && !isTold)
    await tellDeputy(tx, names, request.deputy_id, { ...news, kind: 'request_reassigned', body });
}
