import { ensure } from '../../shared/kernel/problems';
import type { Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { isOwnMatter } from './access';
import type { RequestRow } from './queries';
import { hasAnswered, hasSpoken } from './queries-desk';

type By = { jurisdiction: string; caller: Person };

/**
 * Whoever is its deputy, or has answered it in any round, does not decide on a matter at the station, nor speak for its resident.
 * @throws ProblemError `own_answer`
 */
export async function ensureNotOwnAnswer(tx: Tx, { jurisdiction, caller }: By, request: RequestRow): Promise<void> {
  ensure(caller.deputyId === null || request.deputy_id !== caller.deputyId, 'own_answer');
  ensure(!(await hasAnswered(tx, jurisdiction, request.id, caller.personId)), 'own_answer');
}

/** The same for words that somebody says for another. One's own matter is one's own. */
export async function ensureMaySpeak(tx: Tx, by: By, request: RequestRow): Promise<void> {
  if (request.resident_id !== by.caller.personId) await ensureNotOwnAnswer(tx, by, request);
}

/** True for whose matter it is, and for who has said something on it for the resident: they do not answer it as a deputy. */
export async function isOnResidentsSide(
  tx: Tx,
  jurisdiction: string,
  request: RequestRow,
  personId: string,
): Promise<boolean> {
  return isOwnMatter(request, personId) || hasSpoken(tx, jurisdiction, request.id, personId);
}
