import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

type Resolve = (answer: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void;
type WeChat = { onNeedPrivacyAuthorization?: (ask: (resolve: Resolve) => void) => void };

let waiting: Resolve | null = null;
const listeners = new Set<() => void>();

function set(next: Resolve | null): void {
  waiting = next;
  for (const tell of listeners) tell();
}

/** WeChat asks before the first use of an interface that touches personal data. Called once, by the app. */
export function watchPrivacy(): void {
  if (process.env.TARO_ENV !== 'weapp') return;
  (Taro as unknown as WeChat).onNeedPrivacyAuthorization?.((resolve) => set(resolve));
}

export const CONSENT_BUTTON = 'privacy-agree';

export function answerPrivacy(event: 'agree' | 'disagree'): void {
  waiting?.({ event, buttonId: CONSENT_BUTTON });
  set(null);
}

/** True while WeChat waits for an answer. */
export function usePrivacyQuestion(): boolean {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => waiting !== null,
  );
}
