import * as z from 'zod/mini';
import { Day } from '../kernel/days';
import { Id } from '../kernel/ids';
import { Cursor, pageOf } from '../kernel/pages';
import { Pictures } from '../kernel/pictures';
import { procedure } from '../kernel/procedure';
import { REASON, words } from '../kernel/text';
import { MOST_PROMISES } from '../promises/limits';
import { Promised } from '../promises/shown';
import { ACTS } from './lifecycle';
import { LENGTHS } from './limits';
import { Asked, Part } from './part/values';
import { EXTENSIONS, QUESTIONS, STATE_NAMES } from './states';
import { ResultClass, WORKABLE } from './values';
import './problems';

const State = z.enum(STATE_NAMES);

/** What a department has to do with one matter; the matter itself is of another context. */
export const Assignment = z.object({
  id: Id,
  /** Who writes says which one they saw. */
  version: z.int(),
  subject: z.object({ context: z.string(), id: Id }),
  departmentName: z.string(),
  state: State,
  assignedOn: Day,
  /** Until when the department says whether it takes it. */
  acceptBy: Day,
  /** The office named this department: it can't be given back. */
  final: z.boolean(),
  resultClass: z.nullable(ResultClass),
  /** Where its question is, while one waits. */
  question: z.nullable(z.enum(QUESTIONS)),
  /** What became of more days, where it asked for them; until when. */
  extension: z.nullable(z.enum(EXTENSIONS)),
  askedUntil: z.nullable(Day),
  /** Between which days it may ask for more time, while it may. */
  extendable: z.nullable(z.object({ from: Day, to: Day })),
  /** Who works on it beside this department, in the order in which they were asked. */
  parts: z.optional(z.array(Part)),
  acts: z.array(z.enum(ACTS)),
});
export type Assignment = z.infer<typeof Assignment>;

/** A line of what a department has. Nothing of it says whose matter it is. */
export const AssignmentLine = z.object({
  ...Assignment.shape,
  title: z.string(),
  /** What it is about (路、桥、路灯). */
  kind: z.string(),
  placeName: z.string(),
  /** When whoever it is for has to have an answer, and how many days that are; null while nobody owes one. */
  dueOn: Day,
  daysLeft: z.nullable(z.int()),
  returns: z.int(),
});
export type AssignmentLine = z.infer<typeof AssignmentLine>;

/** new: not taken yet; working: taken; answered: said to be done; gone: returned, or taken back. */
export const BOXES = ['new', 'working', 'answered', 'gone'] as const;
export type Box = (typeof BOXES)[number];

/** What the departments of the caller have: what they owe by the day, the rest by what changed last. */
export const inbox = procedure({
  name: 'assignments.inbox',
  summary: '交给我们部门的事',
  method: 'GET',
  path: '/assignments/inbox',
  who: ['department'],
  input: z.strictObject({ box: z.enum(BOXES), cursor: z.optional(Cursor) }),
  reply: pageOf(AssignmentLine),
  problems: [],
  rate: 'read',
});

/** How many there are in each box, each counted to a hundred; and of what is owed how much is late. */
export const counts = procedure({
  name: 'assignments.counts',
  summary: '我们部门各有几件',
  method: 'GET',
  path: '/assignments/counts',
  who: ['department'],
  input: z.strictObject({}),
  reply: z.object({ boxes: z.record(z.enum(BOXES), z.int()), late: z.int() }),
  problems: [],
  rate: 'read',
});

/** open: asked, or given and the lead has not answered; done: nothing more is waited for. */
export const PART_BOXES = ['open', 'done'] as const;
export type PartBox = (typeof PART_BOXES)[number];

/** A line of what a department does for another one that leads (协办、分办). */
export const PartLine = z.object({
  ...Part.shape,
  subject: z.object({ context: z.string(), id: Id }),
  /** Who leads (主办). */
  leadName: z.string(),
  title: z.string(),
  /** What it is about (路、桥、路灯). */
  about: z.string(),
  placeName: z.string(),
});
export type PartLine = z.infer<typeof PartLine>;

/** What the departments of the caller do for others: what is open by its day, the rest by what changed last. */
export const parts = procedure({
  name: 'assignments.parts',
  summary: '我们部门协办的事',
  method: 'GET',
  path: '/assignments/parts',
  who: ['department'],
  input: z.strictObject({ box: z.enum(PART_BOXES), cursor: z.optional(Cursor) }),
  reply: z.object({ ...pageOf(PartLine).shape, late: z.int(), open: z.int() }),
  problems: [],
  rate: 'read',
});

/** One of them, with what may be done with it now. */
export const part = procedure({
  name: 'assignments.part',
  summary: '我们部门协办的一件事',
  method: 'GET',
  path: '/assignments/parts/{id}',
  who: ['department'],
  input: z.strictObject({ id: Id }),
  reply: PartLine,
  problems: ['not_found'],
  rate: 'read',
});

/** One of them; what it is about is asked of the context that it belongs to. */
export const show = procedure({
  name: 'assignments.show',
  summary: '交给我们部门的一件事',
  method: 'GET',
  path: '/assignments/{id}',
  who: ['department'],
  input: z.strictObject({ id: Id }),
  reply: Assignment,
  problems: ['not_found'],
  rate: 'read',
});

/** The assignment, and which version of it was on the screen. */
const SEEN = { id: Id, version: z.int() };
const ALWAYS = ['not_found', 'own_assignment', 'assignment_changed', 'assignment_elsewhere'] as const;

/** The department takes it (收下来办). The clock goes on. */
export const accept = procedure({
  name: 'assignments.accept',
  summary: '收下来办',
  method: 'POST',
  path: '/assignments/{id}/acceptance',
  who: ['department'],
  input: z.strictObject(SEEN),
  reply: Assignment,
  problems: ALWAYS,
  rate: 'write',
  idempotent: true,
});

/** Not ours (不归我管), with the reason, which the resident reads. */
export const giveBack = procedure({
  name: 'assignments.giveBack',
  summary: '不归我管，退回去',
  method: 'POST',
  path: '/assignments/{id}/return',
  who: ['department'],
  input: z.strictObject({ ...SEEN, reason: words(...LENGTHS.reason) }),
  reply: Assignment,
  problems: [...ALWAYS, 'return_final', 'return_too_late', 'return_after_accepting'],
  rate: 'write',
  idempotent: true,
});

/** Interim news (先说一声进展): whoever it is for reads it and is asked nothing; no clock stops. */
export const progress = procedure({
  name: 'assignments.progress',
  summary: '先说一声进展',
  method: 'POST',
  path: '/assignments/{id}/progress',
  who: ['department'],
  input: z.strictObject({ ...SEEN, words: words(...LENGTHS.progress), pictures: Pictures }),
  reply: Assignment,
  problems: [...ALWAYS, 'picture_missing', 'picture_taken', 'pictures_not_taken'],
  rate: 'write',
  idempotent: true,
});

/** A question for whom the matter is for (问一句); whoever assigned it passes it on or says why not. No clock stops before it is passed on. */
export const ask = procedure({
  name: 'assignments.ask',
  summary: '问一句，请站里转',
  method: 'POST',
  path: '/assignments/{id}/question',
  who: ['department'],
  input: z.strictObject({ ...SEEN, words: words(...LENGTHS.question) }),
  reply: Assignment,
  problems: [...ALWAYS, 'assignment_waits', 'questions_used'],
  rate: 'write',
  idempotent: true,
});

/** More time (延期), once, with the reason; whoever assigned it consents or not. The day is after the last one, and within the county's days after it. */
export const extend = procedure({
  name: 'assignments.extend',
  summary: '要宽限几天',
  method: 'POST',
  path: '/assignments/{id}/extension',
  who: ['department'],
  input: z.strictObject({ ...SEEN, until: Day, reason: words(...LENGTHS.reason) }),
  reply: Assignment,
  problems: [...ALWAYS, 'assignment_waits', 'extension_used', 'extension_late', 'extension_day'],
  rate: 'write',
  idempotent: true,
});

/**
 * The answer (答复), with the class the department gives it and what it promises with it, each by its day (答应的事). Whether it is solved, whoever
 * it is for says. Class B needs a promise; a phone of yesterday sends no `promises` at all, and its answer is taken as before.
 */
export const answer = procedure({
  name: 'assignments.answer',
  summary: '答复',
  method: 'POST',
  path: '/assignments/{id}/answer',
  who: ['department'],
  input: z.strictObject({
    ...SEEN,
    resultClass: ResultClass,
    words: words(...LENGTHS.answer),
    promises: z.optional(z.array(z.omit(Promised, { stationId: true })).check(z.maxLength(MOST_PROMISES))),
    pictures: Pictures,
  }),
  reply: Assignment,
  problems: [
    ...ALWAYS,
    'promise_needed',
    'promise_day_bad',
    'parts_missing',
    'picture_missing',
    'picture_taken',
    'pictures_not_taken',
    'contact_before_answer',
  ],
  rate: 'write',
  idempotent: true,
});

export const Phrase = z.object({ id: Id, words: z.string() });
export type Phrase = z.infer<typeof Phrase>;

/** What the department says often (常用的话), for all its people, as they wrote it down; put into an answer they go on from there. */
export const phrases = procedure({
  name: 'assignments.phrases',
  summary: '常用的话',
  method: 'GET',
  path: '/assignments/{id}/phrases',
  who: ['department'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ items: z.array(Phrase) }),
  problems: ['not_found'],
  rate: 'read',
});

/** One more of them; what is there already is there once. */
export const keepPhrase = procedure({
  name: 'assignments.keepPhrase',
  summary: '存成常用的话',
  method: 'POST',
  path: '/assignments/{id}/phrases',
  who: ['department'],
  input: z.strictObject({ id: Id, words: words(...LENGTHS.phrase) }),
  reply: z.object({ items: z.array(Phrase) }),
  problems: ['not_found', 'phrases_full'],
  rate: 'write',
});

/** One less; what is gone already is gone. */
export const dropPhrase = procedure({
  name: 'assignments.dropPhrase',
  summary: '去掉一句常用的话',
  method: 'DELETE',
  path: '/assignments/{id}/phrases/{phrase}',
  who: ['department'],
  input: z.strictObject({ id: Id, phrase: Id }),
  reply: z.object({ items: z.array(Phrase) }),
  problems: ['not_found'],
  rate: 'write',
});

/** 叫人一起办: other departments give their opinion (协办), each asked in its own words; the lead answers, and says what they said. */
export const involve = procedure({
  name: 'assignments.involve',
  summary: '收下，叫人一起办',
  method: 'POST',
  path: '/assignments/{id}/parts',
  who: ['department'],
  input: z.strictObject({ ...SEEN, parts: Asked }),
  reply: Assignment,
  problems: [...ALWAYS, 'parts_full', 'part_of_lead', 'part_twice', 'part_department_unknown'],
  rate: 'write',
  idempotent: true,
});

const PART_ALWAYS = ['not_found', 'part_changed', 'part_elsewhere'] as const;

/**
 * The opinion (协办意见) of a department that works on it, or what it did of its part; said again before the lead has answered, it takes the
 * place of what was said.
 */
export const giveOpinion = procedure({
  name: 'assignments.giveOpinion',
  summary: '给主办意见',
  method: 'POST',
  path: '/assignments/parts/{id}/opinion',
  who: ['department'],
  input: z.strictObject({ ...SEEN, words: words(...LENGTHS.opinion) }),
  reply: PartLine,
  problems: [...PART_ALWAYS, 'own_assignment'],
  rate: 'write',
  idempotent: true,
});

/** Whoever asked for it needs it no more: the lead, or whoever assigned it. */
export const withdrawPart = procedure({
  name: 'assignments.withdrawPart',
  summary: '不请这家一起办了',
  method: 'POST',
  path: '/assignments/parts/{id}/withdrawal',
  who: ['department', 'clerk', 'admin'],
  input: z.strictObject(SEEN),
  reply: Part,
  problems: [...PART_ALWAYS, 'part_given', 'own_assignment'],
  rate: 'write',
  idempotent: true,
});

/**
 * Who works at the desk or in a department has a part in the matter and says so (回避): from then on they neither read it nor work on it as that, until
 * somebody else of the office ends it.
 */
export const stepAside = procedure({
  name: 'assignments.stepAside',
  summary: '这件我要回避',
  method: 'POST',
  path: '/assignments/recusals',
  who: ['department', 'clerk', 'admin'],
  input: z.strictObject({ context: z.enum(WORKABLE), id: Id, words: words(...REASON) }),
  reply: z.object({ aside: z.literal(true) }),
  problems: ['not_found', 'own_assignment', 'nobody_else'],
  rate: 'write',
  idempotent: true,
});

/** Who stepped aside from what; `own`: the reader did. */
export const Recusal = z.object({
  id: Id,
  name: z.nullable(z.string()),
  own: z.boolean(),
  subject: z.object({ context: z.enum(WORKABLE), id: Id }),
  words: z.string(),
  on: Day,
});
export type Recusal = z.infer<typeof Recusal>;

/** The county's, newest first. */
export const recusals = procedure({
  name: 'assignments.recusals',
  summary: '谁回避了哪些事',
  method: 'GET',
  path: '/assignments/recusals',
  who: ['admin'],
  input: z.strictObject({ cursor: z.optional(Cursor) }),
  reply: pageOf(Recusal),
  problems: [],
  rate: 'read',
});

/** Nothing is in the way any more, with the reason; never by the one who stepped aside. */
export const endRecusal = procedure({
  name: 'assignments.endRecusal',
  summary: '不用再回避了',
  method: 'POST',
  path: '/assignments/recusals/{id}/end',
  who: ['admin'],
  input: z.strictObject({ id: Id, words: words(...REASON) }),
  reply: z.object({ ended: z.literal(true) }),
  problems: ['not_found', 'own_recusal'],
  rate: 'write',
  idempotent: true,
});
