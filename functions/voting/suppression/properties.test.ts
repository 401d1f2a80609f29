import { exposed, ranges } from './attack';
import { suppress } from './suppress';
import type { Publication } from './tables';
import { axis, changed, grid, tabulate, together } from './testing/made-up';
import { type Random, randomFrom } from './testing/random';
import { rangesByHighs, rangesByTrial } from './testing/second-opinion';

const shuffled = <T>(random: Random, all: readonly T[]): T[] => {
  const left = [...all];
  return all.map(() => left.splice(random(left.length), 1)[0] as T);
};

const counts = (random: Random, rows: number, columns: number, most: number) =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => (random(5) === 0 ? 0 : random(most))));

const flat = (random: Random) => grid(counts(random, 2 + random(4), 2 + random(4), 4 + random(20)));

function cube(random: Random): Publication {
  const inside = counts(random, 4, 3, 4 + random(20));
  return tabulate(
    [axis('t', '0', '1'), axis('t', '0', '1'), axis('t', '0', '1', '2')],
    ([one, two, three]) => inside[Number(one) * 2 + Number(two)]?.[Number(three)] ?? 0,
  );
}

/** The same people by two other marks: the tables share the margin of rows and the total. */
function linked(random: Random): Publication {
  const inside = counts(random, 3, 4, 4 + random(20));
  const other = inside.map((row) => [(row[0] ?? 0) + (row[2] ?? 0), (row[1] ?? 0) + (row[3] ?? 0)]);
  const renamed = (id: string) => id.replace(/ (\d)$/, ' o$1');
  const second = grid(other);
  return together(grid(inside), {
    ...changed(second, ({ id }) => ({ id: renamed(id) })),
    relations: second.relations.map(({ total, parts }) => ({ total: renamed(total), parts: parts.map(renamed) })),
  });
}

const kinds = { flat, cube, linked };
const SEEDS = Array.from({ length: 6 }, (_, seed) => seed + 1);

describe.each(Object.entries(kinds))('made up at random: %s', (_, make) => {
  test.each(SEEDS)('seed %i: another solver finds nothing narrower than the threshold either', async (seed) => {
    const publication = make(randomFrom(seed));
    const { hidden, exposed: open } = suppress(publication);
    expect(open).toEqual([]);
    const small = publication.cells.filter(({ value }) => value > 0 && value < 5).map(({ id }) => id);
    expect(hidden).toEqual(expect.arrayContaining(small));
    expect((await rangesByHighs(publication, hidden)).filter(({ least, most }) => most - least < 5)).toEqual([]);
  });

  test.each(SEEDS)('seed %i: in whatever order it is given, the pattern is the same', (seed) => {
    const random = randomFrom(seed);
    const publication = make(random);
    const { cells, relations } = publication;
    const again: Publication = {
      ...publication,
      cells: shuffled(random, cells),
      relations: shuffled(random, relations).map(({ total, parts }) => ({ total, parts: shuffled(random, parts) })),
    };
    expect(suppress(again)).toEqual(suppress(publication));
  });

  test.each(SEEDS)('seed %i: both solvers give every hidden cell the same range', async (seed) => {
    const random = randomFrom(seed);
    const publication = make(random);
    const nonzero = publication.cells.filter(({ value }) => value > 0).map(({ id }) => id);
    const hidden = shuffled(random, nonzero)
      .slice(0, 6 + random(8))
      .sort();
    const sorted = [...ranges(publication, hidden)].sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(sorted).toEqual(await rangesByHighs(publication, hidden));
  });
});

test.each(SEEDS)('seed %i: what every possible table says, the attack says', (seed) => {
  const random = randomFrom(seed);
  const publication = grid(counts(random, 3, 3, 6));
  const inside = publication.cells.filter(({ id, value }) => value > 0 && !id.includes('t')).map(({ id }) => id);
  const hidden = shuffled(random, inside).slice(0, 7).sort();
  const tried = rangesByTrial(publication, hidden);
  expect([...ranges(publication, hidden)].sort((one, other) => (one.id < other.id ? -1 : 1))).toEqual(tried);
  expect(exposed(publication, hidden)).toEqual(tried.filter(({ least, most }) => most - least < 5).map(({ id }) => id));
});
