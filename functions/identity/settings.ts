import * as z from 'zod/mini';

/** What a county decides for signing in (县里的规矩), kept in `county.settings`. */
export const Settings = z.object({
  /** Who acts for the congress's office gives a code of their telephone (动态码) too, at the desk. */
  secondFactorOffice: z._default(z.boolean(), true),
  /** The same for who is of a department, at the desk. */
  secondFactorDepartments: z._default(z.boolean(), false),
});
export type Settings = z.infer<typeof Settings>;
