import Taro from '@tarojs/taro';
import { listeners } from './listeners';

let online = true;
const { tell, watch } = listeners();

function set(next: boolean): void {
  if (next === online) return;
  online = next;
  tell();
}

/** Watches the network. Called once, by the app. */
export function watchNetwork(): void {
  if (process.env.TARO_ENV === 'weapp') {
    Taro.getNetworkType({ success: ({ networkType }) => set(networkType !== 'none') });
    // Not every place that opens mini-programs tells.
    Taro.onNetworkStatusChange?.(({ isConnected }) => set(isConnected));
    return;
  }
  set(window.navigator.onLine);
  window.addEventListener('online', () => set(true));
  window.addEventListener('offline', () => set(false));
}

/** Tells whenever the network comes or goes; returns how to stop. */
export const onNetwork = watch;

export function isOnline(): boolean {
  return online;
}
