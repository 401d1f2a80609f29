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
