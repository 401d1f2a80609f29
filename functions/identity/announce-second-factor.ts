import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { enqueue } from '../platform/outbox';

/** What the outbox calls what became of a second factor that its owner should hear of; its payload is `SecondFactorTold`. */
export const SECOND_FACTOR_TOLD = 'identity.second-factor';

/** `reset`: it is gone, and begins anew; `locked`: five wrong codes were given. */
export type SecondFactorTold = { personId: string; what: 'reset' | 'locked' };

export async function announceSecondFactor(
  tx: Tx,
  { jurisdiction, now }: Pick<Call, 'jurisdiction' | 'now'>,
  payload: SecondFactorTold,
): Promise<void> {
  await enqueue(tx, { jurisdiction, topic: SECOND_FACTOR_TOLD, payload, runAt: now, now });
}
