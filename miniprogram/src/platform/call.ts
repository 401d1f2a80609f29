import { ProblemError } from '../../../shared/kernel/problems';
import type { Procedure, Reply } from '../../../shared/kernel/procedure';
import { now } from './clock';
import { type RawInput, send } from './send';
import { accessToken } from './session';

/**
 * Calls a procedure. Where it needs a person, they are signed in silently first; a token the server refuses is replaced once.
 * `key` makes it safe to send again: the second time gets the first reply.
 */
export async function call<P extends Procedure>(procedure: P, input: RawInput<P>, key?: string): Promise<Reply<P>> {
  if (procedure.who === 'anyone') return send(procedure, input);
  const token = await accessToken();
  try {
    return await send(procedure, input, { token, key });
  } catch (error) {
    if (!(error instanceof ProblemError && error.code === 'session_ended')) throw error;
    return send(procedure, input, { token: await accessToken(token), key });
  }
}

/** A new key for one act of a person. Kept with the draft, so that a retry tomorrow is still the same act. */
export function newKey(): string {
  const random = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0');
  return `${now().toString(36)}-${random()}${random()}`;
}
