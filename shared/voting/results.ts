import type { Electorate, Question } from './definition';
import { isOpinion, optionsOf } from './definition';

/** The county as a whole, where a station's place in its list would stand. */
export const COUNTY = -1;
/** The stations together that are too small to stand alone. */
export const OTHERS = -2;
/** Who was asked, where a question's place would stand. */
export const ASKED = -1;

/** Where a number of the results stands: station, subject and question by their places in the definition. */
export type Place = { electorate: Electorate; station: number; subject: number; question: number };

/** One number: how many gave an answer there; answer 0 is blank. */
export type Count = Place & { answer: number; count: number };

/** Reads numbers by their place; undefined where one is not shown, because so few said it. */
export function readCounts(counts: readonly Count[]): CountAt {
  const shown = new Map(counts.map((one) => [keyOf(one, one.answer), one.count]));
  return (place, answer) => shown.get(keyOf(place, answer));
}
export type CountAt = (place: Place, answer: number) => number | undefined;

const keyOf = ({ electorate, station, subject, question }: Place, answer: number) =>
  [electorate, station, subject, question, answer].join('/');

/** The answers that are an opinion: the denominator. 不了解 and blanks are outside it. */
export function opinionsOf(question: Question): number[] {
  return optionsOf(question).flatMap((_, at) => (isOpinion(question, at + 1) ? [at + 1] : []));
}

/**
 * The five numbers of a vote (应到、发出、收回、实到、有效), of one electorate, and what was blank apart.
 *
 * roll      应到: who may vote, as it was known at the opening; null where nobody knows. Residents who came later are not in it.
 * issued    发出: on the phone one for each entry of the roll: a resident is put on it with their ballot, a deputy has theirs from the opening on
 * returned  收回: ballots that came back: in the box on the phone, and slips
 * present   实到: people who voted: one for each ballot that was counted, on whatever way it came. Nobody notes who only looked
 * valid     有效: of these, who gave an opinion on anything at all. 不了解 alone, or words alone, is none. Null where it would say something
 *           of numbers that are hidden
 * blank     弃权: of these, who answered nothing at all. Null as `valid`, and where it would tell that the same people left out something
 */
export type Numbers = {
  roll: number | null;
  issued: number;
  returned: number;
  present: number;
  valid: number | null;
  blank: number | null;
};

/** Ballots given out and come back at a station, or at those together that are too small. */
export type StationNumbers = { electorate: Electorate; station: number; issued: number; returned: number };

/** Ballots of one electorate by how they came; `table`: said at the table and typed in there. */
export type Ballots = { phone: number; paper: number; table?: number; blank: number | null };

export const ballotsIn = ({ phone, paper, table = 0 }: Ballots) => phone + paper + table;

/** How the ballots came, in a line. */
export function sayBallots({ phone, paper, table = 0, blank }: Ballots): string {
  const atTable = table ? `当面代填 ${table} 张，` : '';
  const empty = blank === null ? '空白（弃权）不单独公布' : `其中空白（弃权）${blank} 张`;
  return `手机投的 ${phone} 张，纸票 ${paper} 张，${atTable}${empty}。`;
}

/** What the five numbers are, in a line. */
export function sayNumbers(electorate: Electorate): string {
  const [who, given] =
    electorate === 'deputies'
      ? ['名册上的代表', '一开票就发给名册上每一位的票']
      : ['开票那天验过手机的人，后来验的也能评', '大家领走的票'];
  return `应到：${who}。发出：${given}。收回：交回来的票。实到：投了票的人，没投的不记。有效：说了满意不满意的票，光选“不了解”的不算。＊：说出来会猜到人。`;
}

/** That a vote closed earlier or later than it was said when it opened: the moments, why, and on which day that was decided. */
export type Closing = { from: string; to: string; reason: string; on: string };
