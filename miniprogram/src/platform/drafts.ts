import Taro from '@tarojs/taro';
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

/** Drafts on this phone, the one written last first. */
export function drafts(): Draft[] {
  return all().sort((a, b) => b.changedAt - a.changedAt);
}

export function draftFor(deputyId: string, deputyName: string): Draft {
  const fresh = { deputyId, deputyName, key: newKey(), changedAt: Date.now(), waits: false, input: { deputyId } };
  return all().find((draft) => draft.deputyId === deputyId) ?? fresh;
}

export function keepDraft(draft: Draft): void {
  const others = all().filter(({ deputyId }) => deputyId !== draft.deputyId);
  Taro.setStorageSync(KEY, [...others, { ...draft, changedAt: Date.now() }]);
}

export function dropDraft(deputyId: string): void {
  Taro.setStorageSync(
    KEY,
    all().filter((draft) => draft.deputyId !== deputyId),
  );
}
