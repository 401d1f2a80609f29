import * as z from 'zod/mini';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { Cursor, pageOf } from '../../kernel/pages';
import { Picture } from '../../kernel/pictures';
import { procedure } from '../../kernel/procedure';
import { Category, End, State } from './values';
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
});

export type BoardItem = z.infer<typeof BoardItem>;

/** The notice board (公开栏): what residents agreed to and a station looked at, without names; what it agreed to last comes first. */
export const board = procedure({
  name: 'requests.board',
  summary: '公开栏，新的在前',
  method: 'GET',
  path: '/requests/board',
  who: 'anyone',
  input: z.strictObject({ cursor: z.optional(Cursor) }),
  reply: pageOf(BoardItem),
  problems: [],
  rate: 'public',
});
