import { ProblemError } from '../../../shared/kernel/problems';
import { submit } from '../../../shared/requests/contract';
import { call } from './call';
import { drafts, dropDraft, keepDraft } from './drafts';
import { isOnline, onNetwork } from './network';
import { OfflineError, type RawInput } from './send';
import { hasSession } from './session';
import { refresh } from './store';

let running = false;

/**
 * Sends the drafts that wait for a network. Each goes with the key it got when it was begun, so however often this runs, and wherever
 * it was cut off, there is one request. A draft the server refuses stops waiting and stays on the phone, to be looked at. Nobody is
 * signed in for this: a draft waits for the person who wrote it.
 */
export async function sendWaiting(): Promise<void> {
  if (running || !isOnline() || !hasSession()) return;
  running = true;
  try {
    for (const draft of drafts().filter(({ waits }) => waits)) {
      try {
        await call(submit, draft.input as RawInput<typeof submit>, draft.key);
        dropDraft(draft.deputyId);
        void refresh();
      } catch (error) {
        if (isPassing(error)) return;
        keepDraft({ ...draft, waits: false });
      }
    }
  } finally {
    running = false;
  }
}

/** No network, or our side or WeChat away: it may work later as it is. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof OfflineError ||
    (error instanceof ProblemError && (error.code.endsWith('_away') || error.code === 'too_many'))
  );
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
