import Taro from '@tarojs/taro';

/** What the phone did not take: kept until the app is closed. */
const unkept = new Map<string, unknown>();

let makeRoom: () => void = () => undefined;

/** Who keeps what could be asked for again says how to throw it away, for what can not. */
export function onFull(throwAway: () => void): void {
  makeRoom = throwAway;
}

/** What is kept under a name; null when nothing is, and where the phone keeps nothing at all (无痕浏览). */
export function readStored<T>(name: string): T | null {
  if (unkept.has(name)) return unkept.get(name) as T;
  try {
    return Taro.getStorageSync<T | ''>(name) || null;
  } catch {
    return null;
  }
}

/** A phone that is full makes nothing fail. @returns false when it is kept only until the app is closed */
export function store(name: string, value: unknown): boolean {
  unkept.delete(name);
  if (taken(name, value)) return true;
  makeRoom();
  if (taken(name, value)) return true;
  unkept.set(name, value);
  return false;
}

function taken(name: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(name, value);
    // Some say nothing and keep nothing.
    return Boolean(Taro.getStorageSync(name));
  } catch {
    return false;
  }
}

export function forgetStored(name: string): void {
  unkept.delete(name);
  try {
    Taro.removeStorageSync(name);
  } catch {
    // Nothing was kept.
  }
}

/** False while something lies nowhere but in this open app. */
export function isAllStored(): boolean {
  return unkept.size === 0;
}
