import * as z from 'zod/mini';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { State, TrackingNumber } from './values';
import '../problems';

/** A matter that is likely the same as another, and why the machine thinks so. */
export const LikeSame = z.object({
  id: Id,
  trackingNumber: TrackingNumber,
  title: z.string(),
  words: z.string(),
  where: z.nullable(z.string()),
  villageName: z.string(),
  submittedOn: Day,
  dueOn: Day,
  state: State,
  deputyName: z.nullable(z.string()),
  departmentName: z.nullable(z.string()),
  /** Photos its resident sent with it. */
  pictures: z.int(),
  /** Its newest event: what others did to it since is said instead. */
  seen: Id,
  /** Of the two one resident says that they are the same. */
  said: z.boolean(),
  sameVillage: z.boolean(),
  /** What stands in both. */
  both: z.array(z.string()),
  /** Between the days on which they came. */
  daysApart: z.int(),
  /** It can be handled with the other; one that a department has can only be the other. */
  joins: z.boolean(),
});

export type LikeSame = z.infer<typeof LikeSame>;

/** What of the same station is likely the same as this one: at most five, of its town, of sixty days, open, and not said to be apart. */
export const likeSame = procedure({
  name: 'requests.likeSame',
  summary: '像是同一件的',
  method: 'GET',
  path: '/requests/{id}/like-same',
  who: ['clerk', 'admin'],
  input: z.strictObject({ id: Id }),
  reply: z.object({ items: z.array(LikeSame), joins: z.boolean(), seen: Id, words: z.string() }),
  problems: ['not_found'],
  rate: 'read',
});

const FROM = z.object({ id: Id, seen: Id });
/** One that is handled with another, and its newest event on the screen. */
export type Merged = z.infer<typeof FROM>;

/** One that others were put into. */
const Merge = z.object({
  /** The one that leads. */
  id: Id,
  title: z.string(),
  /** How many are handled together, or were answered together, that one among them. */
  count: z.int(),
  /** When others were last put into it. */
  on: Day,
  /** What can be taken out again; none: they were answered. */
  members: z.array(FROM),
});

export type Merge = z.infer<typeof Merge>;

/** What was put together lately at the caller's stations (最近合的): the last first, at most five, of sixty days; what was all taken out again is not among it. */
export const merges = procedure({
  name: 'requests.merges',
  summary: '最近合的',
  method: 'GET',
  path: '/requests/merges',
  who: ['clerk', 'admin'],
  input: z.strictObject({}),
  reply: z.object({ items: z.array(Merge) }),
  problems: [],
  rate: 'read',
});

/**
 * Handles others with this one (合成一件): what is merged into them already comes along. Each keeps its words, its photos, its days and its end; the day of
 * this one becomes the earliest. Together, or none of them. `merged`: these, to be taken out again.
 */
export const merge = procedure({
  name: 'requests.merge',
  summary: '合成一件办',
  method: 'POST',
  path: '/requests/{id}/merged',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({ id: Id, seen: Id, from: z.array(FROM).check(z.minLength(1), z.maxLength(5)) }),
  reply: z.object({ others: z.int(), dueOn: Day, merged: z.array(FROM) }),
  problems: [
    'not_found',
    'moved_since',
    'not_now',
    'request_closed',
    'is_merged',
    'department_leads',
    'not_waiting_for_answer',
    'too_many_merged',
    'asks_each',
  ],
  rate: 'write',
  idempotent: true,
});

/** Takes it out again (拆开), as long as it was not answered: it is where it was, with its own days, and what came along with it is handled with it again. */
export const unmerge = procedure({
  name: 'requests.unmerge',
  summary: '拆开，单独办',
  method: 'POST',
  path: '/requests/{id}/unmerged',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({ id: Id, seen: Id }),
  reply: z.object({ state: State, dueOn: Day }),
  problems: ['not_found', 'moved_since', 'not_now', 'request_closed', 'merge_answered'],
  rate: 'write',
  idempotent: true,
});

/** Two of them are not the same (不是一件，别再提). Where a resident said so of one, they are told. */
export const apart = procedure({
  name: 'requests.apart',
  summary: '不是一件，别再提',
  method: 'PUT',
  path: '/requests/{id}/apart/{other}',
  who: ['clerk', 'admin'],
  phone: true,
  input: z.strictObject({ id: Id, other: Id }),
  reply: z.object({ apart: z.literal(true) }),
  problems: ['not_found'],
  rate: 'write',
});
