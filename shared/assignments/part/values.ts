import * as z from 'zod/mini';
import { Day } from '../../kernel/days';
import { Id } from '../../kernel/ids';
import { words } from '../../kernel/text';
import { LENGTHS, MOST_PARTS } from '../limits';
import { PART_ACTS } from './lifecycle';
import { STATE_NAMES } from './states';
import '../problems';

/**
 * How a department works on what another one leads (代表建议办理: 主办会同协办、分别办理). advice: it gives the lead its opinion, and the lead
 * answers for both (协办); part: it does what the assignment names, and the lead answers when every part is done (分办).
 */
export const PART_KINDS = ['advice', 'part'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** Which departments, and what each is asked to do. */
export const Asked = z
  .array(z.strictObject({ departmentId: Id, words: words(...LENGTHS.asks) }))
  .check(z.minLength(1), z.maxLength(MOST_PARTS));
export type Asked = z.infer<typeof Asked>;

/** Who works on it beside the lead, named by whoever assigns it: all of one kind. */
export const Together = z.strictObject({ kind: z.enum(PART_KINDS), parts: Asked });
export type Together = z.infer<typeof Together>;

/** A part as its reader may see it. */
export const Part = z.object({
  id: Id,
  /** Who writes says which one they saw. */
  version: z.int(),
  departmentName: z.string(),
  kind: z.enum(PART_KINDS),
  /** What it is asked to do; null to whoever only hears who works on it. */
  asks: z.nullable(z.string()),
  state: z.enum(STATE_NAMES),
  askedOn: Day,
  dueOn: Day,
  /** It has given nothing, and its day is over. */
  late: z.boolean(),
  givenOn: z.nullable(Day),
  /** Its opinion, or what it did; null as long as there is none, and to whom it is not to be read before the lead answers. */
  words: z.nullable(z.string()),
  acts: z.array(z.enum(PART_ACTS)),
});
export type Part = z.infer<typeof Part>;

/** What an answer of the lead says of the others; `words` null: asked, and no reply by then (没回). */
export const Said = z.object({ departmentName: z.string(), kind: z.enum(PART_KINDS), words: z.nullable(z.string()) });
export type Said = z.infer<typeof Said>;
