import { v7 } from 'uuid';
import type { EventKind } from '../../shared/requests/contract';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { enqueue } from '../platform/outbox';
import { CHECK_WORDS } from './check-words';
import { insertEvent, type RequestRow, UNCHECKED, updateRequest } from './queries';

type Happened = {
  kind: EventKind;
  words?: string | null;
  /** The deputy who did it, or to whom it went. */
  deputyId?: string | null;
  detail?: Record<string, string | null | boolean>;
};

/**
 * Writes down what happened to a request, in the transaction that does it, and has its words checked soon after.
 * @returns the event's id; null when it was there already (seen once a round)
 */
export async function record(
  tx: Tx,
  { jurisdiction, caller, now }: Call,
  request: Pick<RequestRow, 'id' | 'round' | 'text_check'>,
  { kind, words = null, deputyId = null, detail = {} }: Happened,
): Promise<string | null> {
  const id = v7();
  const written = await insertEvent(tx, {
    jurisdiction,
    request_id: request.id,
    id,
    round: request.round,
    kind,
    person_id: caller?.personId ?? null,
    deputy_id: deputyId,
    words,
    detail: JSON.stringify(detail),
    at: now,
  });
  if (!written) return null;
  if (words && !UNCHECKED.includes(kind)) await haveChecked(tx, { jurisdiction, now }, request);
  return id;
}

/** What waits for a person stays so: new words can only make it worse. */
async function haveChecked(
  tx: Tx,
  { jurisdiction, now }: Pick<Call, 'jurisdiction' | 'now'>,
  { id, text_check }: Pick<RequestRow, 'id' | 'text_check'>,
): Promise<void> {
  if (text_check === 'pass' || text_check === 'cleared')
    await updateRequest(tx, jurisdiction, id, { text_check: 'pending' });
  await enqueue(tx, { jurisdiction, topic: CHECK_WORDS, payload: { requestId: id }, runAt: now, now });
}
