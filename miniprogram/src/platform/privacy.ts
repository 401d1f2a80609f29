import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { listeners } from './listeners';

type Resolve = (answer: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void;
type WeChat = { onNeedPrivacyAuthorization?: (ask: (resolve: Resolve) => void) => void };

/** Two interfaces may be used at once: one answer is for all that wait. */
let waiting: Resolve[] = [];
const { tell, watch } = listeners();

function set(next: Resolve[]): void {
  waiting = next;
  tell();
}

/** WeChat asks before the first use of an interface that touches personal data. Called once, by the app. */
export function watchPrivacy(): void {
  if (process.env.TARO_ENV !== 'weapp') return;
  (Taro as unknown as WeChat).onNeedPrivacyAuthorization?.((resolve) => set([...waiting, resolve]));
}

export const CONSENT_BUTTON = 'privacy-agree';

/** WeChat hears a yes only once its own button has told it (`bindagreeprivacyauthorization`), and not in the tap before that. */
export function answerPrivacy(event: 'agree' | 'disagree'): void {
  for (const resolve of waiting) resolve({ event, buttonId: CONSENT_BUTTON });
  set([]);
}

/** True while WeChat waits for an answer. */
export function usePrivacyQuestion(): boolean {
  return useSyncExternalStore(watch, () => waiting.length > 0);
}
