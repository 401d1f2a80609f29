import * as z from 'zod/mini';

const count = z.int();

/**
 * The slips of a station. `printed` = `unissued` + `out` + `waiting` + `entered` + `spoiled`; `issued` and `returned` are counted beside it:
 * what was handed out, and what came back.
 */
export const SlipCounts = z.object({
  printed: count,
  issued: count,
  returned: count,
  unissued: count,
  out: count,
  waiting: count,
  entered: count,
  spoiled: count,
});
export type SlipCounts = z.infer<typeof SlipCounts>;

const NAMES = Object.keys(SlipCounts.shape) as (keyof SlipCounts)[];

/** What each is called, as the columns of a table. */
export const SLIP_COLUMNS: readonly [name: keyof SlipCounts, words: string][] = [
  ['printed', '印出'],
  ['issued', '发给人'],
  ['returned', '收回'],
  ['entered', '录好'],
  ['waiting', '等录'],
  ['spoiled', '作废'],
  ['out', '在外面'],
  ['unissued', '没发'],
];

/** All stations together. */
export function sumOfSlips(all: readonly SlipCounts[]): SlipCounts {
  const sums = NAMES.map((name) => [name, all.reduce((sum, counts) => sum + counts[name], 0)]);
  return Object.fromEntries(sums);
}

/** Where all of them are, in a line; no slip is missing where the numbers add up. */
export function saySlips(stations: readonly StationSlips[]): string {
  const { printed, entered, waiting, spoiled, out, unissued } = sumOfSlips(stations.map(({ counts }) => counts));
  return `纸票印出 ${printed} 张 = ${entered} 录好 + ${waiting} 等录 + ${spoiled} 作废 + ${out} 在外面 + ${unissued} 没发。`;
}

/** A station's slips as they are published with the results. */
export const StationSlips = z.object({ name: z.string(), counts: SlipCounts });
export type StationSlips = z.infer<typeof StationSlips>;
