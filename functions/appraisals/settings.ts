import * as z from 'zod/mini';
import { Term } from '../../shared/kernel/days';

/** What a county decides for appraisals (县里的规矩), kept in `county.settings`. */
export const Settings = z.object({
  /** How long a department has to answer an opinion (监督法 第十七条 leaves it to the county). */
  opinionTerm: z._default(Term, { days: 30, kind: 'calendar' }),
  /** How long ballots are taken when it is asked whether it got better. */
  secondTerm: z._default(Term, { days: 14, kind: 'calendar' }),
});
