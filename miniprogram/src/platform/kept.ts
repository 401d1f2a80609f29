import Taro from '@tarojs/taro';

/** A reply kept on the phone, so that what was seen can be seen again without a network. */
type Kept<T> = { at: number; data: T };

const PREFIX = 'lianxin.kept.';
const INDEX = 'lianxin.kept';
// A mini-program has 10 MB; forty pages of ours are far below one.
const MOST = 40;

export function keptReply<T>(name: string): Kept<T> | null {
  return Taro.getStorageSync<Kept<T> | ''>(PREFIX + name) || null;
}

export function keepReply<T>(name: string, reply: T): void {
  const names = (Taro.getStorageSync<string[] | ''>(INDEX) || []).filter((known) => known !== name);
  names.unshift(name);
  for (const old of names.splice(MOST)) Taro.removeStorageSync(PREFIX + old);
  Taro.setStorageSync(INDEX, names);
  Taro.setStorageSync(PREFIX + name, { at: Date.now(), data: reply } satisfies Kept<T>);
}

/** Another person on the same phone must not see them. */
export function forgetKept(): void {
  for (const name of Taro.getStorageSync<string[] | ''>(INDEX) || []) Taro.removeStorageSync(PREFIX + name);
  Taro.removeStorageSync(INDEX);
}
