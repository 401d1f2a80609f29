import { useRef, useState, useSyncExternalStore } from 'react';
import type { Procedure, Reply } from '../../../shared/kernel/procedure';
import { act, type Sending, useSending } from './act';
import { newKey } from './call';
import { beginForm, dropForm, type Form, formOf, keepForm, nameOf, openForm, watchForms } from './forms';
import type { RawInput } from './send';

export type FormOptions = {
  refreshes?: readonly string[];
  /** Where an older package kept it. */
  former?: string;
  /** An attempt before this one did arrive, and the screens that show it have been asked again. */
  onArrived?: () => void;
};

/**
 * A form that a person fills in: on the phone with each change, also when the page is left or loaded again, and sent once however often it is
 * pressed. When the reply of an attempt was lost and the words were changed since, that is said, and they are an act of their own.
 */
export function useForm<T extends object>(
  what: string,
  blank: T,
  { refreshes = [], former, onArrived }: FormOptions = {},
) {
  // Who loses the session while writing goes on writing their own.
  const [name] = useState(() => {
    const own = nameOf(what);
    openForm(own);
    return own;
  });
  const read = () => formOf(name, blank, former) as Form<T>;
  const { value, arrived } = useSyncExternalStore(watchForms, read);
  const put = (part: Partial<Form<T>>) => keepForm(name, { ...read(), ...part });
  const sending = useSending(({ first }) => {
    put({ key: newKey(), arrived: first ?? null });
    onArrived?.();
  });
  /** What changes nothing of what is sent, such as how far somebody came. */
  const note = (step: Partial<T> | ((now: T) => Partial<T>)) => {
    const { value: now } = read();
    put({ value: { ...now, ...(typeof step === 'function' ? step(now) : step) } });
  };
  const edits = useRef(0);
  const change: typeof note = (step) => {
    edits.current += 1;
    sending.clear();
    note(step);
  };
  const drop = (next?: Partial<T>) => {
    dropForm(name, former);
    if (next) beginForm(name, { ...blank, ...next });
  };
  /** `next`: where the next of its kind begins, once this has arrived. */
  const send = <P extends Procedure>(
    procedure: P,
    input: RawInput<P> | Sending<P>,
    then?: (reply: Reply<P>) => unknown,
    next?: Partial<T>,
  ): Promise<void> =>
    sending.send(async () => {
      const before = edits.current;
      const say = (given: RawInput<P>) => act(procedure, given, { key: read().key, refreshes });
      const reply = await (typeof input === 'function' ? input(say) : say(input));
      // Words written while it was under way were not sent.
      if (edits.current === before) drop(next);
      else put({ key: newKey(), arrived: reply });
      await then?.(reply);
    });
  return { value, arrived, change, note, drop, send, error: sending.error, isPending: sending.isPending };
}
