import { me as meProcedure } from '../../../shared/identity/contract';
import { counts as countsProcedure } from '../../../shared/requests/contract';
import { useCall } from './query';
import { hasSession } from './session';

/** Who is signed in on this phone and how much waits for them; nothing is asked of somebody who never signed in. */
export function usePerson() {
  const enabled = hasSession();
  const me = useCall(meProcedure, {}, { enabled }).data;
  const counts = useCall(countsProcedure, {}, { enabled }).data;
  const deputy = me?.roles.find(({ role }) => role === 'deputy') ?? null;
  const waiting = deputy ? (counts?.inbox?.with_deputy ?? 0) : (counts?.mine.answered ?? 0);
  return { me, counts, deputy, waiting };
}
