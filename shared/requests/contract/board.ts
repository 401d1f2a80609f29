import * as z from 'zod/mini';
import { ResultClass } from '../../assignments/values';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { Cursor, pageOf } from '../../kernel/pages';
import { Picture } from '../../kernel/pictures';
import { procedure } from '../../kernel/procedure';
import { words } from '../../kernel/text';
import { LENGTHS } from '../limits';
import { BoardFilters } from './board-filters';
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
