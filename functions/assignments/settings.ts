import * as z from 'zod/mini';
import { Term } from '../../shared/kernel/days';

/** What a county decides for assignments (县里的规矩), kept in `county.settings`. */
export const Settings = z.object({
  /** In which a department says that a matter is not its own (信访工作条例 2022 第二十三条: five working days). */
  returnTerm: z._default(Term, { days: 5, kind: 'working' }),
  /** So far after the last day a department may ask for more time, once (信访工作条例 2022 第三十四条: by consent, and the person is told why). */
  extensionTerm: z._default(Term, { days: 15, kind: 'calendar' }),
  /** In which a department that is asked gives the lead its opinion (协办意见; 山东、青岛、上海、福建: one month, 浙江、河南: two). */
  partTerm: z._default(Term, { days: 30, kind: 'calendar' }),
});
