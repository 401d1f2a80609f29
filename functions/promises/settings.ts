import * as z from 'zod/mini';
import { Term } from '../../shared/kernel/days';

/** What a county decides for promises (县里的规矩), kept in `county.settings`. */
export const Settings = z.object({
  /** So many days before its day comes, a department is reminded of what it promised. */
  remindDays: z._default(z.int().check(z.gte(1), z.lte(60)), 7),
  /** In which departments hand in what became of their promises in a year, and once more where it is sent back. */
  reportTerm: z._default(Term, { days: 30, kind: 'working' }),
  reportAgainTerm: z._default(Term, { days: 15, kind: 'working' }),
  /** In which deputies rate it (重庆 twenty working days). */
  reportRateTerm: z._default(Term, { days: 20, kind: 'working' }),
});
