import type { Length } from '../kernel/text';

/** How much may be written where. The contract holds words to it, and screens say it before something is sent. */
export const LENGTHS = {
  request: [10, 2000],
  where: [0, 100],
  slip: [1, 20],
  answer: [2, 2000],
  question: [2, 500],
  note: [2, 1000],
  supplement: [2, 1000],
  withdrawal: [0, 200],
  rating: [0, 500],
  title: [2, 30],
  /** What a deputy, or the station, asks of a department. */
  wish: [0, 500],
  search: [1, 40],
  /** What a clerk hides of a matter: one character alone would hide half of it. */
  hidden: [2, 40],
  /** The number of a work order (工单号) at the 12345 hotline, letters and digits alone. */
  hotline: [4, 30],
  /** What somebody says against a matter on the board. */
  report: [0, 300],
} as const satisfies Record<string, Length>;

/** So many at the most are handled with one (合成一件): all of them are answered in one transaction. */
export const MOST_MERGED = 50;
