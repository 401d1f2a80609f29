import type { Stored } from './stored';

/** Each deputy's number by id. Those stored without one are offered the next that are free, in the order of the roll. */
export function numbersOf(deputies: Stored['deputies']): Map<string, string> {
  const taken = deputies.map(({ number }) => Number(number)).filter(Number.isInteger);
  let last = Math.max(0, ...taken);
  return new Map(
    deputies.map(({ id, number }) => {
      if (!number) last += 1;
      return [id, number ?? String(last).padStart(4, '0')];
    }),
  );
}
