import type { ReadStanding } from '../platform/standing';
import { lockOffice, selectOwnRoles } from './queries-memberships';
import { selectSeat } from './queries-sessions';
import { actingOf } from './second-factor-rule';
import { heldFor } from './session';

/** Whether a session was ended, the roles its person holds, as they are written down this very moment, and which of them wait for a second factor. */
export const standingOf: ReadStanding = async (tx, { jurisdiction, personId, sessionId }, hold) => {
  if (hold === 'office') await lockOffice(tx, jurisdiction);
  const [seat, held] = await Promise.all([
    selectSeat(tx, jurisdiction, sessionId),
    selectOwnRoles(tx, jurisdiction, personId, hold === 'own'),
  ]);
  const { acting, waits } = actingOf(seat.settings, seat, held);
  return { ended: seat.ended, roles: acting.map((row) => ({ role: row.role, id: heldFor(row, jurisdiction) })), waits };
};
