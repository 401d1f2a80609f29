import * as z from 'zod/mini';
import { Together } from '../../assignments/part/values';
import { DECISIONS } from '../../kernel/content-check';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { Cursor, pageOf } from '../../kernel/pages';
import { procedure } from '../../kernel/procedure';
import { words } from '../../kernel/text';
import { LENGTHS, MOST_ATTACHMENTS, MOST_COSIGNERS, MOST_REQUESTS, MOST_TOGETHER } from '../limits';
import { Named, OfRequest, Suggestion, SuggestionLine } from '../shown';
import { DISCLOSURES, ELSEWHERE, OCCASIONS, ORIGINS, Rating, UNSOLVED, WAYS } from '../values';
import '../../assignments/problems';
import '../problems';

const Reason = words(...LENGTHS.reason);
const Words = words(...LENGTHS.words);

/** What a deputy writes: the columns of the official sheet (代表建议专用纸), and who is asked to sign with them. */
const WRITTEN = {
  title: words(...LENGTHS.title),
  facts: words(...LENGTHS.facts),
  proposal: words(...LENGTHS.proposal),
  occasion: z.enum(OCCASIONS),
  disclosure: z.enum(DISCLOSURES),
  /** Why only the title; with that alone. */
  disclosureReason: z.optional(Reason),
  origin: z.enum(ORIGINS),
  unsolved: z.optional(z.enum(UNSOLVED)),
  wantsContact: z.boolean(),
  cosigners: z.array(Id).check(z.maxLength(MOST_COSIGNERS, `最多请 ${MOST_COSIGNERS} 位。`)),
  requests: z.array(Id).check(z.maxLength(MOST_REQUESTS, `最多带 ${MOST_REQUESTS} 件。`)),
  /** Photos put with it, in their order, each sent before (`requests.beginPicture`); without the list it keeps those that it has. */
  pictures: z.optional(z.array(Id).check(z.maxLength(MOST_ATTACHMENTS, `最多 ${MOST_ATTACHMENTS} 张。`))),
};
/** The suggestion, and which version of it was on the screen. */
const SEEN = { id: Id, version: z.int() };
/** The same of its words alone, for those who act on these. */
const READ = { id: Id, textVersion: z.int() };
const ALWAYS = ['not_found', 'suggestion_changed', 'suggestion_elsewhere'] as const;
/** What is done to one is done to all that are handled with it, and not by whoever proposed one of these or stepped aside from it. */
const OF_ALL = ['handled_with_other', 'own_assignment'] as const;
const WRITES = [
  'not_county_deputy',
  'request_not_theirs',
  'not_disclosed_why',
  'picture_missing',
  'picture_taken',
] as const;

/** For whoever writes one: the deputies of the county who may sign, and the residents' requests that they have. */
export const offers = procedure({
  name: 'suggestions.offers',
  summary: '写建议时，能请谁联名，能带上哪些居民的事',
  method: 'GET',
  path: '/suggestions/offers',
  who: ['deputy'],
  input: z.strictObject({}),
  reply: z.object({
    /** They may write one: a deputy of the county's congress. */
    may: z.boolean(),
    deputies: z.array(z.object({ id: Id, name: z.string(), ward: z.nullable(z.string()), joined: z.boolean() })),
    requests: z.array(z.object({ id: Id, title: z.string(), placeName: z.string(), on: Day })),
  }),
  problems: [],
  rate: 'read',
});

/** What the caller leads or signs, and what they are asked to sign; newest first. */
export const mine = procedure({
  name: 'suggestions.mine',
  summary: '我的代表建议',
  method: 'GET',
  path: '/suggestions/mine',
  who: ['deputy'],
  input: z.strictObject({ cursor: z.optional(Cursor) }),
  reply: pageOf(SuggestionLine),
  problems: [],
  rate: 'read',
});

/** to_assign: to be assigned; soon and late: of those under way; ended: rated, unrated, met, told where it goes. */
export const BOXES = ['to_assign', 'working', 'soon', 'late', 'answered', 'to_meet', 'marked', 'ended'] as const;
export type Box = (typeof BOXES)[number];

/** Who watches over those that are looked for (督办): a committee, or the office itself. */
const WATCHED = {
  watcher: z.optional(z.string().check(z.regex(/^(office|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/))),
};

/** What lies in a box of the office: what is owed by its day, the rest by what changed last. */
export const desk = procedure({
  name: 'suggestions.desk',
  summary: '人大办公室的代表建议',
  method: 'GET',
  path: '/suggestions/desk',
  who: ['admin'],
  input: z.strictObject({ box: z.enum(BOXES), ...WATCHED, cursor: z.optional(Cursor) }),
  reply: pageOf(SuggestionLine),
  problems: [],
  rate: 'read',
});

/** How many there are in each box, each counted to a hundred; and the committees by which they can be looked for. */
export const counts = procedure({
  name: 'suggestions.counts',
  summary: '代表建议各有几件',
  method: 'GET',
  path: '/suggestions/counts',
  who: ['admin'],
  input: z.strictObject(WATCHED),
  reply: z.object({ boxes: z.record(z.enum(BOXES), z.int()), committees: z.array(Named) }),
  problems: [],
  rate: 'read',
});

export const show = procedure({
  name: 'suggestions.show',
  summary: '一件代表建议',
  method: 'GET',
  path: '/suggestions/{id}',
  who: ['deputy', 'department', 'admin'],
  input: z.strictObject({ id: Id }),
  reply: Suggestion,
  problems: ['not_found'],
  rate: 'read',
});

/** The suggestions that a resident's request is in, as far as they were handed in; for the resident. */
export const ofRequest = procedure({
  name: 'suggestions.ofRequest',
  summary: '写着我的事的代表建议',
  method: 'GET',
  path: '/suggestions/of-request/{id}',
  who: ['resident'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ suggestions: z.array(OfRequest) }),
  problems: ['not_found'],
  rate: 'read',
});

/** Begins one (草稿). */
export const draft = procedure({
  name: 'suggestions.draft',
  summary: '写一件代表建议',
  method: 'POST',
  path: '/suggestions',
  who: ['deputy'],
  input: z.strictObject(WRITTEN),
  reply: Suggestion,
  problems: WRITES,
  rate: 'write',
  idempotent: true,
});

/** Writes it anew. Where the words changed, whoever had signed is asked again. */
export const edit = procedure({
  name: 'suggestions.edit',
  summary: '改这件代表建议',
  method: 'PUT',
  path: '/suggestions/{id}',
  who: ['deputy'],
  input: z.strictObject({ ...READ, ...WRITTEN }),
  reply: Suggestion,
  problems: [...ALWAYS, ...WRITES, 'suggestion_words_changed'],
  rate: 'write',
  idempotent: true,
});

/** 联名. */
export const sign = procedure({
  name: 'suggestions.sign',
  summary: '我联名',
  method: 'POST',
  path: '/suggestions/{id}/signature',
  who: ['deputy'],
  input: z.strictObject(READ),
  reply: Suggestion,
  problems: [...ALWAYS, 'suggestion_words_changed', 'signed_before', 'not_county_deputy'],
  rate: 'write',
  idempotent: true,
});

/** 先不签: nobody is told. */
export const decline = procedure({
  name: 'suggestions.decline',
  summary: '先不签',
  method: 'POST',
  path: '/suggestions/{id}/refusal',
  who: ['deputy'],
  input: z.strictObject({ id: Id }),
  reply: Suggestion,
  problems: ALWAYS,
  rate: 'write',
  idempotent: true,
});

/** Before it is handed in. */
export const unsign = procedure({
  name: 'suggestions.unsign',
  summary: '撤回联名',
  method: 'POST',
  path: '/suggestions/{id}/signature/withdrawal',
  who: ['deputy'],
  input: z.strictObject({ id: Id }),
  reply: Suggestion,
  problems: [...ALWAYS, 'not_signed_before'],
  rate: 'write',
  idempotent: true,
});

/** Hands it in to the office, with those who signed. */
export const submit = procedure({
  name: 'suggestions.submit',
  summary: '送人大办公室',
  method: 'POST',
  path: '/suggestions/{id}/submission',
  who: ['deputy'],
  input: z.strictObject(READ),
  reply: Suggestion,
  problems: [...ALWAYS, 'suggestion_words_changed', 'not_county_deputy'],
  rate: 'write',
  idempotent: true,
});

/** Before it is assigned. */
export const withdraw = procedure({
  name: 'suggestions.withdraw',
  summary: '撤回这件代表建议',
  method: 'POST',
  path: '/suggestions/{id}/withdrawal',
  who: ['deputy'],
  input: z.strictObject({ id: Id }),
  reply: Suggestion,
  problems: ALWAYS,
  rate: 'write',
  idempotent: true,
});

/** The lead says whether the department spoke with them as it wrote down. */
export const confirmContact = procedure({
  name: 'suggestions.confirmContact',
  summary: '部门说跟我说过话，对不对',
  method: 'POST',
  path: '/suggestions/{id}/contacts/{contact}/confirmation',
  who: ['deputy'],
  input: z.strictObject({ id: Id, contact: Id, confirmed: z.boolean() }),
  reply: Suggestion,
  problems: [...ALWAYS, 'contact_gone'],
  rate: 'write',
  idempotent: true,
});

/** What a co-signer thinks of the answer; the lead and the office read it. Said again, the last counts. */
export const comment = procedure({
  name: 'suggestions.comment',
  summary: '联名的说说答复怎么样',
  method: 'POST',
  path: '/suggestions/{id}/comment',
  who: ['deputy'],
  input: z.strictObject({ id: Id, attitude: Rating, result: Rating, words: z.optional(Words) }),
  reply: Suggestion,
  problems: [...ALWAYS, 'not_signed_before'],
  rate: 'write',
  idempotent: true,
});

/** Attitude and result apart, by the lead alone. 不满意 with the result needs a reason, and is done once more. */
export const rate = procedure({
  name: 'suggestions.rate',
  summary: '领衔代表评价',
  method: 'POST',
  path: '/suggestions/{id}/rating',
  who: ['deputy'],
  input: z.strictObject({ ...SEEN, attitude: Rating, result: Rating, words: z.optional(Reason) }),
  reply: Suggestion,
  problems: [...ALWAYS, 'cosigners_first', 'dissatisfied_why'],
  rate: 'write',
  idempotent: true,
});

/** Once a day. */
export const urge = procedure({
  name: 'suggestions.urge',
  summary: '催一催',
  method: 'POST',
  path: '/suggestions/{id}/urging',
  who: ['deputy', 'admin'],
  input: z.strictObject({ id: Id, words: z.optional(Words) }),
  reply: Suggestion,
  problems: [...ALWAYS, 'urged_today'],
  rate: 'write',
  idempotent: true,
});

/** The department writes down that it spoke with the deputies; without that it does not answer. */
export const contact = procedure({
  name: 'suggestions.contact',
  summary: '跟代表说过话，记一笔',
  method: 'POST',
  path: '/suggestions/{id}/contacts',
  who: ['department'],
  input: z.strictObject({ id: Id, on: Day, way: z.enum(WAYS), words: Words }),
  reply: Suggestion,
  problems: [...ALWAYS, 'contact_day_bad'],
  rate: 'write',
  idempotent: true,
});

/** Not a suggestion: why, and where it goes. */
export const redirect = procedure({
  name: 'suggestions.redirect',
  summary: '不算建议，告诉代表去哪',
  method: 'POST',
  path: '/suggestions/{id}/redirection',
  who: ['admin'],
  input: z.strictObject({ ...SEEN, to: z.enum(ELSEWHERE), reason: Reason }),
  reply: Suggestion,
  problems: [...ALWAYS, 'handled_with_other'],
  rate: 'write',
  idempotent: true,
});

/** 交办; after two returns the department can't give it back. */
export const assign = procedure({
  name: 'suggestions.assign',
  summary: '交给部门办',
  method: 'POST',
  path: '/suggestions/{id}/assignment',
  who: ['admin'],
  input: z.strictObject({
    ...SEEN,
    departmentId: Id,
    words: z.optional(Words),
    /** Who works on it beside the one that leads (协办、分别办理). */
    together: z.optional(Together),
    /** Why it takes six months (复杂); with the first assignment alone, and without it three. */
    complexReason: z.optional(Reason),
    /** The committee that watches over it; null: the office; left out: as it was. */
    watcherId: z.optional(z.nullable(Id)),
  }),
  reply: Suggestion,
  problems: [
    ...ALWAYS,
    'suggestion_department_unknown',
    'complex_at_first',
    'watcher_unknown',
    ...OF_ALL,
    'part_of_lead',
    'part_twice',
    'part_department_unknown',
  ],
  rate: 'write',
  idempotent: true,
});

export const takeBack = procedure({
  name: 'suggestions.takeBack',
  summary: '从部门收回来',
  method: 'POST',
  path: '/suggestions/{id}/assignment/withdrawal',
  who: ['admin'],
  input: z.strictObject({ ...SEEN, reason: Reason }),
  reply: Suggestion,
  problems: [...ALWAYS, ...OF_ALL],
  rate: 'write',
  idempotent: true,
});

/** More time, once, with the reason, never past six months. */
export const extend = procedure({
  name: 'suggestions.extend',
  summary: '延长答复的日子',
  method: 'POST',
  path: '/suggestions/{id}/extension',
  who: ['admin'],
  input: z.strictObject({ ...SEEN, dueOn: Day, reason: Reason }),
  reply: Suggestion,
  problems: [...ALWAYS, ...OF_ALL, 'extended_before', 'complex_before', 'extension_too_far'],
  rate: 'write',
  idempotent: true,
});

/** The department asked for more days and does not get them, with the reason. */
export const refuseExtension = procedure({
  name: 'suggestions.refuseExtension',
  summary: '部门要延长，不同意',
  method: 'POST',
  path: '/suggestions/{id}/extension/refusal',
  who: ['admin'],
  input: z.strictObject({ ...SEEN, reason: Reason }),
  reply: Suggestion,
  problems: [...ALWAYS, ...OF_ALL],
  rate: 'write',
  idempotent: true,
});

/** Answers what the department asked; the lead does, or the office for them. */
export const reply = procedure({
  name: 'suggestions.reply',
  summary: '回部门问的一句',
  method: 'POST',
  path: '/suggestions/{id}/reply',
  who: ['deputy', 'admin'],
  input: z.strictObject({ id: Id, words: Words }),
  reply: Suggestion,
  problems: ALWAYS,
  rate: 'write',
  idempotent: true,
});

/** Twice 不满意: what office, deputies and department decided when they sat together ends it. */
export const meet = procedure({
  name: 'suggestions.meet',
  summary: '坐到一起定了，记下来',
  method: 'POST',
  path: '/suggestions/{id}/meeting',
  who: ['admin'],
  input: z.strictObject({ ...SEEN, on: Day, words: Words }),
  reply: Suggestion,
  problems: [...ALWAYS, 'meeting_day_bad'],
  rate: 'write',
  idempotent: true,
});

/** Whether the others who work on it see a photo put with it, where WeChat was not sure (人工复核). */
export const reviewPicture = procedure({
  name: 'suggestions.reviewPicture',
  summary: '建议附的这张照片能不能给人看',
  method: 'POST',
  path: '/suggestions/{id}/pictures/{picture}/review',
  who: ['admin'],
  input: z.strictObject({ id: Id, picture: Id, decision: z.enum(DECISIONS), reason: Reason }),
  // No addresses: they change as it is decided.
  reply: z.object({ decided: z.boolean() }),
  problems: ['not_found', 'picture_decided'],
  rate: 'write',
  idempotent: true,
});

/** 重点督办, or no more. */
export const mark = procedure({
  name: 'suggestions.mark',
  summary: '列为重点督办，或者不列了',
  method: 'POST',
  path: '/suggestions/{id}/mark',
  who: ['admin'],
  input: z.strictObject({ ...SEEN, on: z.boolean(), words: z.optional(Words) }),
  reply: Suggestion,
  problems: [...ALWAYS, 'marked_before'],
  rate: 'write',
  idempotent: true,
});

/** 督办: a committee watches over it from now on, or, null, the office does. */
export const nameWatcher = procedure({
  name: 'suggestions.nameWatcher',
  summary: '换谁督办这件建议',
  method: 'POST',
  path: '/suggestions/{id}/watcher',
  who: ['admin'],
  input: z.strictObject({ ...SEEN, watcherId: z.nullable(Id) }),
  reply: Suggestion,
  problems: [...ALWAYS, 'watcher_unknown', 'marked_before'],
  rate: 'write',
  idempotent: true,
});

/** 并案: these are handled with this one, and what is handled with them along; one assignment, one day (the earliest), one answer to all. */
export const merge = procedure({
  name: 'suggestions.merge',
  summary: '几件建议合成一件办',
  method: 'POST',
  path: '/suggestions/{id}/merge',
  who: ['admin'],
  input: z.strictObject({
    ...SEEN,
    others: z.array(z.strictObject(SEEN)).check(z.minLength(1, '先选要合的。'), z.maxLength(MOST_TOGETHER - 1)),
  }),
  /** The one that leads, and what was put in, to be taken out again. */
  reply: z.object({ suggestion: Suggestion, merged: z.array(z.object(SEEN)) }),
  problems: [...ALWAYS, ...OF_ALL, 'together_before', 'too_many_together'],
  rate: 'write',
  idempotent: true,
});

/** 拆开: as long as it is not answered it is handled by itself again, with its own day. */
export const part = procedure({
  name: 'suggestions.part',
  summary: '拆开，这件建议单独办',
  method: 'POST',
  path: '/suggestions/{id}/parting',
  who: ['admin'],
  input: z.strictObject(SEEN),
  reply: Suggestion,
  problems: ALWAYS,
  rate: 'write',
  idempotent: true,
});
