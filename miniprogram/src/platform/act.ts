import { useRef, useState } from 'react';
import { ProblemError } from '../../../shared/kernel/problems';
import type { Procedure, Reply } from '../../../shared/kernel/procedure';
import { call, newKey } from './call';
import type { RawInput } from './send';
import { refresh } from './store';

// Somebody was faster: what is on the screen is no longer so.
const outdated = (error: unknown) => error instanceof ProblemError && error.status === 409;

/**
 * What a person does. Afterwards, and when it turns out that somebody was faster, the screens that show it ask again: `refreshes` names
 * contexts (`requests`) or procedures. With the same `key` for the same act, the server does it once.
 * @throws OfflineError, ProblemError
 */
export async function act<P extends Procedure>(
  procedure: P,
  input: RawInput<P>,
  { key, refreshes = [] }: { key?: string; refreshes?: readonly string[] } = {},
): Promise<Reply<P>> {
  try {
    const reply = await call(procedure, input, key);
    void refresh(refreshes);
    return reply;
  } catch (error) {
    if (outdated(error)) void refresh(refreshes);
    throw error;
  }
}

/** One work at a time: pressed again before the screen could change, it is still done once. `failed` hears why it was not done. */
export function useOnce(failed: (error: Error) => void) {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const once = async (work: () => Promise<unknown>): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await work();
    } catch (error) {
      failed(error as Error);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, once };
}

/** A procedure behind one button: sent again after a lost reply, it is still the same act. What went wrong stays in `error`. */
export function useAct<P extends Procedure>(procedure: P, refreshes: readonly string[] = []) {
  const [key, setKey] = useState(newKey);
  const [error, setError] = useState<Error | null>(null);
  const { busy, once } = useOnce(setError);
  const send = (input: RawInput<P>, then?: (reply: Reply<P>) => void) =>
    once(async () => {
      setError(null);
      const reply = await act(procedure, input, { key, refreshes });
      setKey(newKey());
      then?.(reply);
    });
  /** What is sent from now on is an act of its own. */
  const renew = () => {
    setKey(newKey());
    setError(null);
  };
  return { isPending: busy, error, send, renew };
}
