import Taro from '@tarojs/taro';

let online = true;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  if (next === online) return;
  online = next;
  for (const tell of listeners) tell();
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
export function onNetwork(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function isOnline(): boolean {
  return online;
}
