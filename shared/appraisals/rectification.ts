import * as z from 'zod/mini';
import { Day } from '../kernel/days';
import { Id } from '../kernel/ids';
import { procedure } from '../kernel/procedure';
import { words } from '../kernel/text';
import { LENGTHS } from '../promises/limits';
import { Opinion, Shown, Worked, WorkedOpinion } from '../promises/shown';
import { State } from './current';
import './problems';
import '../promises/problems';

/** The appraisal that asks whether it got better; null while there is none. */
const Second = z.nullable(z.object({ id: Id, title: z.string(), state: State }));

/** What came of a published appraisal (整改), for everybody: opinions, answers, promises, and what people said when they were asked again. */
export const promised = procedure({
  name: 'appraisals.promised',
  summary: '评完以后，各部门答应改的事',
  method: 'GET',
  path: '/appraisals/{id}/promised',
  who: 'anyone',
  input: z.strictObject({ id: Id }),
  reply: z.object({
    /** Those to which something was said, or which promised something, in the order of the roll. */
    departments: z.array(
      z.object({
        id: Id,
        opinion: z.nullable(Opinion),
        promises: z.array(Shown),
        /** Of those who rated it low and were asked again: how many say that it is better, and that it is not. Null: hidden, or not asked. */
        better: z.nullable(z.int()),
        notBetter: z.nullable(z.int()),
      }),
    ),
    second: Second,
  }),
  problems: ['not_found'],
  rate: 'public',
});

/** The same for the office, of every department that was rated, with what may be done now. */
export const rectification = procedure({
  name: 'appraisals.rectification',
  summary: '整改到哪一步了',
  method: 'GET',
  path: '/appraisals/{id}/rectification',
  who: ['admin'],
  input: z.strictObject({ id: Id }),
  reply: z.object({
    title: z.string(),
    /** Until when an answer is due, where the office says nothing else. */
    dueOn: Day,
    departments: z.array(
      z.object({
        id: Id,
        name: z.string(),
        figures: z.array(z.string()),
        opinion: z.nullable(WorkedOpinion),
        promises: z.array(Worked),
      }),
    ),
    second: Second,
  }),
  problems: ['not_found', 'campaign_not_published'],
  rate: 'read',
});

/** Sends a department the opinion (评议意见), with the numbers that were published of it. */
export const sendOpinion = procedure({
  name: 'appraisals.sendOpinion',
  summary: '给部门送评议意见',
  method: 'POST',
  path: '/appraisals/{id}/opinions',
  who: ['admin'],
  input: z.strictObject({
    id: Id,
    departmentId: Id,
    words: words(...LENGTHS.opinion),
    /** Left out: the term of the county. */
    dueOn: z.optional(Day),
  }),
  reply: WorkedOpinion,
  problems: ['not_found', 'campaign_not_published', 'department_unknown', 'promise_day_bad', 'opinion_sent_before'],
  rate: 'write',
  idempotent: true,
});

/** Prepares the appraisal that asks again (变好了吗): filled in, to be tried and opened by two like any other. Prepared before, it is that one. */
export const prepareSecond = procedure({
  name: 'appraisals.prepareSecond',
  summary: '准备再问一次：变好了吗',
  method: 'POST',
  path: '/appraisals/{id}/second',
  who: ['admin'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ id: Id }),
  problems: ['not_found', 'campaign_not_published', 'nothing_promised', 'department_unknown'],
  rate: 'write',
  idempotent: true,
});
