import { ProblemError } from '../../shared/kernel/problems';
import type { RateClass } from '../../shared/kernel/procedure';

// Calls a minute. Classes before sign-in count by address, and a hall of 1,000 phones is one address; API Gateway throttles the whole.
const LIMITS: Record<RateClass, number> = { public: 12_000, sign_in: 3_000, read: 300, write: 60 };

const MINUTE_MS = 60_000;

/**
 * Counts calls of one person or address in the running minute. Per process: it stops a runaway phone, not an attacker. Every process
 * begins anew with the minute, so that who waits until then is let in by each. `factor` stretches the limits (tests and benchmarks).
 */
export function rateLimiter(factor = 1): (kind: RateClass, who: string, now: Date) => void {
  let minute = 0;
  let counts = new Map<string, number>();
  /** @throws ProblemError `too_many`, with the seconds that are left of the minute */
  return (kind, who, now) => {
    const current = Math.floor(now.getTime() / MINUTE_MS);
    if (current !== minute) {
      minute = current;
      counts = new Map();
    }
    const key = `${kind} ${who}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= LIMITS[kind] * factor) return;
    const wait = Math.ceil(((current + 1) * MINUTE_MS - now.getTime()) / 1_000);
    throw new ProblemError('too_many', undefined, { wait });
  };
}
