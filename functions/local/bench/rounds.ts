/** One number of many rounds. */
export type Spread = { median: number; min: number; max: number };

/**
 * Two ways to do the same thing, measured in turns. `ratio` is ours to bare of the rounds that lay next to each other, so that
 * whatever else the machine did in that minute hit both.
 */
export type Compared = { ours: Spread; bare: Spread; ratio: Spread };

export type Measure = () => Promise<number>;

/** A B A B … after one round of each that does not count; which of them goes first changes with every round. */
export async function alternate(rounds: number, ours: Measure, bare: Measure): Promise<Compared> {
  await ours();
  await bare();
  const pairs: { ours: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? await ours() : await bare();
    const second = round % 2 === 0 ? await bare() : await ours();
    pairs.push(round % 2 === 0 ? { ours: first, bare: second } : { ours: second, bare: first });
  }
  return {
    ours: spreadOf(pairs.map((pair) => pair.ours)),
    bare: spreadOf(pairs.map((pair) => pair.bare)),
    ratio: spreadOf(pairs.map((pair) => pair.ours / pair.bare)),
  };
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  const lower = sorted.length % 2 ? upper : (sorted[middle - 1] ?? upper);
  return { median: (lower + upper) / 2, min: sorted[0] ?? upper, max: sorted.at(-1) ?? upper };
}

/** A number of ours beside the one that was promised for it. */
export function promised(ours: Spread, bare: number): Compared {
  const ratio = { median: ours.median / bare, min: ours.min / bare, max: ours.max / bare };
  return { ours, bare: spreadOf([bare]), ratio };
}
