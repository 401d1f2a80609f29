import * as z from 'zod/mini';
import { ResultClass } from '../../assignments/values';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { Cursor, pageOf } from '../../kernel/pages';
import { Picture } from '../../kernel/pictures';
import { procedure } from '../../kernel/procedure';
import { words } from '../../kernel/text';
import { Shown } from '../../promises/shown';
import { STANDINGS } from '../board';
import { LENGTHS } from '../limits';
import { REPORT_REASONS } from '../reports';
import { Category, End, Outcome, State } from './values';
import '../problems';

/** A matter on the notice board (公开栏): no name, no number, nothing but what the station agreed to. */
export const BoardItem = z.object({
  id: Id,
  title: z.string(),
  words: z.string(),
  answer: z.nullable(z.string()),
  category: Category,
  villageName: z.string(),
  deputyName: z.nullable(z.string()),
  /** The department whose the answer is; without it the deputy's. */
  departmentName: z.optional(z.nullable(z.string())),
  state: State,
  outcome: z.nullable(End),
  submittedOn: Day,
  publishedOn: Day,
  pictures: z.array(Picture),
  /** Who has it now, beside whose the answer is: a department, how often one gave it back, the round, and the last day; null while nobody owes an answer. */
  hands: z.optional(
    z.object({
      departmentName: z.nullable(z.string()),
      returns: z.int(),
      round: z.int(),
      dueOn: z.nullable(Day),
    }),
  ),
  /** When it was answered, and how far the department says it is (办理结果类别): the department's word alone (部门自己说). */
  answeredOn: z.optional(z.nullable(Day)),
  resultClass: z.optional(z.nullable(ResultClass)),
  /** What the resident said of an answer last (居民说), never what they wrote beside it. */
  said: z.optional(z.nullable(z.object({ outcome: Outcome, on: Day }))),
});

export type BoardItem = z.infer<typeof BoardItem>;

const Village = z.string().check(z.regex(/^\d{12}$/, '请选一个村。'));
const Town = z.string().check(z.regex(/^\d{9}$/, '请选一个乡镇。'));

/** How the board is looked at. Every combination costs the same in any county (decision 37). */
export const BoardFilters = z.strictObject({
  village: z.optional(Village),
  /** The first nine digits of its villages' codes; with `village` that one counts. */
  town: z.optional(Town),
  category: z.optional(Category),
  department: z.optional(Id),
  standing: z.optional(z.enum(STANDINGS)),
});
export type BoardFilters = z.infer<typeof BoardFilters>;

/**
 * The notice board (公开栏): what residents agreed to and a station looked at, without names; what it agreed to last comes first, and nothing else
 * orders it. `words` are looked for in what stands there, never in what was said besides. `readOnly`: the county lets nothing new on it for now.
 */
export const board = procedure({
  name: 'requests.board',
  summary: '公开栏，新的在前',
  method: 'GET',
  path: '/requests/board',
  who: 'anyone',
  input: z.extend(BoardFilters, {
    words: z.optional(words(...LENGTHS.search)),
    cursor: z.optional(Cursor),
  }),
  reply: z.extend(pageOf(BoardItem), { readOnly: z.optional(z.boolean()) }),
  problems: [],
  rate: 'public',
});

/** One matter on the board, and whom to ring about it. `not_found` once it does not stand there any more. */
export const publicMatter = procedure({
  name: 'requests.publicMatter',
  summary: '公开栏上的一件事',
  method: 'GET',
  path: '/requests/board/{id}',
  who: 'anyone',
  input: z.strictObject({ id: Id }),
  reply: z.extend(BoardItem, {
    readOnly: z.boolean(),
    /** What a department promised with the answers that stand there or stood there, in the order in which it did; when it was done, by what was said last. */
    promises: z.optional(
      z.array(
        z.extend(z.pick(Shown, { id: true, words: true, dueOn: true, state: true }), { doneOn: z.nullable(Day) }),
      ),
    ),
    stationName: z.nullable(z.string()),
    stationPhone: z.nullable(z.string()),
  }),
  problems: ['not_found'],
  rate: 'public',
});

/** Whether the county lets anything new on the board now: asked before somebody agrees to it. */
export const boardRules = procedure({
  name: 'requests.boardRules',
  summary: '公开栏现在收不收新的',
  method: 'GET',
  path: '/requests/board-rules',
  who: 'anyone',
  input: z.strictObject({}),
  reply: z.object({ readOnly: z.boolean() }),
  problems: [],
  rate: 'public',
});

/** Says that a matter should not stand on the board (举报), once a person and matter; the station answers, and whoever reported it is told. */
export const report = procedure({
  name: 'requests.report',
  summary: '举报公开栏上的一件事',
  method: 'POST',
  path: '/requests/board/{id}/reports',
  who: ['resident'],
  input: z.strictObject({ id: Id, reason: z.enum(REPORT_REASONS), words: z.optional(words(...LENGTHS.report)) }),
  reply: z.object({ reported: z.literal(true) }),
  problems: ['not_found', 'board_read_only', 'report_own', 'already_reported'],
  rate: 'write',
  daily: 20,
  idempotent: true,
});
