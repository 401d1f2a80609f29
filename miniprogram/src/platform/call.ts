import { type ProblemCode, ProblemError } from '../../../shared/kernel/problems';
import type { Procedure, Reply } from '../../../shared/kernel/procedure';
import { now } from './clock';
import { type RawInput, send } from './send';
import { accessToken } from './session';
import { refresh } from './store';

/**
 * Calls a procedure. Where it needs a person, they are signed in silently first; a token the server refuses is replaced once.
 * Where a role waits for a second factor the screens hear it from who one is. `key` makes it safe to send again: the second time gets the first reply.
 */
export async function call<P extends Procedure>(procedure: P, input: RawInput<P>, key?: string): Promise<Reply<P>> {
  if (procedure.who === 'anyone') return send(procedure, input);
  const token = await accessToken();
  try {
    return await send(procedure, input, { token, key }).catch(async (error: unknown) => {
      if (!isProblem(error, 'session_ended')) throw error;
      return send(procedure, input, { token: await accessToken(token), key });
    });
  } catch (error) {
    if (isProblem(error, 'second_factor_needed')) void refresh(['identity.me']);
    throw error;
  }
}

const isProblem = (error: unknown, code: ProblemCode) => error instanceof ProblemError && error.code === code;

/** A new key for one act of a person. Kept with the draft, so that a retry tomorrow is still the same act. */
export function newKey(): string {
  const random = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0');
  return `${now().toString(36)}-${random()}${random()}`;
}
