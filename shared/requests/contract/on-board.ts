// What the board's own tab does not ask: apart from it, because what the tab asks is in the main package.
import * as z from 'zod/mini';
import { PART_KINDS } from '../../assignments/part/values';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { procedure } from '../../kernel/procedure';
import { words } from '../../kernel/text';
import { Shown } from '../../promises/shown';
import { LENGTHS } from '../limits';
import { REPORT_REASONS } from '../reports';
import { BoardItem } from './board';
import '../problems';

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
    /** Who works on it beside the department that has it or answered it (协办、分办). What they say is there as far as it is in the answer that was agreed to. */
    parts: z.optional(z.array(z.object({ departmentName: z.string(), kind: z.enum(PART_KINDS) }))),
    /** What a department promised with the answers that stand there or stood there, in the order in which it did; when it was done, by what was said last. */
    promises: z.optional(
      z.array(z.object({ id: Id, words: z.string(), dueOn: Day, state: Shown.shape.state, doneOn: z.nullable(Day) })),
    ),
    stationName: z.nullable(z.string()),
    stationPhone: z.nullable(z.string()),
  }),
  problems: ['not_found'],
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
