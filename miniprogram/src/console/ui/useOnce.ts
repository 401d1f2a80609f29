import { useState } from 'react';
import type { Procedure, Reply } from '../../../../shared/kernel/procedure';
import { newKey } from '../../platform/call';
import { useAct } from '../../platform/query';
import type { RawInput } from '../../platform/send';

/** One act of a dialog: sent again after a lost reply, it is still the same. What went wrong stays in `error`. */
export function useOnce<P extends Procedure>(procedure: P, refreshes: readonly string[]) {
  const [key, setKey] = useState(newKey);
  const { isPending, error, mutateAsync } = useAct(procedure, refreshes);
  const send = async (input: RawInput<P>, then: (reply: Reply<P>) => void) => {
    if (isPending) return;
    try {
      const reply = await mutateAsync({ input, key });
      setKey(newKey());
      then(reply);
    } catch {
      // Shown where it was pressed.
    }
  };
  return { isPending, error, send };
}
