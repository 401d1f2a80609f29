import type { enterFor } from '../../../../shared/requests/contract';
import type { RawInput } from '../../platform/send';
import { filled } from './form';

type Input = RawInput<typeof enterFor>;

/** A request for somebody as it is sent, from a phone or from the console. */
export function enterInput(input: Partial<Input>, pictures: string[]): Input {
  return { ...filled(input), ...(pictures.length ? { pictures } : {}) } as Input;
}
