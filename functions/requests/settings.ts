import * as z from 'zod/mini';
import { Term } from '../../shared/kernel/days';

/** What a county decides for requests (县里的规矩), kept in `county.settings`. */
export const Settings = z.object({
  /** 信访工作条例 2022 第二十三条: tell the person within 15 days. */
  answerTerm: z._default(Term, { days: 15, kind: 'calendar' }),
  /** How long a resident may stay silent before an answered matter is put away; they are told beforehand and can still speak. */
  lapseTerm: z._default(Term, { days: 30, kind: 'calendar' }),
  /** How long a department waits for an answer to its question before it goes on without one. */
  questionTerm: z._default(Term, { days: 7, kind: 'calendar' }),
  /** How long a resident may still say of what they said was solved that it is not. */
  reopenTerm: z._default(Term, { days: 30, kind: 'calendar' }),
  /**
   * The notice board is for reading alone (只读): nothing new is agreed to, published or reported; what stands on it stays, and can be taken
   * down. For days on which WeChat stops what people write in public, and for counties whose filing does not cover it.
   */
  boardReadOnly: z._default(z.boolean(), false),
});
export type Settings = z.infer<typeof Settings>;
