import * as z from 'zod/mini';
import { Instant } from '../kernel/days';
import { Id, Jurisdiction } from '../kernel/ids';
import { words } from '../kernel/text';
import { LENGTHS, LIMITS } from './limits';
import { MajorityRule } from './majority';

/** Who is asked. Each is a vote of its own: reported apart, never added (镇海 2013, 深圳 2011). */
export const ELECTORATES = ['residents', 'deputies'] as const;
export const Electorate = z.enum(ELECTORATES);
export type Electorate = z.infer<typeof Electorate>;
/** Who is asked in one vote: each once, because each has tables of its own. */
export const Electorates = z.array(Electorate).check(
  z.minLength(1),
  z.maxLength(ELECTORATES.length),
  z.refine((all) => new Set(all).size === all.length, '同一边不能请两次。'),
);
export const ELECTORATE_WORDS: Record<Electorate, string> = { residents: '居民', deputies: '代表' };

/** How much each electorate weighs in a figure of both (折算), in whole percent; that they add up is checked where it is written. */
const percent = z.int().check(z.gte(0), z.lte(100));
export const Weights = z.strictObject({ residents: percent, deputies: percent });
export type Weights = z.infer<typeof Weights>;

/** The answers of a rating (满意度), in the order they are always shown in. Not knowing (不了解) is outside the denominator. */
export const RATINGS = ['满意', '基本满意', '不满意', '不了解'] as const;

/** One question, asked of each subject. A `rating` has the four answers of `RATINGS`, a `choice` those of its options. */
export const Question = z.strictObject({
  kind: z.enum(['rating', 'choice', 'words']),
  words: words(...LENGTHS.question),
  options: z.array(words(...LENGTHS.option)).check(z.maxLength(LIMITS.options)),
});
export type Question = z.infer<typeof Question>;
/** What comes back is as it was stored. */
export const ShownQuestion = z.object({ kind: Question.shape.kind, words: z.string(), options: z.array(z.string()) });

/** What is voted on: a department (被评议部门), later a motion or a project. `about` is one line of what it is for. */
export const Subject = z.strictObject({ id: Id, name: z.string(), about: z.string() });
export type Subject = z.infer<typeof Subject>;

/**
 * Everything a vote stands on, as it is when it opens (冻结): nobody changes it afterwards, and its SHA-256 is shown. `asks`: about how many
 * subjects one person is asked, drawn fairly by `seed`; null: about all. `threshold`: results of fewer people are not published.
 */
export const Definition = z.strictObject({
  id: Id,
  jurisdiction: Jurisdiction,
  title: words(...LENGTHS.title),
  opensAt: Instant,
  electorates: Electorates,
  /** How many there are in each electorate when it opens (应到); null where nobody can know. */
  roll: z.record(z.string(), z.nullable(z.int())),
  asks: z.nullable(z.int().check(z.gte(1), z.lte(LIMITS.subjects))),
  threshold: z.int().check(z.gte(LIMITS.leastThreshold), z.lte(100)),
  questions: z.array(Question).check(z.minLength(1), z.maxLength(LIMITS.questions)),
  subjects: z.array(Subject).check(z.minLength(1), z.maxLength(LIMITS.subjects)),
  stations: z.array(z.strictObject({ id: Id, name: z.string() })).check(z.maxLength(LIMITS.stations)),
  /** How answers become a word (名目); votes that opened before there was one have none. */
  outcome: z.optional(MajorityRule),
  /** How much each electorate weighs in the figure that stands beside both; where the county says nothing there is no such figure. */
  weights: z.optional(Weights),
  /** Whether paper slips are typed in by two people; votes that opened before there were any have none. */
  slipsTwice: z.optional(z.boolean()),
  seed: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type Definition = z.infer<typeof Definition>;

/** The same data as the same text, whoever writes it: no blanks, the keys of every object in order (RFC 8785 for what is in here). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, of]) => `${JSON.stringify(key)}:${canonical(of)}`).join(',')}}`;
}

/** How many answers a question offers; none where somebody writes. */
export function optionsOf({ kind, options }: Question): readonly string[] {
  return kind === 'rating' ? RATINGS : kind === 'choice' ? options : [];
}

/** Whether somebody can answer it: a choice has two different options at least, and nothing else has options of its own. */
export function isAnswerable({ kind, options }: Question): boolean {
  return kind === 'choice' ? options.length > 1 && new Set(options).size === options.length : options.length === 0;
}

/** True for an answer that says something of the subject: not a blank, and not 不了解, which is shown and stays out of the denominator. */
export function isOpinion({ kind }: Question, answer: number): boolean {
  return answer > 0 && !(kind === 'rating' && answer === RATINGS.length);
}

/** The questions that are answered by one of several answers, in order. */
export function countedQuestions({ questions }: { questions: readonly Question[] }): Question[] {
  return questions.filter(({ kind }) => kind !== 'words');
}

/** Whether words may be written about a subject. */
export function takesWords({ questions }: Pick<Definition, 'questions'>): boolean {
  return questions.some(({ kind }) => kind === 'words');
}
