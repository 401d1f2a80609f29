import { useSyncExternalStore } from 'react';
import { me as meProcedure } from '../../../shared/identity/contract';
import { counts as countsProcedure } from '../../../shared/requests/contract';
import { countOf, WAITING_FOR_DEPUTY, WAITING_FOR_RESIDENT } from '../../../shared/requests/states';
import { useJurisdiction } from './county';
import { useCall } from './query';
import { canSignIn, hasSession, onSession } from './session';

/**
 * Who is signed in on this phone and how much waits for them. `signIn` for pages that are about the person: there WeChat signs them in
 * silently. Elsewhere nothing is asked of somebody who never signed in.
 */
export function usePerson({ signIn = false }: { signIn?: boolean } = {}) {
  useJurisdiction();
  const signedIn = useSyncExternalStore(onSession, hasSession);
  const enabled = signedIn || (signIn && canSignIn());
  const { data: me, isPending } = useCall(meProcedure, {}, { enabled });
  const counts = useCall(countsProcedure, {}, { enabled }).data;
  const deputy = me?.roles.find(({ role }) => role === 'deputy') ?? null;
  const { inbox, mine } = counts ?? {};
  const waiting = deputy ? countOf(inbox?.states, WAITING_FOR_DEPUTY) : countOf(mine, WAITING_FOR_RESIDENT);
  return { signedIn, asking: enabled && isPending, me, counts, deputy, waiting };
}
