import * as z from 'zod/mini';
import { isRealDay, Term } from '../../shared/kernel/days';

/** What a county decides for promises (县里的规矩), kept in `county.settings`. */
export const Settings = z.object({
  /** So many days before its day comes, a department is reminded of what it promised. */
  remindDays: z._default(z.int().check(z.gte(1), z.lte(60)), 7),
  /** From which day of a year on (month and day) departments report what became of their promises (重庆、青岛: every fourth quarter). */
  reportFrom: z._default(
    z.string().check(z.refine((day) => /^\d\d-\d\d$/.test(day) && isRealDay(`2025-${day}`))),
    '10-01',
  ),
  /** In which they hand that in, and once more where it is sent back. */
  reportTerm: z._default(Term, { days: 30, kind: 'working' }),
  reportAgainTerm: z._default(Term, { days: 15, kind: 'working' }),
  /** In which deputies rate it (重庆 twenty working days). */
  reportRateTerm: z._default(Term, { days: 20, kind: 'working' }),
});
