import * as z from 'zod/mini';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { Pictures } from '../../kernel/pictures';
import { procedure } from '../../kernel/procedure';
import { words } from '../../kernel/text';
import { LENGTHS } from '../limits';
import { Outcome, Satisfaction, State } from './values';
import '../problems';

/**
 * Only "solved" closes a matter (您点头，才算办完). "Partly" and "not solved" restart the clock and give it back to the deputy; "not solved"
 * also once more after "solved", like `reopen`. Who entered it for somebody without a phone says it for them; what closed by silence can
 * still be rated.
 */
export const rate = procedure({
  name: 'requests.rate',
  summary: '解决了吗：态度和结果分开评',
  method: 'POST',
  path: '/requests/{id}/ratings',
  who: ['resident'],
  input: z.strictObject({
    id: Id,
    round: z.int().check(z.gte(1), z.lte(1000)),
    /** The answer that was on the screen; when there is a newer one the word is not taken for it (`answer_changed`). */
    answerId: z.optional(Id),
    outcome: Outcome,
    attitude: z.optional(Satisfaction),
    result: z.optional(Satisfaction),
    words: z.optional(words(...LENGTHS.rating)),
  }),
  reply: z.object({ state: State, round: z.int(), dueOn: Day }),
  problems: ['not_found', 'own_answer', 'not_waiting_for_rating', 'answer_changed', 'request_closed'],
  rate: 'write',
  idempotent: true,
});

/** What was said of the answer is taken back (撤回刚才的评价), until the end of the next day: the resident has the word again. */
export const withdrawRating = procedure({
  name: 'requests.withdrawRating',
  summary: '点错了，撤回刚才的评价',
  method: 'POST',
  path: '/requests/{id}/rating-withdrawal',
  who: ['resident'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ state: State }),
  problems: ['not_found', 'own_answer', 'request_closed', 'not_now'],
  rate: 'write',
  idempotent: true,
});

/** Not solved after all (其实没解决), within the county's days: a new round with a clock of its own. */
export const reopen = procedure({
  name: 'requests.reopen',
  summary: '说过解决了，其实没有：退回重办',
  method: 'POST',
  path: '/requests/{id}/reopening',
  who: ['resident'],
  input: z.strictObject({ id: Id, words: z.optional(words(...LENGTHS.rating)) }),
  reply: z.object({ state: State, round: z.int(), dueOn: Day }),
  problems: ['not_found', 'own_answer', 'request_closed', 'not_now'],
  rate: 'write',
  idempotent: true,
});

/** The resident says more (补充), or answers what the deputy asked. */
export const supplement = procedure({
  name: 'requests.supplement',
  summary: '补充几句；代表问了的，这就是回答',
  method: 'POST',
  path: '/requests/{id}/supplements',
  who: ['resident'],
  input: z.strictObject({ id: Id, words: words(...LENGTHS.supplement), pictures: Pictures }),
  reply: z.object({ added: z.literal(true) }),
  problems: ['not_found', 'own_answer', 'request_closed', 'picture_missing', 'picture_taken'],
  rate: 'write',
  daily: 200,
  idempotent: true,
});

/**
 * Whether it may go to a deputy of another level (市、省、全国人大代表), who is not told of it before. Without an answer in the county's days for a
 * question it stays where it was.
 */
export const decideHandover = procedure({
  name: 'requests.decideHandover',
  summary: '同意不同意转给上级代表',
  method: 'POST',
  path: '/requests/{id}/handover-decision',
  who: ['resident'],
  input: z.strictObject({
    id: Id,
    /** What was asked, as it was on the screen. */
    handover: Id,
    agreed: z.boolean(),
    words: z.optional(words(...LENGTHS.withdrawal)),
  }),
  reply: z.object({ state: State }),
  problems: [
    'not_found',
    'own_answer',
    'own_matter',
    'handover_changed',
    'deputy_ended',
    'not_your_deputies',
    'is_merged',
    'not_now',
    'request_closed',
  ],
  rate: 'write',
  idempotent: true,
});

/** The resident takes it back before a deputy has opened or taken it (撤回). */
export const withdraw = procedure({
  name: 'requests.withdraw',
  summary: '不说了，撤回',
  method: 'POST',
  path: '/requests/{id}/withdrawal',
  who: ['resident'],
  input: z.strictObject({ id: Id, words: z.optional(words(...LENGTHS.withdrawal)) }),
  reply: z.object({ state: State }),
  problems: ['not_found', 'own_answer', 'withdrawn_too_late', 'request_closed'],
  rate: 'write',
  idempotent: true,
});

/** The resident no longer agrees that others see it (撤回同意，个人信息保护法 第十五条): it leaves the notice board at once and for good. */
export const withdrawConsent = procedure({
  name: 'requests.withdrawConsent',
  summary: '不让大家看了',
  method: 'POST',
  path: '/requests/{id}/consent-withdrawal',
  who: ['resident'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ hidden: z.literal(true) }),
  problems: ['not_found', 'own_answer', 'not_public'],
  rate: 'write',
  idempotent: true,
});
