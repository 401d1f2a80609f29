import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import type { submit } from '../../../shared/requests/contract';
import { newKey } from './call';
import type { RawInput } from './send';
import { signedInAs } from './session';

/** A request on its way: written, not yet acknowledged. `key` is the act's own, so that however often it is sent there is one. */
export type Draft = {
  /** Whose it is; null while nobody has signed in. Another person on the same phone neither sees nor sends it. */
  personId: string | null;
  deputyId: string;
  deputyName: string;
  key: string;
  changedAt: number;
  /** The last try found no network; it waits and is sent again. */
  waits: boolean;
  /** Why it was refused when it went by itself, as a sentence; gone with the next change. */
  problem?: string;
  input: Partial<RawInput<typeof submit>>;
};

const KEY = 'lianxin.drafts';

function all(): Draft[] {
  return Taro.getStorageSync<Draft[] | ''>(KEY) || [];
}

const isMine = ({ personId }: Draft) => personId === null || personId === signedInAs();

const listeners = new Set<() => void>();
let known: { person: string | null; drafts: Draft[] } | null = null;

function keep(next: Draft[]): void {
  Taro.setStorageSync(KEY, next);
  known = null;
  for (const tell of listeners) tell();
}

/** This person's drafts on this phone, the one written last first. */
export function drafts(): Draft[] {
  const person = signedInAs();
  if (known?.person === person) return known.drafts;
  const own = all().filter(isMine);
  known = { person, drafts: own.sort((a, b) => b.changedAt - a.changedAt) };
  return known.drafts;
}

/** The same for a screen: one that was sent meanwhile is gone from it. */
export function useDrafts(): Draft[] {
  return useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, drafts);
}

export function draftFor(deputyId: string, deputyName: string): Draft {
  const known = drafts().find((draft) => draft.deputyId === deputyId);
  const owner = { personId: signedInAs(), deputyId, deputyName };
  return known ?? { ...owner, key: newKey(), changedAt: Date.now(), waits: false, input: { deputyId } };
}

export function keepDraft(draft: Draft): void {
  const kept = { ...draft, personId: draft.personId ?? signedInAs(), changedAt: Date.now() };
  keep([...all().filter((other) => !isMine(other) || other.deputyId !== draft.deputyId), kept]);
}

/** What became of `tried`. Words written while it was under way were not tried: they are neither forgotten nor marked. */
export function settleDraft(tried: Draft, now: Draft | null): void {
  const found = drafts().find(({ deputyId }) => deputyId === tried.deputyId);
  if (found?.changedAt !== tried.changedAt) return;
  if (now) keepDraft(now);
  else dropDraft(tried.deputyId);
}

export function dropDraft(deputyId: string): void {
  keep(all().filter((draft) => !isMine(draft) || draft.deputyId !== deputyId));
}
