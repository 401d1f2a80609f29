import { useRef, useState } from 'react';
import { ProblemError } from '../../../shared/kernel/problems';
import type { Procedure, Reply } from '../../../shared/kernel/procedure';
import { call, newKey } from './call';
import { arrivedBefore } from './faults';
import type { RawInput } from './send';
import { refresh } from './store';

// Somebody was faster, or an attempt of before did arrive: what is on the screen is no longer so.
const outdated = (error: unknown) => arrivedBefore(error) || (error instanceof ProblemError && error.status === 409);

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

/** How an act is sent that needs more than its input, such as pictures before it: with `say` at the end. */
export type Sending<P extends Procedure> = (say: (input: RawInput<P>) => Promise<Reply<P>>) => Promise<Reply<P>>;

/**
 * One attempt after the other at one act. What went wrong stays in `error`. `onArrived` hears when only the reply of an attempt before was lost
 * and what is sent now is something else: that needs a key of its own.
 */
export function useSending(onArrived: (error: ProblemError) => void) {
  const [error, setError] = useState<Error | null>(null);
  const { busy, once } = useOnce((failed) => {
    if (arrivedBefore(failed)) onArrived(failed);
    setError(failed);
  });
  const send = (work: () => Promise<unknown>) =>
    once(async () => {
      setError(null);
      await work();
    });
  return { isPending: busy, error, send, clear: () => setError(null) };
}

/** A procedure behind one button: sent again after a lost reply, it is still the same act. */
export function useAct<P extends Procedure>(procedure: P, refreshes: readonly string[] = []) {
  const [key, setKey] = useState(newKey);
  const { isPending, error, send } = useSending(() => setKey(newKey()));
  return {
    isPending,
    error,
    send: (input: RawInput<P>, then?: (reply: Reply<P>) => void) =>
      send(async () => {
        const reply = await act(procedure, input, { key, refreshes });
        setKey(newKey());
        then?.(reply);
      }),
  };
}
