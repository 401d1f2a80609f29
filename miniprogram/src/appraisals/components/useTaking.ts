import { useState } from 'react';
import { ProblemError } from '../../../../shared/kernel/problems';
import { useOnce } from '../../platform/act';
import { sayUnsent } from '../../platform/faults';
import { verifyPhone } from '../../platform/session';
import { takeBallot } from './ballot';

/** Takes the ballot, after the phone was confirmed where `phoneCode` is given; and says why it was not given out. */
export function useTaking(id: string) {
  const [error, setError] = useState<Error | null>(null);
  const { busy, once } = useOnce(setError);
  const take = (village?: string, phoneCode?: string) => {
    setError(null);
    void once(async () => {
      if (phoneCode) await verifyPhone(phoneCode);
      await takeBallot(id, village);
    });
  };
  return { busy, error, code: error instanceof ProblemError ? error.code : null, fail: setError, take };
}

export function sayNotTaken(error: Error): string {
  return sayUnsent(error, '现在没有网，票还没领到。有网了再点一次。');
}
