import * as z from 'zod/mini';
import { Day } from '../kernel/days';
import { Id } from '../kernel/ids';
import { procedure } from '../kernel/procedure';
import { Sheet } from './ballot';
import { LIMITS } from './limits';
import './problems';

/**
 * Puts a ballot into the box, or a changed one in the place of the first (投票、改票), until the close. It carries no `Idempotency-Key`,
 * because nothing may be kept of it under a person's name: `revision` is one more than what the pass was given out with, and the same ballot
 * sent again is the same ballot. No sheets, or blank ones, are a ballot too (弃权).
 */
export const cast = procedure({
  name: 'voting.cast',
  summary: '投进票箱，或者改票',
  method: 'PUT',
  path: '/voting/{id}/ballot',
  who: ['resident'],
  input: z.strictObject({
    id: Id,
    /** What `appraisals.take` gave out: who may vote as what, without saying who. */
    pass: z.string().check(z.regex(/^[\w.-]{20,600}$/, '这张票认不出来，请退出来，再进去投一次。')),
    revision: z.int().check(z.gte(1), z.lte(100_000)),
    sheets: z.array(Sheet).check(z.maxLength(LIMITS.subjects)),
  }),
  reply: z.object({
    /** Twelve letters (回执码): they show that the ballot is in the published list, and not what it says. */
    receipt: z.string(),
    revision: z.int(),
    castOn: Day,
  }),
  problems: [
    'not_found',
    'pass_bad',
    'poll_not_open',
    'poll_closed',
    'not_asked',
    'ballot_newer',
    'paper_taken',
    'poll_key_lost',
  ],
  rate: 'write',
});
