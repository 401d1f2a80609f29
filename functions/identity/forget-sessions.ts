import type { Call } from '../platform/call';
import { deleteSessionsBefore } from './queries';

const KEPT_DAYS = 30;

/** Removes sessions that ended a month ago; until then they answer "离开久了" instead of nothing. */
export async function forgetSessions(call: Call): Promise<void> {
  const before = new Date(call.now.getTime() - KEPT_DAYS * 86_400_000);
  await call.write((tx) => deleteSessionsBefore(tx, call.jurisdiction, before));
}
