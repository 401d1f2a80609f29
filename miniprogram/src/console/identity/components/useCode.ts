import { useState } from 'react';
import type { confirmSecondFactor, giveSecondFactor, renewSecondFactor } from '../../../../../shared/identity/contract';
import { ProblemError } from '../../../../../shared/kernel/problems';
import type { Reply } from '../../../../../shared/kernel/procedure';
import { useOnce } from '../../../platform/act';
import { call } from '../../../platform/call';
import { keepAccess } from '../../../platform/session';
import { refresh } from '../../../platform/store';

type Coded = typeof confirmSecondFactor | typeof giveSecondFactor | typeof renewSecondFactor;

/** What changed meanwhile, elsewhere: the page asks how things stand. */
const ELSEWHERE = ['second_factor_locked', 'second_factor_none', 'second_factor_there'];

/** Sends a code; what the person may do from then on is asked anew everywhere. */
export function useCode<P extends Coded>(procedure: P, { onChanged }: { onChanged: () => void }) {
  const [error, setError] = useState<Error | null>(null);
  const { busy, once } = useOnce((failed) => {
    setError(failed);
    if (failed instanceof ProblemError && ELSEWHERE.includes(failed.code)) onChanged();
  });
  const send = (code: string, then?: (reply: Reply<P>) => void) =>
    once(async () => {
      setError(null);
      const reply = (await call(procedure, { code } as Parameters<typeof call<P>>[1])) as Reply<P>;
      keepAccess(reply);
      then?.(reply);
      await refresh(['identity']);
    });
  return { busy, error, send };
}
