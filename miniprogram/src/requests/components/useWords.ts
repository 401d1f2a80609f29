import { useState } from 'react';
import type { Procedure } from '../../../../shared/kernel/procedure';
import { act, useOnce } from '../../platform/act';
import { newKey } from '../../platform/call';
import { arrivedBefore, sayUnsent } from '../../platform/faults';
import { type Picture, withPictures } from '../../platform/pictures';
import type { RawInput } from '../../platform/send';
import { dropWords, keepWords, type WordsDraft, wordsDraft } from './wordsDraft';

const AWAY = '现在送不出去，有网了再点一次，只算一次。';
const ARRIVED = '刚才那次已经送到了。改过的还想送，就再点一次。';

/** What happened, and what to do. */
export function sayWhy(error: Error, away = AWAY): string {
  return sayUnsent(error, { away, arrived: ARRIVED });
}

type Given = { words: string; pictures?: string[] };

/**
 * What is written of `what`, with photos: kept on the phone with each change, and sent once however often it is pressed. Photos come while
 * words are written: a change starts from what is there then.
 */
export function useWords(what: string, away?: string) {
  const [draft, setDraft] = useState(() => wordsDraft(what));
  const [fault, setFault] = useState<string | null>(null);
  const change = (step: (now: WordsDraft) => Partial<WordsDraft>) =>
    setDraft((now) => {
      const changed = { ...now, ...step(now) };
      keepWords(what, changed);
      return changed;
    });
  const write = (words: string) => {
    setFault(null);
    change(() => ({ words }));
  };
  const changePictures = (step: (now: Picture[]) => Picture[]) => change((now) => ({ pictures: step(now.pictures) }));
  const { busy, once } = useOnce((error) => {
    if (arrivedBefore(error)) change(() => ({ key: newKey() }));
    setFault(sayWhy(error, away));
  });
  const send = <P extends Procedure>(procedure: P, input: (given: Given) => RawInput<P>, then: () => unknown) =>
    once(async () => {
      setFault(null);
      const { words, pictures, key } = draft;
      const say = (ids: string[]) =>
        act(procedure, input({ words: words.trim(), ...(ids.length ? { pictures: ids } : {}) }), {
          key,
          refreshes: ['requests', 'notifications'],
        });
      await withPictures(pictures, (next) => changePictures(() => next), say);
      dropWords(what);
      await then();
    });
  return { ...draft, write, changePictures, fault, setFault, sending: busy, send };
}
