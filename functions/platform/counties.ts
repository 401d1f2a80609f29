import type { Database, Standings } from './database';

const FRESH_MS = 30_000;

/** The counties (tenants) of this installation. Asked of the database at most every 30 s, so a new county opens, and one closes, within that time. */
export type Counties = {
  /** Their codes. */
  known(now: Date): Promise<ReadonlySet<string>>;
  has(jurisdiction: string, now: Date): Promise<boolean>;
  /** What the people of a county that closed are told; null of every other. */
  farewell(jurisdiction: string, now: Date): Promise<string | null>;
};

export function openCounties(database: Pick<Database, 'counties'>): Counties {
  // One reading for both, so that a county that closed is at no moment one that never was.
  const standings = freshly(() => database.counties());
  const isCode = (text: string) => /^\d{6}$/.test(text);
  return {
    known: async (now) => (await standings(now)).open,
    has: async (jurisdiction, now) => isCode(jurisdiction) && (await standings(now)).open.has(jurisdiction),
    farewell: async (jurisdiction, now) =>
      isCode(jurisdiction) ? ((await standings(now)).farewells.get(jurisdiction) ?? null) : null,
  };
}

/** What was read at most 30 s ago, by one reading for all who ask; one that failed is tried again by the next. */
function freshly(read: () => Promise<Standings>): (now: Date) => Promise<Standings> {
  let reading: Promise<Standings> | undefined;
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
