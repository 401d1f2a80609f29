import * as z from 'zod/mini';

/** What a county decides for notifications (县里的规矩), kept in `county.settings`. */
export const Settings = z.object({
  /** People of departments who have no account yet get the one line a day as a short message (短信), which costs the county money. */
  departmentSms: z._default(z.boolean(), false),
});
