import * as z from 'zod/mini';
import { Together } from '../../assignments/part/values';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { PhoneNumber, REASON, words } from '../../kernel/text';
import { LENGTHS } from '../limits';
import { Publication, State } from './values';
import '../problems';

/** A private note (内部留言): the deputy and the station read it, the resident never does. */
export const note = procedure({
  name: 'requests.note',
  summary: '给联络站留一句，居民看不到',
  method: 'POST',
  path: '/requests/{id}/notes',
  who: ['deputy', 'clerk', 'admin'],
  input: z.strictObject({ id: Id, words: words(...LENGTHS.note) }),
  reply: z.object({ added: z.literal(true) }),
  problems: ['not_found', 'given_away'],
  rate: 'write',
  idempotent: true,
});

/**
 * The station gives it to another deputy, or without `deputyId` to all of the village's (改派). The resident sees it and why, and is asked first where that
 * deputy is of a level above the county.
 */
export const reassign = procedure({
  name: 'requests.reassign',
  summary: '改派给另一位代表',
  method: 'POST',
  path: '/requests/{id}/reassignments',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({
    id: Id,
    deputyId: z.optional(Id),
    words: words(...REASON),
    /** The newest event that was on the screen: what others did to it since is said instead (`moved_since`, `decided_since`). */
    seen: z.optional(Id),
  }),
  reply: z.object({ deputyName: z.nullable(z.string()) }),
  problems: [
    'not_found',
    'own_matter',
    'not_your_deputies',
    'deputy_ended',
    'asked_already',
    'asks_each',
    'not_waiting_for_answer',
    'not_now',
    'is_merged',
    'request_closed',
    'moved_since',
  ],
  rate: 'write',
  idempotent: true,
});

/** A person at the station agrees to the notice board, or not, with the reason (公开审核). What is published is what they see here. */
export const moderate = procedure({
  name: 'requests.moderate',
  summary: '公开，或不公开',
  method: 'POST',
  path: '/requests/{id}/moderation',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({
    id: Id,
    publish: z.boolean(),
    title: z.optional(words(...LENGTHS.title)),
    words: z.optional(words(...LENGTHS.answer)),
    answer: z.optional(words(0, LENGTHS.answer[1])),
    reason: z.optional(words(...REASON)),
    /** The newest event that was on the screen: as above. */
    seen: z.optional(Id),
  }),
  reply: z.object({ publication: Publication }),
  problems: [
    'not_found',
    'own_answer',
    'not_to_moderate',
    'decided_since',
    'words_not_checked',
    'words_risky',
    'board_read_only',
  ],
  rate: 'write',
  idempotent: true,
});

/**
 * The station answers what was said against a matter on the board (答复举报), all of it at once, in words that each reporter reads: it takes the matter
 * down, which its author reads too, or leaves it. Whoever reported it does not answer.
 */
export const answerReports = procedure({
  name: 'requests.answerReports',
  summary: '答复举报：撤下来，或不动',
  method: 'POST',
  path: '/requests/{id}/report-answers',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({
    id: Id,
    takeDown: z.boolean(),
    words: words(...REASON),
    /** The newest report that was on the screen: what came since waits for an answer of its own, unless the matter goes. */
    seen: Id,
  }),
  reply: z.object({ answered: z.int() }),
  problems: ['not_found', 'own_answer', 'own_report', 'reports_answered', 'not_to_moderate'],
  rate: 'write',
  idempotent: true,
});

/**
 * Decides what WeChat was not sure of (人工复核), the words or one picture, with the reason; written down who did. A picture of the request that
 * nobody doubts is left off the notice board (`withheld`) or let on (`approved`); who may see the matter goes on seeing it.
 */
export const reviewContent = procedure({
  name: 'requests.reviewContent',
  summary: '微信拿不准的，人来定',
  method: 'POST',
  path: '/requests/{id}/content-reviews',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({
    id: Id,
    picture: z.optional(Id),
    decision: z.enum(['approved', 'withheld']),
    reason: words(...REASON),
    /** The newest event that was on the screen: as above. */
    seen: z.optional(Id),
  }),
  reply: z.object({ decided: z.literal(true) }),
  problems: ['not_found', 'own_answer', 'decided_since', 'nothing_to_review'],
  rate: 'write',
  idempotent: true,
});

/**
 * Hides words of a matter from departments and the notice board (隐去), wherever they stand in it, also in what is said later; `hidden` false shows
 * them again. For what somebody could be recognised by and no machine finds. What departments were told of it before loses them too.
 */
export const hideWords = procedure({
  name: 'requests.hideWords',
  summary: '把能认出人的字隐去，或者放出来',
  method: 'PUT',
  path: '/requests/{id}/hidden-words',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({ id: Id, words: words(...LENGTHS.hidden), hidden: z.boolean() }),
  reply: z.object({ hidden: z.array(z.string()) }),
  problems: ['not_found', 'own_answer', 'words_not_there'],
  rate: 'write',
});

/** The phone of whom it was entered for, put right by who entered it or its station until somebody confirmed it; without `phone` none is kept. */
export const correctContact = procedure({
  name: 'requests.correctContact',
  summary: '改登记的电话',
  method: 'POST',
  path: '/requests/{id}/contact',
  who: ['supervisor', 'clerk', 'admin'],
  phone: true,
  input: z.strictObject({ id: Id, phone: z.optional(PhoneNumber) }),
  reply: z.object({ left: z.boolean() }),
  problems: ['not_found', 'own_answer', 'contact_confirmed'],
  rate: 'write',
  daily: 200,
  idempotent: true,
});

/** What the station does with a matter on its way to a department, and the newest event that was on the screen. */
const SEEN = { id: Id, seen: Id };
const ALWAYS = ['not_found', 'moved_since', 'not_now', 'is_merged', 'request_closed'] as const;

/**
 * Gives it to a department (交办), which has the county's days to say that it is not its own. After two returns the office alone does so, and that
 * department can't give it back. The day until which the resident has an answer stays.
 */
export const assign = procedure({
  name: 'requests.assign',
  summary: '分给部门',
  method: 'POST',
  path: '/requests/{id}/assignment',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({
    ...SEEN,
    departmentId: Id,
    words: z.optional(words(...LENGTHS.wish)),
    /** Who works on it beside the one that leads (协办、分办). */
    together: z.optional(Together),
  }),
  reply: z.object({ state: State, departmentName: z.string() }),
  problems: [
    ...ALWAYS,
    'office_decides',
    'no_such_department',
    'part_of_lead',
    'part_twice',
    'part_department_unknown',
  ],
  rate: 'write',
  idempotent: true,
});

/**
 * It may be a report of wrongdoing (像是检举、控告): from now on nobody but the office reads it, neither its deputy nor the station that says so. Its
 * resident reads why.
 */
export const sendToOffice = procedure({
  name: 'requests.sendToOffice',
  summary: '像是检举、控告，只给人大办看',
  method: 'POST',
  path: '/requests/{id}/sending-to-office',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({ ...SEEN, words: words(...REASON) }),
  reply: z.object({ state: State }),
  problems: [...ALWAYS, 'department_has_it', 'not_waiting_for_answer'],
  rate: 'write',
  idempotent: true,
});

/** The office: it is no report of wrongdoing, and goes its way; to the deputy it was for, or to those of the village. */
export const release = procedure({
  name: 'requests.release',
  summary: '不是检举、控告，照常办',
  method: 'POST',
  path: '/requests/{id}/releases',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ ...SEEN, words: z.optional(words(...REASON)) }),
  reply: z.object({ state: State, deputyName: z.nullable(z.string()) }),
  problems: [...ALWAYS, 'office_decides'],
  rate: 'write',
  idempotent: true,
});

/** The office: it is one, and says where it belongs (转到该管的地方; 信访工作条例 第二十条、第三十条). It ends here. */
export const divert = procedure({
  name: 'requests.divert',
  summary: '是检举、控告，告诉他去哪里说',
  method: 'POST',
  path: '/requests/{id}/diversions',
  who: ['admin'],
  phone: true,
  input: z.strictObject({ ...SEEN, words: words(...LENGTHS.wish) }),
  reply: z.object({ state: State }),
  problems: [...ALWAYS, 'office_decides'],
  rate: 'write',
  idempotent: true,
});

/** It is no department's: the deputy answers after all (交回代表). */
export const giveBack = procedure({
  name: 'requests.giveBack',
  summary: '交回代表',
  method: 'POST',
  path: '/requests/{id}/giving-back',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({ ...SEEN, words: words(...REASON) }),
  reply: z.object({ state: State }),
  problems: ALWAYS,
  rate: 'write',
  idempotent: true,
});

/**
 * What the department asks of the station: its question goes on to the resident, while whose answer is waited for the clock stands; or it gets the
 * days it wants (延期), once a round. Who refuses says why, to the department alone.
 */
export const decideAsked = procedure({
  name: 'requests.decideAsked',
  summary: '部门要问居民、要宽限，站里定',
  method: 'POST',
  path: '/requests/{id}/asked-of-station',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({ ...SEEN, granted: z.boolean(), words: z.optional(words(...REASON)) }),
  reply: z.object({ state: State }),
  problems: [...ALWAYS, 'nothing_asked'],
  rate: 'write',
  idempotent: true,
});

/** The wrong department has it: the station takes it back (收回) and finds another. */
export const takeBack = procedure({
  name: 'requests.takeBack',
  summary: '从部门收回来',
  method: 'POST',
  path: '/requests/{id}/taking-back',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({ ...SEEN, words: words(...REASON) }),
  reply: z.object({ state: State }),
  problems: ALWAYS,
  rate: 'write',
  idempotent: true,
});
