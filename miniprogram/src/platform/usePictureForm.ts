import type { Procedure, Reply } from '../../../shared/kernel/procedure';
import { carried, type Picture, withPictures } from './pictures';
import type { RawInput } from './send';
import { type FormOptions, useForm } from './useForm';

/** A form with photos, which are sent before it. They take their time: each change starts from those that are there then. */
export function usePictureForm<T extends { pictures: Picture[] }>(what: string, blank: T, options?: FormOptions) {
  const form = useForm<T>(what, blank, options);
  const step = (next: (now: Picture[]) => Picture[]) => (now: T) => ({ pictures: next(now.pictures) }) as Partial<T>;
  const send = <P extends Procedure>(
    procedure: P,
    input: (ids: string[]) => RawInput<P>,
    then?: (reply: Reply<P>) => unknown,
    next?: Partial<T>,
  ): Promise<void> =>
    form.send(
      procedure,
      (say) =>
        withPictures(
          form.value.pictures,
          (sent) => form.note(step((now) => carried(now, sent))),
          (ids) => say(input(ids)),
        ),
      then,
      next,
    );
  return { ...form, changePictures: (next: (now: Picture[]) => Picture[]) => form.change(step(next)), send };
}
