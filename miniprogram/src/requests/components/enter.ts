import type { Reply } from '../../../../shared/kernel/procedure';
import { enterFor } from '../../../../shared/requests/contract';
import { act } from '../../platform/act';
import type { RawInput } from '../../platform/send';
import { filled } from './form';

type Input = RawInput<typeof enterFor>;

/** Enters a request for somebody, from a phone or from the console. Once for each `key`. */
export function enter(input: Partial<Input>, pictures: string[], key: string): Promise<Reply<typeof enterFor>> {
  const all = { ...filled(input), ...(pictures.length ? { pictures } : {}) };
  return act(enterFor, all as Input, { key, refreshes: ['requests'] });
}
