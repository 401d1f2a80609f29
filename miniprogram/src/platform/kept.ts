import { now } from './clock';
import { forgetStored, onFull, readStored, store } from './storage';

/** A reply kept on the phone, so that what was seen can be seen again without a network. */
type Kept<T> = { at: number; data: T };

const PREFIX = 'lianxin.kept.';
const INDEX = 'lianxin.kept';
// A mini-program has 10 MB; forty pages of ours are far below one.
const MOST = 40;

export function keptReply<T>(name: string): Kept<T> | null {
  return readStored<Kept<T>>(PREFIX + name);
}

export function keepReply<T>(name: string, reply: T): void {
  const names = (readStored<string[]>(INDEX) || []).filter((known) => known !== name);
  names.unshift(name);
  for (const old of names.splice(MOST)) forgetStored(PREFIX + old);
  // What is seen stays on the screen, kept or not.
  for (const [key, value] of [
    [INDEX, names],
    [PREFIX + name, { at: now(), data: reply } satisfies Kept<T>],
  ] as const)
    if (!store(key, value)) forgetStored(key);
}

/** It is not there for this reader any more. */
export function forgetReply(name: string): void {
  forgetStored(PREFIX + name);
}

/** Another person on the same phone must not see them. */
export function forgetKept(): void {
  for (const name of readStored<string[]>(INDEX) || []) forgetStored(PREFIX + name);
  forgetStored(INDEX);
}

onFull(forgetKept);
