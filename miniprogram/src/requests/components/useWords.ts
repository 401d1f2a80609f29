import { useState } from 'react';
import { ProblemError } from '../../../../shared/kernel/problems';
import type { Procedure } from '../../../../shared/kernel/procedure';
import { sayUnsent } from '../../platform/faults';
import { type Picture, withPictures } from '../../platform/pictures';
import type { RawInput } from '../../platform/send';
import { useForm } from '../../platform/useForm';

const AWAY = '现在送不出去，有网了再点一次，只算一次。';

/** What happened, and what to do. */
export function sayWhy(error: Error, away = AWAY): string {
  return sayUnsent(error, away);
}

type Given = { words: string; pictures?: string[] };
type Written = { words: string; pictures: Picture[] };

/** What is written of `what`, with photos. Photos come while words are written: a change starts from what is there then. */
export function useWords(what: string, { away, onArrived }: { away?: string; onArrived?: () => void } = {}) {
  const form = useForm<Written>(
    what,
    { words: '', pictures: [] },
    { refreshes: ['requests', 'notifications'], former: `lianxin.${what}`, onArrived },
  );
  const { words, pictures } = form.value;
  const [lack, setLack] = useState<string | null>(null);
  const write = (next: string) => {
    setLack(null);
    form.change({ words: next });
  };
  const changePictures = (step: (now: Picture[]) => Picture[]) =>
    form.note((now) => ({ pictures: step(now.pictures) }));
  const send = <P extends Procedure>(procedure: P, input: (given: Given) => RawInput<P>, then: () => unknown) =>
    form.send(
      procedure,
      (say) =>
        withPictures(
          pictures,
          (next) => changePictures(() => next),
          (ids) => say(input({ words: words.trim(), ...(ids.length ? { pictures: ids } : {}) })),
        ),
      then,
    );
  const fault = lack ?? (form.error && sayWhy(form.error, away));
  const refused = form.error instanceof ProblemError ? form.error.code : null;
  return { words, pictures, write, changePictures, fault, refused, setFault: setLack, sending: form.isPending, send };
}
