import type { RateClass } from '../../shared/kernel/procedure';

// Calls a minute. Classes before sign-in count by address, and a hall of 1,000 phones is one address; API Gateway throttles the whole.
const LIMITS: Record<RateClass, number> = { public: 12_000, sign_in: 3_000, read: 300, write: 60 };

/**
 * Counts calls of one person or address in the running minute. Per process: it stops a runaway phone, not an attacker.
 * Returns false when the class's limit is reached. `factor` stretches the limits (tests and benchmarks).
 */
export function rateLimiter(factor = 1): (kind: RateClass, who: string, now: Date) => boolean {
  let minute = 0;
  let counts = new Map<string, number>();
  return (kind, who, now) => {
    const current = Math.floor(now.getTime() / 60_000);
    if (current !== minute) {
      minute = current;
      counts = new Map();
    }
    const key = `${kind} ${who}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= LIMITS[kind] * factor;
  };
}
