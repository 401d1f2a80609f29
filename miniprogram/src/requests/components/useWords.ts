import { useState } from 'react';
import { ProblemError } from '../../../../shared/kernel/problems';
import type { Procedure } from '../../../../shared/kernel/procedure';
import { sayUnsent } from '../../platform/faults';
import type { Picture } from '../../platform/pictures';
import type { RawInput } from '../../platform/send';
import { usePictureForm } from '../../platform/usePictureForm';

type Given = { words: string; pictures?: string[] };
type Written = { words: string; pictures: Picture[] };

/** What is written of `what`, with photos. */
export function useWords(what: string, { away, onArrived }: { away?: string; onArrived?: () => void } = {}) {
  const form = usePictureForm<Written>(
    what,
    { words: '', pictures: [] },
    { refreshes: ['requests', 'notifications', 'assignments'], former: `lianxin.${what}`, onArrived },
  );
  const { words, pictures } = form.value;
  const [lack, setLack] = useState<string | null>(null);
  const write = (next: string) => {
    setLack(null);
    form.change({ words: next });
  };
  const send = <P extends Procedure>(procedure: P, input: (given: Given) => RawInput<P>, then: () => unknown) =>
    form.send(procedure, (ids) => input({ words: words.trim(), ...(ids.length ? { pictures: ids } : {}) }), then);
  const fault = lack ?? (form.error && sayUnsent(form.error, away));
  const refused = form.error instanceof ProblemError ? form.error.code : null;
  const { changePictures, isPending: sending } = form;
  return { words, pictures, write, changePictures, fault, refused, setFault: setLack, sending, send };
}
