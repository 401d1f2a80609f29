import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { jurisdiction, useJurisdiction } from './county';

/** Where the person lives, as they picked it. It stays on the phone: the server is told only with a request. */
export type Place = { village: string; villageName: string; town: string; townName: string };

const keyOf = () => `lianxin.place.${jurisdiction()}`;
const listeners = new Set<() => void>();
let known: { key: string; place: Place | null } | undefined;

export function currentPlace(): Place | null {
  const key = keyOf();
  if (known?.key !== key) known = { key, place: Taro.getStorageSync<Place | ''>(key) || null };
  return known.place;
}

export function rememberPlace(chosen: Place): void {
  known = { key: keyOf(), place: chosen };
  Taro.setStorageSync(known.key, chosen);
  for (const tell of listeners) tell();
}

export function usePlace(): Place | null {
  useJurisdiction();
  return useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, currentPlace);
}
