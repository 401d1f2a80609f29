import { dayOf } from '../../shared/kernel/days';
import type { Call } from '../platform/call';
import { forgetCounts } from '../platform/daily';
import { forgetKeys } from '../platform/idempotency';
import { deleteQrSignInsUntil } from './queries-qr-sign-in';
import { deleteIdleSecondFactors } from './queries-second-factor';
import { deleteReplacedBefore, deleteSessionsBefore } from './queries-sessions';

const DAY_MS = 86_400_000;
// So long a session is known to have been ended, and a refresh token that comes again to have been replaced.
const SESSION_DAYS = 30;
// A draft may lie on a phone for a season and be sent again; after that its key is forgotten.
const KEY_DAYS = 180;

/**
 * Removes what nobody can use any more: sessions that ended a month ago, the keys of acts half a year old, codes of computers, second
 * factors of who holds no role any more, what was counted on days that are over.
 */
export async function forgetSessions(call: Call): Promise<void> {
  const daysAgo = (days: number) => new Date(call.now.getTime() - days * DAY_MS);
  await call.write(async (tx) => {
    await deleteSessionsBefore(tx, call.jurisdiction, daysAgo(SESSION_DAYS));
    await deleteReplacedBefore(tx, call.jurisdiction, daysAgo(SESSION_DAYS));
    await deleteIdleSecondFactors(tx, call.jurisdiction);
    await deleteQrSignInsUntil(tx, call.jurisdiction, call.now);
    await forgetKeys(tx, call.jurisdiction, daysAgo(KEY_DAYS));
    await forgetCounts(tx, call.jurisdiction, dayOf(call.now));
  });
}
