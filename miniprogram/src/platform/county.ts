import { useSyncExternalStore } from 'react';
import { listeners } from './listeners';
import { readStored, store } from './storage';

const KEY = 'lianxin.jurisdiction';
const { tell, watch } = listeners();

/** The county this phone looks at: the one of the last scanned code or chosen place, at first the one it was built for. */
export function jurisdiction(): string {
  return readStored<string>(KEY) || (process.env.TARO_APP_JURISDICTION ?? '330822');
}

export function rememberJurisdiction(code: string): void {
  store(KEY, code);
  tell();
}

/** The tab pages stay open behind a scanned code: without this they would show one county and ask another. */
export function useJurisdiction(): string {
  return useSyncExternalStore(watch, jurisdiction);
}
