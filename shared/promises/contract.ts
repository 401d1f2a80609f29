import * as z from 'zod/mini';
import { DECISIONS } from '../kernel/content-check';
import { Day } from '../kernel/days';
import { Id } from '../kernel/ids';
import { Pictures } from '../kernel/pictures';
import { procedure } from '../kernel/procedure';
import { words } from '../kernel/text';
import { LENGTHS, MOST_PROMISES } from './limits';
import { Link, Promised, ShownWithOpinion, Worked, WorkedOpinion } from './shown';
import './problems';

export { follow, followed } from './following';
export { publicReport, publicReports } from './report/board';
export { giveReceipt, handInReport, report, reports, returnReport } from './report/contract';

const Words = words(...LENGTHS.words);
/** The promise, and which version of it was on the screen. */
const SEEN = { id: Id, version: z.int() };
const ALWAYS = ['not_found', 'promise_changed', 'promise_elsewhere'] as const;

/** What the departments of the caller have promised, first what is due first; what is done comes last. */
export const mine = procedure({
  name: 'promises.mine',
  summary: '我们部门答应的事',
  method: 'GET',
  path: '/promises/mine',
  who: ['department'],
  input: z.strictObject({}),
  reply: z.object({ promises: z.array(Worked) }),
  problems: [],
  rate: 'read',
});

/** What a clerk has to go and look at, because its day has come or the department says that it is done; for the office everything that is open. */
export const waiting = procedure({
  name: 'promises.waiting',
  summary: '到日子了，去看一看',
  method: 'GET',
  path: '/promises/waiting',
  who: ['clerk', 'admin'],
  input: z.strictObject({}),
  reply: z.object({ promises: z.array(Worked) }),
  problems: [],
  rate: 'read',
});

/** What the departments of the caller have to answer, and have answered; newest first. */
export const opinions = procedure({
  name: 'promises.opinions',
  summary: '要我们部门答的意见',
  method: 'GET',
  path: '/promises/opinions',
  who: ['department'],
  input: z.strictObject({}),
  reply: z.object({ opinions: z.array(WorkedOpinion) }),
  problems: [],
  rate: 'read',
});

/** Answers with dated promises (整改方案): what was promised before stands. */
export const answerOpinion = procedure({
  name: 'promises.answerOpinion',
  summary: '答复意见，写明哪天前做到什么',
  method: 'POST',
  path: '/promises/opinions/{id}/answers',
  who: ['department'],
  input: z.strictObject({
    ...SEEN,
    words: words(...LENGTHS.opinion),
    promises: z.array(Promised).check(z.minLength(1), z.maxLength(MOST_PROMISES)),
  }),
  reply: WorkedOpinion,
  problems: [...ALWAYS, 'promise_day_bad', 'station_unknown'],
  rate: 'write',
  idempotent: true,
});

/** Asks a department to report once more (重新报告), once. */
export const askAgain = procedure({
  name: 'promises.askAgain',
  summary: '要求重新报告',
  method: 'POST',
  path: '/promises/opinions/{id}/again',
  who: ['admin'],
  input: z.strictObject({ ...SEEN, words: words(...LENGTHS.opinion), dueOn: Day }),
  reply: WorkedOpinion,
  problems: [...ALWAYS, 'asked_again_before', 'promise_day_bad'],
  rate: 'write',
  idempotent: true,
});

/** One promise with everything that came of it, where what it was promised for is public. */
export const shown = procedure({
  name: 'promises.shown',
  summary: '答应的一件事，和它的经过',
  method: 'GET',
  path: '/promises/{id}',
  who: 'anyone',
  input: z.strictObject({ id: Id }),
  reply: ShownWithOpinion,
  problems: ['not_found'],
  rate: 'public',
});

/** The same where what it was promised for is not public: for who follows it, and who works on it. */
export const shownToFollower = procedure({
  name: 'promises.shownToFollower',
  summary: '答应我的一件事，和它的经过',
  method: 'GET',
  path: '/promises/followed/{id}',
  who: ['resident'],
  input: z.strictObject({ id: Id }),
  reply: ShownWithOpinion,
  problems: ['not_found'],
  rate: 'read',
});

/** Asks for more days, once and before the day is over (要宽限). The day that was promised stays until the office has answered. */
export const askExtension = procedure({
  name: 'promises.askExtension',
  summary: '要宽限几天',
  method: 'POST',
  path: '/promises/{id}/extension',
  who: ['department'],
  input: z.strictObject({ ...SEEN, dueOn: Day, reason: Words }),
  reply: Worked,
  problems: [...ALWAYS, 'promise_day_bad', 'extension_asked_before', 'promise_overdue'],
  rate: 'write',
  idempotent: true,
});

export const decideExtension = procedure({
  name: 'promises.decideExtension',
  summary: '宽限准不准',
  method: 'POST',
  path: '/promises/{id}/extension/decision',
  who: ['admin'],
  input: z.strictObject({ ...SEEN, granted: z.boolean(), reason: z.optional(Words) }),
  reply: Worked,
  problems: [...ALWAYS, 'extension_not_asked'],
  rate: 'write',
  idempotent: true,
});

/** The department says that it is done (办理完成), with pictures and where it can be seen. Whether it is, others say. */
export const sayDone = procedure({
  name: 'promises.sayDone',
  summary: '做好了，请人来看',
  method: 'POST',
  path: '/promises/{id}/done',
  who: ['department'],
  input: z.strictObject({ ...SEEN, words: Words, link: z.optional(Link), pictures: Pictures }),
  reply: Worked,
  problems: [...ALWAYS, 'picture_missing', 'picture_taken'],
  rate: 'write',
  idempotent: true,
});

/** What the station saw, or those it is for told the office. */
export const look = procedure({
  name: 'promises.look',
  summary: '去看过了',
  method: 'POST',
  path: '/promises/{id}/looks',
  who: ['clerk', 'admin'],
  input: z.strictObject({ ...SEEN, done: z.boolean(), words: Words }),
  reply: Worked,
  problems: [...ALWAYS, 'promise_not_due'],
  rate: 'write',
  idempotent: true,
});

/** Whether everybody sees a picture that a department showed: where WeChat was not sure, and where a face or a door is on it. */
export const reviewPicture = procedure({
  name: 'promises.reviewPicture',
  summary: '这张照片能不能公开',
  method: 'POST',
  path: '/promises/{id}/pictures/{picture}/review',
  who: ['clerk', 'admin'],
  input: z.strictObject({ id: Id, picture: Id, decision: z.enum(DECISIONS), reason: Words }),
  // No addresses: they change as it is decided.
  reply: z.object({ decided: z.boolean() }),
  problems: ['not_found', 'picture_decided'],
  rate: 'write',
  idempotent: true,
});

/** Asks why it was not kept (问原因), once. */
export const askWhy = procedure({
  name: 'promises.askWhy',
  summary: '问一问为什么没做到',
  method: 'POST',
  path: '/promises/{id}/why',
  who: ['admin'],
  input: z.strictObject({ ...SEEN, words: Words }),
  reply: Worked,
  problems: [...ALWAYS, 'why_asked_before'],
  rate: 'write',
  idempotent: true,
});

export const explain = procedure({
  name: 'promises.explain',
  summary: '说明为什么没做到',
  method: 'POST',
  path: '/promises/{id}/explanation',
  who: ['department'],
  input: z.strictObject({ ...SEEN, words: Words }),
  reply: Worked,
  problems: [...ALWAYS, 'why_not_asked'],
  rate: 'write',
  idempotent: true,
});

/** It has to be done again, or after all, until a new day. */
export const reopen = procedure({
  name: 'promises.reopen',
  summary: '要求重新做',
  method: 'POST',
  path: '/promises/{id}/reopening',
  who: ['admin'],
  input: z.strictObject({ ...SEEN, dueOn: Day, reason: Words }),
  reply: Worked,
  problems: [...ALWAYS, 'promise_day_bad'],
  rate: 'write',
  idempotent: true,
});
