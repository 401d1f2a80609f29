import * as z from 'zod/mini';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { Pictures } from '../../kernel/pictures';
import { procedure } from '../../kernel/procedure';
import { REASON, words } from '../../kernel/text';
import { LENGTHS } from '../limits';
import { State } from './values';
import '../problems';

/** The deputy's answer (答复): in words, and with pictures where they help. The resident says whether it is solved. */
export const answer = procedure({
  name: 'requests.answer',
  summary: '代表回话',
  method: 'POST',
  path: '/requests/{id}/answers',
  who: ['deputy'],
  input: z.strictObject({
    id: Id,
    /** The round that was on the screen: what belongs to an earlier one is no answer to "not solved". */
    round: z.optional(z.int().check(z.gte(1), z.lte(1000))),
    words: words(...LENGTHS.answer),
    pictures: Pictures,
  }),
  reply: z.object({ state: State, round: z.int() }),
  problems: [
    'not_found',
    'given_away',
    'own_matter',
    'term_over',
    'said_since',
    'moved_since',
    'is_merged',
    'not_with_deputy',
    'request_closed',
    'picture_missing',
    'picture_taken',
  ],
  rate: 'write',
  idempotent: true,
});

/** The first to take it has it (谁先接就归谁). The clock goes on. */
export const take = procedure({
  name: 'requests.take',
  summary: '我来接',
  method: 'POST',
  path: '/requests/{id}/taking',
  who: ['deputy'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ taken: z.literal(true) }),
  problems: ['not_found', 'own_matter', 'already_taken', 'is_merged', 'request_closed'],
  rate: 'write',
  idempotent: true,
});

/** Other serving deputies of the request's village: to whom it can be passed on or given. */
export const group = procedure({
  name: 'requests.group',
  summary: '可以转给哪几位代表',
  method: 'GET',
  path: '/requests/{id}/group',
  who: ['deputy', 'clerk', 'admin'],
  input: z.strictObject({ id: Id }),
  reply: z.object({
    deputies: z.array(
      z.object({
        id: Id,
        name: z.string(),
        levels: z.array(z.string()),
        /** Of a level above the county: it goes there by the resident's word alone, who is asked first. */
        asksFirst: z.optional(z.boolean()),
        awayUntil: z.nullable(Day),
        /** Of one who is there today: the days away that begin before the answer is due. */
        nextAway: z.nullable(z.object({ from: Day, to: Day })),
      }),
    ),
  }),
  problems: ['not_found'],
  rate: 'read',
});

/**
 * The deputy passes it on within the group; the resident sees to whom and why. The clock goes on. To a deputy of a level above the county it goes
 * once the resident agreed (`requests.decideHandover`): until they have said so the clock stands.
 */
export const pass = procedure({
  name: 'requests.pass',
  summary: '转给同组的代表',
  method: 'POST',
  path: '/requests/{id}/passing',
  who: ['deputy'],
  input: z.strictObject({ id: Id, deputyId: Id, words: words(...REASON) }),
  reply: z.object({ deputyName: z.string() }),
  problems: [
    'not_found',
    'given_away',
    'own_matter',
    'term_over',
    'not_your_deputies',
    'deputy_ended',
    'asked_already',
    'asks_each',
    'is_merged',
    'not_with_deputy',
    'not_waiting_for_answer',
    'request_closed',
  ],
  rate: 'write',
  idempotent: true,
});

/** To whom it was handed on from another level does not take it, and says why: whoever gave it has it again. What was taken is passed on. */
export const declineHandover = procedure({
  name: 'requests.declineHandover',
  summary: '上级代表不接，退回去',
  method: 'POST',
  path: '/requests/{id}/handover-return',
  who: ['deputy'],
  input: z.strictObject({ id: Id, words: words(...REASON) }),
  reply: z.object({ deputyName: z.nullable(z.string()) }),
  problems: ['not_found', 'given_away', 'term_over', 'moved_since', 'is_merged', 'not_now', 'request_closed'],
  rate: 'write',
  idempotent: true,
});

/** The deputy asks back (问一句). The clock stands until the resident has said more. */
export const ask = procedure({
  name: 'requests.ask',
  summary: '代表问一句',
  method: 'POST',
  path: '/requests/{id}/questions',
  who: ['deputy'],
  input: z.strictObject({ id: Id, words: words(...LENGTHS.question) }),
  reply: z.object({ state: State }),
  problems: [
    'not_found',
    'given_away',
    'own_matter',
    'term_over',
    'asked_already',
    'is_merged',
    'not_with_deputy',
    'not_waiting_for_answer',
    'request_closed',
  ],
  rate: 'write',
  idempotent: true,
});

/** The deputy asks the station to find the department whose it is (请站里转部门): a deputy does not handle matters directly (代表法 31). The clock goes on. */
export const refer = procedure({
  name: 'requests.refer',
  summary: '请站里转部门',
  method: 'POST',
  path: '/requests/{id}/referral',
  who: ['deputy'],
  input: z.strictObject({
    id: Id,
    /** Which one the deputy thinks of; the station decides. */
    departmentId: z.optional(Id),
    /** What it should do; everybody who has a part in the matter reads it. */
    words: z.optional(words(...LENGTHS.wish)),
  }),
  reply: z.object({ state: State }),
  problems: [
    'not_found',
    'given_away',
    'own_matter',
    'term_over',
    'is_merged',
    'not_with_deputy',
    'not_waiting_for_answer',
    'no_such_department',
    'request_closed',
  ],
  rate: 'write',
  idempotent: true,
});
