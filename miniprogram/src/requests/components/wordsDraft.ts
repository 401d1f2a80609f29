import { newKey } from '../../platform/call';
import { dropFile } from '../../platform/files';
import type { Picture } from '../../platform/pictures';
import { forgetStored, readStored, store } from '../../platform/storage';

/** What is being written to a request: an answer, more words, a note. `key` makes it one act however often it is sent. */
export type WordsDraft = { words: string; key: string; pictures: Picture[] };

/** `what` names the act and its request: each keeps its own words. */
const keyOf = (what: string) => `lianxin.${what}`;

export function wordsDraft(what: string): WordsDraft {
  const kept = readStored<Partial<WordsDraft>>(keyOf(what)) || {};
  return { words: '', key: newKey(), pictures: [], ...kept };
}

export function keepWords(what: string, draft: WordsDraft): void {
  store(keyOf(what), draft);
}

/** Forgets it, with its pictures. */
export function dropWords(what: string): void {
  for (const { name } of wordsDraft(what).pictures) void dropFile(name);
  forgetStored(keyOf(what));
}
