import type { Reply } from '../../../../shared/kernel/procedure';
import { register } from '../../../../shared/requests/contract';
import { act } from '../../platform/act';
import type { RawInput } from '../../platform/send';
import { filled } from './form';

type Input = RawInput<typeof register>;

/** Enters a request for somebody, from a phone or from the desk. Once for each `key`. */
export function enter(input: Partial<Input>, pictures: string[], key: string): Promise<Reply<typeof register>> {
  const all = { ...filled(input), ...(pictures.length ? { pictures } : {}) };
  return act(register, all as Input, { key, refreshes: ['requests'] });
}
