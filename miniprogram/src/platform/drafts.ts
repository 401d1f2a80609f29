import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import type { submit } from '../../../shared/requests/contract';
import { newKey } from './call';
import type { RawInput } from './send';

/** A request on its way: written, not yet acknowledged. `key` is the act's own, so that however often it is sent there is one. */
export type Draft = {
  deputyId: string;
  deputyName: string;
  key: string;
  changedAt: number;
  /** The last try found no network; it waits and is sent again. */
  waits: boolean;
  input: Partial<RawInput<typeof submit>>;
};

const KEY = 'lianxin.drafts';

function all(): Draft[] {
  return Taro.getStorageSync<Draft[] | ''>(KEY) || [];
}

const listeners = new Set<() => void>();
let known: Draft[] | undefined;

function keep(next: Draft[]): void {
  Taro.setStorageSync(KEY, next);
  known = undefined;
  for (const tell of listeners) tell();
}

/** Drafts on this phone, the one written last first. */
export function drafts(): Draft[] {
  known ??= all().sort((a, b) => b.changedAt - a.changedAt);
  return known;
}

/** The same for a screen: one that was sent meanwhile is gone from it. */
export function useDrafts(): Draft[] {
  return useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, drafts);
}

export function draftFor(deputyId: string, deputyName: string): Draft {
  const fresh = { deputyId, deputyName, key: newKey(), changedAt: Date.now(), waits: false, input: { deputyId } };
  return all().find((draft) => draft.deputyId === deputyId) ?? fresh;
}

export function keepDraft(draft: Draft): void {
  const others = all().filter(({ deputyId }) => deputyId !== draft.deputyId);
  keep([...others, { ...draft, changedAt: Date.now() }]);
}

export function dropDraft(deputyId: string): void {
  keep(all().filter((draft) => draft.deputyId !== deputyId));
}
