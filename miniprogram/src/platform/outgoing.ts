import { ProblemError } from '../../../shared/kernel/problems';
import type { Reply } from '../../../shared/kernel/procedure';
import { submit } from '../../../shared/requests/contract';
import { call, newKey } from './call';
import { type Draft, drafts, settleDraft } from './drafts';
import { isOnline, onNetwork } from './network';
import { isAway, type RawInput } from './send';
import { hasSession } from './session';
import { refresh } from './store';

type Sent = (draft: Draft, reply: Reply<typeof submit>) => void;

let running = false;
const listeners = new Set<Sent>();

/**
 * Sends the drafts that wait for a network. Each goes with the key it got when it was begun, so however often this runs, and wherever
 * it was cut off, there is one request. A draft the server refuses stops waiting and stays on the phone with the reason. Nobody is
 * signed in for this: a draft waits for the person who wrote it.
 */
export async function sendWaiting(): Promise<void> {
  if (running || !isOnline() || !hasSession()) return;
  running = true;
  try {
    for (const draft of drafts().filter(({ waits }) => waits)) {
      try {
        const reply = await call(submit, draft.input as RawInput<typeof submit>, draft.key);
        settleDraft(draft, null);
        for (const tell of listeners) tell(draft, reply);
        void refresh();
      } catch (error) {
        if (isPassing(error)) return;
        settleDraft(draft, refused(draft, error as Error));
      }
    }
  } finally {
    running = false;
  }
}

function refused(draft: Draft, error: Error): Draft {
  if (!arrivedBefore(error)) return { ...draft, waits: false, problem: sayFault(error) };
  const problem = '先前写的那件已经送到了，改过的还没送。想再送一件，就点开再送一次。';
  return { ...draft, waits: false, key: newKey(), problem };
}

/** Tells of a draft that went by itself, so that the page that shows it can say so; returns how to stop. */
export function onSent(tell: Sent): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Why it was refused, and the number to read out on the telephone. */
export function sayFault(error: Error): string {
  const first = error instanceof ProblemError ? error.errors?.[0]?.message : undefined;
  const number = error instanceof ProblemError && error.number ? `（打电话问时报 ${error.number}）` : '';
  return `${first ?? error.message}${number}`;
}

/** No network, or our side or WeChat away: it may work later as it is. */
export function isPassing(error: unknown): boolean {
  return isAway(error) || (error instanceof ProblemError && error.code === 'too_many');
}

/** Called once, by the app. */
export function watchOutgoing(): void {
  onNetwork(() => void sendWaiting());
  void sendWaiting();
}

/** The key was used with other words: the first attempt did arrive, only its reply was lost. */
export function arrivedBefore(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'idempotency_key_reused';
}
