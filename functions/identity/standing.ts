import type { ReadStanding } from '../platform/standing';
import { lockOffice, selectOwnRoles } from './queries-memberships';
import { selectEnded } from './queries-sessions';
import { heldFor } from './session';

/** Whether a session was ended, and the roles its person holds, as they are written down this very moment. */
export const standingOf: ReadStanding = async (tx, { jurisdiction, personId, sessionId }, hold) => {
  if (hold === 'office') await lockOffice(tx, jurisdiction);
  const [ended, roles] = await Promise.all([
    selectEnded(tx, jurisdiction, sessionId),
    selectOwnRoles(tx, jurisdiction, personId, hold === 'own'),
  ]);
  return { ended, roles: roles.map((row) => ({ role: row.role, id: heldFor(row, jurisdiction) })) };
};
