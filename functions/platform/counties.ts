import type { Database } from './database';

const FRESH_MS = 30_000;

/** The counties (tenants) of this installation. Asked of the database at most every 30 s, so a new county opens, and one closes, within that time. */
export type Counties = {
  /** Their codes. */
  known(now: Date): Promise<ReadonlySet<string>>;
  has(jurisdiction: string, now: Date): Promise<boolean>;
  /** What the people of a county that closed are told; null of every other. */
  farewell(jurisdiction: string, now: Date): Promise<string | null>;
};

export function openCounties(database: Pick<Database, 'counties' | 'farewells'>): Counties {
  const known = freshly(async () => new Set(await database.counties()));
  const farewells = freshly(() => database.farewells());
  const isCode = (text: string) => /^\d{6}$/.test(text);
  return {
    known,
    has: async (jurisdiction, now) => isCode(jurisdiction) && (await known(now)).has(jurisdiction),
    farewell: async (jurisdiction, now) =>
      isCode(jurisdiction) ? ((await farewells(now)).get(jurisdiction) ?? null) : null,
  };
}

/** What was read at most 30 s ago, by one reading for all who ask; one that failed is tried again by the next. */
function freshly<T>(read: () => Promise<T>): (now: Date) => Promise<T> {
  let reading: Promise<T> | undefined;
  let readAt = Number.NEGATIVE_INFINITY;
  return (now) => {
    if (reading && now.getTime() - readAt <= FRESH_MS) return reading;
    const asked = read();
    reading = asked;
    readAt = now.getTime();
    asked.catch(() => {
      if (reading === asked) reading = undefined;
    });
    return asked;
  };
}
