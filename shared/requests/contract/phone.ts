import * as z from 'zod/mini';
import { Instant } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { Cursor, pageOf } from '../../kernel/pages';
import { procedure } from '../../kernel/procedure';
import { REASON, words } from '../../kernel/text';
import { LOOK_REASONS, MOST_LOOKS_A_DAY } from '../looks';
import '../problems';

const LookReason = z.enum(LOOK_REASONS);

/**
 * The resident's phone, for a call of the station's (看电话): with the reason, written down, and told to the resident. It is no part of the page
 * and is not kept by what retries; who asks again within ten minutes reads it again without another line.
 */
export const seePhone = procedure({
  name: 'requests.seePhone',
  summary: '看居民的电话，要写理由',
  method: 'POST',
  path: '/requests/{id}/phone-looks',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({ id: Id, reason: LookReason, words: words(...REASON) }),
  reply: z.object({ phone: z.string() }),
  problems: ['not_found', 'own_answer', 'no_phone'],
  rate: 'write',
  daily: MOST_LOOKS_A_DAY,
});

/** One look: who it was and for which place, as the roll had them then; why; of which matter. */
const PhoneLook = z.object({
  id: Id,
  at: Instant,
  by: z.nullable(z.string()),
  from: z.string(),
  reason: LookReason,
  words: z.string(),
  request: z.object({ id: Id, title: z.string() }),
});

export type PhoneLook = z.infer<typeof PhoneLook>;

/** Who looked at one's own phone (谁看过我的电话), the last first; `thisYear`: how often since New Year. */
export const phoneLooks = procedure({
  name: 'requests.phoneLooks',
  summary: '谁看过我的电话，为什么',
  method: 'GET',
  path: '/requests/phone-looks',
  who: ['resident'],
  input: z.strictObject({ cursor: z.optional(Cursor) }),
  reply: z.extend(pageOf(PhoneLook), { thisYear: z.int() }),
  problems: [],
  rate: 'read',
});
