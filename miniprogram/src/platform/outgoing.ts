import type { ProblemError } from '../../../shared/kernel/problems';
import type { Reply } from '../../../shared/kernel/procedure';
import { submit } from '../../../shared/requests/contract';
import { call, newKey } from './call';
import { type Draft, draftOf, drafts, notePictures, settleDraft } from './drafts';
import { arrivedBefore, isPassing, sayFault } from './faults';
import { isOnline, onNetwork } from './network';
import { withPictures } from './pictures';
import type { RawInput } from './send';
import { hasSession } from './session';
import { refresh } from './store';

type Receipt = Reply<typeof submit>;
type Sent = (draft: Draft, reply: Receipt) => void;

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
        const reply = await sendDraft(draft);
        settleDraft(draft, null);
        for (const tell of listeners) tell(draft, reply);
        void refresh();
      } catch (error) {
        if (isPassing(error)) return;
        settleDraft(draft, refused(error as Error));
      }
    }
  } finally {
    running = false;
  }
}

/** Only the reply of what was sent before was lost: what was changed since is a matter of its own. */
export function anotherAct({ first }: ProblemError): Partial<Draft> {
  const problem = '先前写的那件已经送到了，改过的还没送。点开看一看。';
  return { waits: false, problem, key: newKey(), arrived: first ?? null };
}

function refused(error: Error): Partial<Draft> {
  return arrivedBefore(error) ? anotherAct(error) : { waits: false, problem: sayFault(error) };
}

/** Those under way, by draft. */
const going = new Map<string, { changedAt: number; reply: Promise<Receipt> }>();

/**
 * Sends a draft: its pictures, then the words. Whoever asks while it is under way shares that, so that no picture is sent twice.
 * @throws OfflineError, ProblemError; with `picture_bad` the rest is there and can go without the one that is marked
 */
export async function sendDraft(draft: Draft): Promise<Receipt> {
  const before = going.get(draft.id);
  if (before?.changedAt === draft.changedAt) return before.reply;
  // Other words than these are under way.
  await before?.reply.catch(() => undefined);
  const reply = deliver(draft).finally(() => going.delete(draft.id));
  going.set(draft.id, { changedAt: draft.changedAt, reply });
  return reply;
}

function deliver({ id, pictures, input, key }: Draft): Promise<Receipt> {
  return withPictures(
    draftOf(id)?.pictures ?? pictures,
    (next) => notePictures(id, next),
    (ids) => call(submit, { ...(input as RawInput<typeof submit>), ...(ids.length ? { pictures: ids } : {}) }, key),
  );
}

/** Tells of a draft that went by itself, so that the page that shows it can say so; returns how to stop. */
export function onSent(tell: Sent): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Called once, by the app. */
export function watchOutgoing(): void {
  onNetwork(() => void sendWaiting());
  void sendWaiting();
}
