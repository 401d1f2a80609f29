import { ProblemError } from '../../../shared/kernel/problems';
import { isAway } from './send';

const ARRIVED = '刚才那次已经送到了。改过的还想送，就再点一次。';

/** Why it was refused, and the number to read out on the telephone. */
export function sayFault(error: Error): string {
  if (arrivedBefore(error)) return ARRIVED;
  const first = error instanceof ProblemError ? error.errors?.[0]?.message : undefined;
  const number = error instanceof ProblemError && error.number ? `（打电话问时报 ${error.number}）` : '';
  // What WeChat refuses with is no error and has no sentence.
  return `${first ?? error.message ?? '没办成，请再试一次。'}${number}`;
}

/** What is wrong with one field of what was sent. */
export function faultAt(error: Error | null, path: string): string | null {
  const errors = error instanceof ProblemError ? error.errors : undefined;
  return errors?.find((one) => one.path === path)?.message ?? null;
}

/** No network, or our side or WeChat away: it may work later as it is. */
export function isPassing(error: unknown): boolean {
  return isAway(error) || (error instanceof ProblemError && error.code === 'too_many');
}

/** The key was used with other words: the first attempt did arrive, only its reply was lost. */
export function arrivedBefore(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.code === 'idempotency_key_reused';
}

const AWAY = '现在送不出去，有网了再点一次，只算一次。';

/** Of what was sent and did not come through: `away` where it may work later as it is. */
export function sayUnsent(error: Error, away = AWAY): string {
  return isPassing(error) ? away : sayFault(error);
}
