import type { Services } from './call';

const FRESH_MS = 30_000;

/** The counties (tenants) of this installation. Asked of the database at most every 30 s, so a new county opens within that time. */
export function countiesOf(services: Pick<Services, 'database'>): {
  has(jurisdiction: string, now: Date): Promise<boolean>;
} {
  let known = new Set<string>();
  let loadedAt = Number.NEGATIVE_INFINITY;
  return {
    async has(jurisdiction, now) {
      if (!/^\d{6}$/.test(jurisdiction)) return false;
      if (now.getTime() - loadedAt > FRESH_MS) {
        known = new Set(await services.database.counties());
        loadedAt = now.getTime();
      }
      return known.has(jurisdiction);
    },
  };
}
