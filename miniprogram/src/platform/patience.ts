import { useState } from 'react';

/** What WeChat or a browser should have answered by now; who stands before its map or thinks about a permission takes as long as they like. */
const LONG_MS = 20_000;

/**
 * Waits for a host that may never answer. `silent` is called when it took long, so that the page stops saying that it waits and shows a way
 * on; an answer that comes after that still counts.
 */
export async function watched<T>(asked: Promise<T>, silent: () => void): Promise<T> {
  const timer = setTimeout(silent, LONG_MS);
  try {
    return await asked;
  } finally {
    clearTimeout(timer);
  }
}

/** For what needs no person: without an answer it has failed. @throws what `late` makes */
export async function within<T>(ms: number, asked: Promise<T>, late: () => Error): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(late()), ms);
  });
  return Promise.race([asked, over]).finally(() => clearTimeout(timer));
}

/**
 * Asks a host from a button. What became of it when nothing did is in `said`, with the way on: `silent` where the host said nothing, the
 * error's own sentence where it has one. What comes later than that still counts.
 */
export function useHost(silent: string) {
  const [said, setSaid] = useState<string | null>(null);
  const ask = async <T>(asked: Promise<T>, then: (answer: T) => unknown): Promise<void> => {
    setSaid(null);
    try {
      const answer = await watched(asked, () => setSaid(silent));
      setSaid(null);
      await then(answer);
    } catch (error) {
      setSaid((error as Error).message || silent);
    }
  };
  return { said, setSaid, ask };
}

/** Null when the person closed what WeChat opened, or said no to the privacy notice. @throws `words` for everything else */
export function turnedBack(error: unknown, words: string): null {
  if (/cancel|privacy|auth/.test((error as { errMsg?: string }).errMsg ?? '')) return null;
  throw new Error(words);
}
