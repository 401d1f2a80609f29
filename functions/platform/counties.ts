import type { Database } from './database';

const FRESH_MS = 30_000;

/** The counties (tenants) of this installation. Asked of the database at most every 30 s, so a new county opens within that time. */
export type Counties = {
  /** Their codes. */
  known(now: Date): Promise<ReadonlySet<string>>;
  has(jurisdiction: string, now: Date): Promise<boolean>;
};

export function openCounties(database: Pick<Database, 'counties'>): Counties {
  let reading: Promise<ReadonlySet<string>> | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  const known: Counties['known'] = (now) => {
    if (reading && now.getTime() - readAt <= FRESH_MS) return reading;
    const asked = database.counties().then((codes) => new Set(codes));
    reading = asked;
    readAt = now.getTime();
    asked.catch(() => {
      if (reading === asked) reading = undefined;
    });
    return asked;
  };
  return {
    known,
    has: async (jurisdiction, now) => /^\d{6}$/.test(jurisdiction) && (await known(now)).has(jurisdiction),
  };
}
