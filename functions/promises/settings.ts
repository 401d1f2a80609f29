import * as z from 'zod/mini';

/** What a county decides for promises (县里的规矩), kept in `county.settings`. */
export const Settings = z.object({
  /** So many days before its day comes, a department is reminded of what it promised. */
  remindDays: z._default(z.int().check(z.gte(1), z.lte(60)), 7),
});
