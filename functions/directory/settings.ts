import * as z from 'zod/mini';
import { Term } from '../../shared/kernel/days';

/**
 * What a county decides for itself (县里的规矩), kept in `county.settings`. Defaults: an answer within 15 calendar days
 * (信访工作条例 2022 第二十三条: tell the person within 15 days).
 */
const Settings = z.object({
  answerTerm: z._default(Term, { days: 15, kind: 'calendar' }),
  /** How long a resident may stay silent before an answered matter is put away; they are told beforehand and can still speak. */
  lapseTerm: z._default(Term, { days: 30, kind: 'calendar' }),
  phone: z._default(z.nullable(z.string()), null),
  calendar: z._default(z.record(z.string(), z.enum(['on', 'off'])), {}),
});
export type Settings = z.infer<typeof Settings>;

/** @throws when a county's settings were stored wrongly; better no start than a wrong clock */
export function readSettings(stored: unknown): Settings {
  return Settings.parse(stored);
}
