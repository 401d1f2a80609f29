import {
  countedQuestions,
  optionsOf,
  type Question,
  RATINGS,
  type Subject,
} from '../../../../shared/voting/definition';
import { shortQuestions, wholeQuestions } from '../../../../shared/voting/labels';
import { measure, mm, type Pdf, px } from '../../../platform/print/pdf';

/** What one slip asks, as rows: a department's first row names it. */
export type Row = { subject: Subject; first: boolean; last: boolean; question: Question; label: string; lines: number };

export const ROW = mm(5.4);
export const NAME_WIDTH = mm(25);
export const LABEL_WIDTH = mm(20);
export const COLUMN_WIDTH = mm(91);
export const OPTION = { size: px(11.5) };
export const BOX = mm(3.4);

/** What a row says of its question, at most so large. */
export const LABEL = { size: px(12) };
export const LABEL_ROOM = LABEL_WIDTH - mm(1.5);

/** Where the rows begin, from the top of a slip: its head, its questions as they are asked, and the headings of the boxes stand above. */
export const TOP = mm(34);
const BOTTOM = mm(17);
const QUARTER = mm(148.5) - TOP - BOTTOM;
const SHEET = mm(297) - TOP - BOTTOM - mm(4);

/** A rating's answers stand under their headings; those of a choice beside their boxes, on as many lines as they need. */
export function rowsOf(pdf: Pdf, questions: readonly Question[], subjects: readonly Subject[]): Row[] {
  const asked = countedQuestions({ questions });
  const { labels } = labelsOf(pdf, asked);
  return subjects.flatMap((subject) =>
    asked.map((question, at) => ({
      subject,
      question,
      label: labels[at] ?? '',
      first: at === 0,
      last: at === asked.length - 1,
      lines: question.kind === 'rating' ? 1 : optionLines(pdf, question).length,
    })),
  );
}

/** What stands beside the boxes; where that is shorter, the questions as they are asked stand above, once (`whole`). */
export function labelsOf(pdf: Pdf, asked: readonly Question[]): { labels: string[]; whole: string | null } {
  const all = wholeQuestions(asked);
  const short = shortQuestions(asked);
  const fit = all.every((words) => measure(pdf, words, LABEL) <= LABEL_ROOM);
  if (fit || short.every((words, at) => words === all[at])) return { labels: all, whole: null };
  return { labels: short, whole: asked.map(({ words }) => words).join('　') };
}

/** The answers of a choice, line by line. */
export function optionLines(pdf: Pdf, question: Question): string[][] {
  const room = COLUMN_WIDTH - NAME_WIDTH - LABEL_WIDTH;
  const lines: string[][] = [[]];
  let used = 0;
  for (const option of optionsOf(question)) {
    const width = widthOfOption(pdf, option);
    if (used > 0 && used + width > room) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(option);
    used += width;
  }
  return lines;
}

export const widthOfOption = (pdf: Pdf, option: string) => BOX + mm(1) + measure(pdf, option, OPTION) + mm(2);

/** Where the middle of a rating's box is, from the left of its column. */
export const ratingAt = (answer: number) =>
  NAME_WIDTH + LABEL_WIDTH + ((answer + 0.5) * (COLUMN_WIDTH - NAME_WIDTH - LABEL_WIDTH)) / RATINGS.length;

const heightOf = (rows: readonly Row[]) => rows.reduce((sum, { lines }) => sum + lines * ROW, 0);

/** A quarter while it fits, else whole sheets with two columns; rows of one department stay together. */
export function pagesOf(rows: readonly Row[]): { quarter: boolean; pages: Row[][][] } {
  if (heightOf(rows) <= QUARTER) return { quarter: true, pages: [[[...rows]]] };
  const columns: Row[][] = [[]];
  for (const of of bySubject(rows)) {
    const column = columns.at(-1) as Row[];
    if (column.length && heightOf(column) + heightOf(of) > SHEET) columns.push([...of]);
    else column.push(...of);
  }
  return {
    quarter: false,
    pages: Array.from({ length: Math.ceil(columns.length / 2) }, (_, at) => columns.slice(2 * at, 2 * at + 2)),
  };
}

function bySubject(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  for (const row of rows) {
    if (row.first) groups.push([]);
    groups.at(-1)?.push(row);
  }
  return groups;
}
