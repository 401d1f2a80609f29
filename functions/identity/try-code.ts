import { ProblemError } from '../../shared/kernel/problems';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { announceSecondFactor } from './announce-second-factor';
import { hashBackup } from './backup-codes';
import { lockSecondFactor, takeBackup, updateSecondFactor } from './queries-second-factor';
import { stepOf } from './totp';

const WRONG_IN_A_ROW = 5;
const LOCKED_MS = 30 * 60_000;

const DIGITS = /^\d{6}$/;

/** What is compared of a code: a backup code's slow hash is made before anything is locked. */
export type Tried = { digits: string } | { backup: Buffer };

/** @param code six digits of the telephone, or eight signs of a backup code */
export async function triedOf({ jurisdiction, caller: { personId } }: Call<Person>, code: string): Promise<Tried> {
  return DIGITS.test(code) ? { digits: code } : { backup: await hashBackup({ jurisdiction, personId }, code) };
}

/**
 * Whether a code is right, and uses it up. Five wrong ones in a row shut the door for half an hour, for every session of the person: the count is in their row,
 * whose lock has codes that come at once take turns. What is wrong must stay counted, so the problem is given back, to be thrown after the transaction.
 */
export async function tryCode(tx: Tx, call: Call<Person>, tried: Tried): Promise<ProblemError | null> {
  const { jurisdiction, caller, now } = call;
  const { personId } = caller;
  const factor = await lockSecondFactor(tx, jurisdiction, personId);
  if (!factor) return new ProblemError('second_factor_none');
  if (factor.locked_until && factor.locked_until > now) return lockedUntil(factor.locked_until, now);
  const right = { used_at: now, wrong: 0, locked_until: null };
  const object = { jurisdiction, personId, objectKind: 'person', objectId: personId, now };
  if ('backup' in tried) {
    if (await takeBackup(tx, jurisdiction, personId, tried.backup)) {
      await updateSecondFactor(tx, jurisdiction, personId, right);
      await audit(tx, { ...object, action: 'backup_code_used' });
      return null;
    }
  } else {
    const secret = call.services.phones.openSecret(factor.secret_cipher, { jurisdiction, personId });
    const step = stepOf(secret, tried.digits, now);
    // It was right a moment ago: nobody guesses by it.
    if (step !== null && step <= factor.last_step) return new ProblemError('second_factor_used');
    if (step !== null) {
      await updateSecondFactor(tx, jurisdiction, personId, { ...right, last_step: step });
      return null;
    }
  }
  if (factor.wrong + 1 < WRONG_IN_A_ROW) {
    await updateSecondFactor(tx, jurisdiction, personId, { wrong: factor.wrong + 1 });
    return new ProblemError('second_factor_wrong');
  }
  const until = new Date(now.getTime() + LOCKED_MS);
  await updateSecondFactor(tx, jurisdiction, personId, { wrong: 0, locked_until: until });
  await audit(tx, { ...object, action: 'second_factor_locked' });
  await announceSecondFactor(tx, call, { personId, what: 'locked' });
  return lockedUntil(until, now);
}

function lockedUntil(until: Date, now: Date): ProblemError {
  return new ProblemError('second_factor_locked', undefined, { wait: (until.getTime() - now.getTime()) / 1_000 });
}
