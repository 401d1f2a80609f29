import { useState } from 'react';
import { keepWords, type WordsDraft, wordsDraft } from './wordsDraft';

/** What was written of `what`, kept on the phone with each change. Pictures come while words are written: a change starts from what is there then. */
export function useWords(what: string): [WordsDraft, (step: (now: WordsDraft) => Partial<WordsDraft>) => void] {
  const [draft, setDraft] = useState(() => wordsDraft(what));
  const change = (step: (now: WordsDraft) => Partial<WordsDraft>) =>
    setDraft((now) => {
      const changed = { ...now, ...step(now) };
      keepWords(what, changed);
      return changed;
    });
  return [draft, change];
}
