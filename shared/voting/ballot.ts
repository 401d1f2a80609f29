import * as z from 'zod/mini';
import { Id } from '../kernel/ids';
import { words } from '../kernel/text';
import { countedQuestions, type Definition, type Electorate, optionsOf, type Subject, takesWords } from './definition';
import { LENGTHS, LIMITS } from './limits';

/** How a ballot came: on a phone, on paper that was typed in, or said at the table and typed in there. */
export const CHANNELS = ['phone', 'paper', 'table'] as const;
export type Channel = (typeof CHANNELS)[number];

/** No answer (没填). It is counted as what it is. */
export const BLANK = '0';

/**
 * What somebody says of one subject: a digit for each question that has answers, the number of the answer, from 1; 0 where they gave none.
 * Words go their own way: they are read by people before anybody else sees them.
 */
export const Sheet = z.strictObject({
  subject: Id,
  answers: z.string().check(z.regex(/^[0-9]*$/, '有的地方填得不对，请看一看再投。'), z.maxLength(LIMITS.questions)),
  words: z.optional(words(...LENGTHS.words)),
});
export type Sheet = z.infer<typeof Sheet>;

/** What is sealed into the box. `id` is random, so that nobody finds the ballot by trying all there can be. */
export type Ballot = { id: string; electorate: Electorate; station: string | null; channel: Channel; sheets: Sheet[] };

/**
 * Whether these sheets answer what was asked, and only that: each of the asked subjects once at the most, each question with an answer it has.
 * @returns the sheets in the order of the roll, the missing ones blank; null where something was not asked
 */
export function readSheets(
  definition: Definition,
  asked: readonly Subject[],
  sheets: readonly Sheet[],
): Sheet[] | null {
  const questions = countedQuestions(definition);
  const given = new Map(sheets.map((sheet) => [sheet.subject, sheet]));
  if (given.size < sheets.length) return null;
  if (sheets.some(({ subject }) => !asked.some(({ id }) => id === subject))) return null;
  if (sheets.some((sheet) => !answersFit(sheet, questions.map(optionsOf)))) return null;
  if (!takesWords(definition) && sheets.some((sheet) => sheet.words)) return null;
  const blank = BLANK.repeat(questions.length);
  const askedIds = new Set(asked.map(({ id }) => id));
  return definition.subjects
    .filter(({ id }) => askedIds.has(id))
    .map(({ id }) => given.get(id) ?? { subject: id, answers: blank });
}

function answersFit({ answers }: Sheet, options: readonly (readonly string[])[]): boolean {
  return answers.length === options.length && options.every(({ length }, at) => Number(answers[at]) <= length);
}

/** True where nothing at all was answered (弃权). */
export function isBlank(sheets: readonly Sheet[]): boolean {
  return sheets.every(({ answers, words }) => !words && [...answers].every((answer) => answer === BLANK));
}
