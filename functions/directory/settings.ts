import * as z from 'zod/mini';

/** What a county decides for its directory (县里的规矩), kept in `county.settings`. */
export const Settings = z.object({
  /** The number to ring when nothing else helps. */
  phone: z._default(z.nullable(z.string()), null),
  /** Days on which the county differs from the national calendar of holidays. */
  calendar: z._default(z.record(z.string(), z.enum(['on', 'off'])), {}),
});
export type Settings = z.infer<typeof Settings>;
