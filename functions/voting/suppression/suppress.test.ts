import { exposed, ranges } from './attack';
import { suppress } from './suppress';
import type { Publication } from './tables';
import { changed, grid, together } from './testing/made-up';
import {
  byNew,
  byOld,
  example1,
  linkedMicrodata2,
  microdata1,
  publishedEarlier,
  threeSingletons,
  workingPaper22,
  workingPaper22Pattern,
} from './testing/published';
import { rangesByHighs } from './testing/second-opinion';

function small({ cells, threshold }: Publication): string[] {
  return cells.filter(({ value }) => value > 0 && value < threshold).map(({ id }) => id);
}

async function narrow(publication: Publication, hidden: string[]): Promise<string[]> {
  return (await rangesByHighs(publication, hidden))
    .filter(({ least, most }) => most - least < publication.threshold)
    .map(({ id }) => id);
}

const inOrder = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);

describe('the tables of the statistical offices', () => {
  const published = { workingPaper22, microdata1, example1, byOld, byNew, linkedMicrodata2, threeSingletons };
  test.each(Object.entries(published))('%s', async (_, publication) => {
    const { hidden, exposed: open } = suppress(publication);
    expect(open).toEqual([]);
    expect(hidden).toEqual(expect.arrayContaining(small(publication)));
    expect(await narrow(publication, hidden)).toEqual([]);
    const zeros = publication.cells.filter(({ value }) => value === 0).map(({ id }) => id);
    expect(hidden.filter((id) => zeros.includes(id))).toEqual([]);
  });

  test('two hidden in each row and column, and one of them is told by four sums', () => {
    expect(ranges(workingPaper22, workingPaper22Pattern).find(({ id }) => id === '0 3')).toEqual({
      id: '0 3',
      least: 1,
      most: 1,
    });
    expect(exposed(workingPaper22, workingPaper22Pattern)).toContain('0 3');
  });

  test('one small cell takes three others with it', () => {
    expect(suppress(microdata1).hidden).toHaveLength(4);
  });

  test('three of one person each: hidden alone, the total tells them, for none is a zero', () => {
    expect(exposed(threeSingletons, ['0 0', '0 1', '0 2'])).toEqual(['0 0', '0 1', '0 2']);
    expect(exposed(threeSingletons, ['0 0', '0 1', '0 2', '1 0', '1 1', '1 2'])).toEqual(
      expect.arrayContaining(['0 0', '0 1', '0 2']),
    );
  });
});

/** Women and men of a village, and the same people once more by age. */
const bySex = grid([
  [3, 9],
  [12, 20],
]);
const byAge = changed(bySex, ({ id }) => ({ id: id.replace(/^(\d) (\d)$/, '$1 old $2') }));

test('two tables, each safe alone, tell together what both hide', async () => {
  const one: Publication = {
    threshold: 5,
    cells: Object.entries({ all: 30, a: 3, b: 9, c: 18 }).map(([id, value]) => ({ id, value })),
    relations: [{ total: 'all', parts: ['a', 'b', 'c'] }],
  };
  const other: Publication = {
    threshold: 5,
    cells: Object.entries({ most: 27, b: 9, c: 18 }).map(([id, value]) => ({ id, value })),
    relations: [{ total: 'most', parts: ['b', 'c'] }],
  };
  expect(exposed(one, ['a', 'b'])).toEqual([]);
  expect(exposed(other, ['b', 'c'])).toEqual([]);
  expect(exposed(together(one, other), ['a', 'b', 'c'])).toContain('a');
  const { hidden, exposed: open } = suppress(together(one, other));
  expect(open).toEqual([]);
  expect(hidden).toContain('a');
  expect(await narrow(together(one, other), hidden)).toEqual([]);
});

describe('bad days', () => {
  test('everything is below the threshold: the totals are hidden as well', () => {
    const publication = grid([
      [1, 2],
      [1, 1],
    ]);
    const { hidden, exposed: open } = suppress(publication);
    expect(open).toEqual([]);
    expect(hidden).toHaveLength(9);
  });

  test('nobody answered, nobody was asked, nothing is published', () => {
    expect(
      suppress(
        grid([
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toEqual({ hidden: [], exposed: [] });
    expect(suppress({ cells: [], relations: [], threshold: 5 })).toEqual({ hidden: [], exposed: [] });
  });

  test('all in a group of three say the same: neither the answer nor the group has a number', async () => {
    const publication = grid([
      [3, 0, 0],
      [14, 9, 8],
      [20, 11, 12],
    ]);
    const { hidden, exposed: open } = suppress(publication);
    expect(open).toEqual([]);
    expect(hidden).toEqual(expect.arrayContaining(['0 0', '0 t']));
    expect(await narrow(publication, hidden)).toEqual([]);
  });

  test('all say the same in a table that is one row', () => {
    const { hidden, exposed: open } = suppress(grid([[4, 0, 0]]));
    expect(open).toEqual([]);
    expect(hidden).toEqual(expect.arrayContaining(['0 0', '0 t', 't t']));
  });
});

describe('a total that should be seen', () => {
  const counts = [
    [3, 9, 8],
    [12, 20, 14],
  ];
  const kept = changed(grid(counts), ({ id }) => ({ keep: id.includes('t') }));

  test('is seen as long as others can be hidden for it, however large', () => {
    const { hidden, exposed: open } = suppress(kept);
    expect(open).toEqual([]);
    expect(hidden.filter((id) => id.includes('t'))).toEqual([]);
  });

  test('is hidden where nothing else is left', () => {
    const { hidden, exposed: open } = suppress(
      changed(
        grid([
          [3, 0],
          [0, 9],
        ]),
        ({ id }) => ({ keep: id.includes('t') }),
      ),
    );
    expect(open).toEqual([]);
    expect(hidden.filter((id) => id.includes('t'))).not.toEqual([]);
  });
});

describe('published earlier', () => {
  const earlier = publishedEarlier(bySex, []);

  test('what was shown tells what is small now: it is not published, and the cells are named', () => {
    const now = { ...byAge, cells: byAge.cells };
    const { exposed: open } = suppress(
      together({ ...now, relations: [...now.relations, { total: '0 0', parts: ['0 old 0'] }] }, earlier),
    );
    expect(open).toContain('0 old 0');
  });

  test('what was hidden stays hidden, and what is published now protects it too', () => {
    const before = suppress(bySex).hidden;
    const link = { total: '1 1', parts: ['x', 'y'] };
    const now: Publication = {
      threshold: 5,
      cells: [
        { id: 'x', value: 8 },
        { id: 'y', value: 12 },
      ],
      relations: [link],
    };
    const { hidden, exposed: open } = suppress(together(publishedEarlier(bySex, before), now));
    expect(open).toEqual([]);
    expect(hidden).toEqual(expect.arrayContaining(before));
    expect(hidden.filter((id) => id === 'x' || id === 'y')).not.toEqual([]);
  });
});

describe('a secret row', () => {
  /** Three people of one station who all said the same, among stations of many. */
  const stations = changed(
    grid([
      [3, 0, 0],
      [20, 9, 12],
      [31, 14, 8],
    ]),
    ({ id }) => ({ secret: id.startsWith('0 ') && !id.includes('t') }),
  );
  const { hidden, exposed: open } = suppress(stations);

  test('is hidden with its zeros, which would tell what the three said', () => {
    expect(open).toEqual([]);
    expect(hidden).toEqual(expect.arrayContaining(['0 0', '0 1', '0 2']));
  });

  test('leaves whoever attacks with nothing at all as the least', () => {
    const ofFew = ranges(stations, hidden).filter(({ id }) => ['0 0', '0 1', '0 2'].includes(id));
    expect(ofFew.map(({ least }) => least)).toEqual([0, 0, 0]);
  });

  test('is judged alike by another solver', async () => {
    const byOther = await rangesByHighs(stations, hidden);
    expect(ranges(stations, hidden).sort(inOrder)).toEqual(byOther.sort(inOrder));
  });
});

test('what is no publication is refused', () => {
  const fine = { id: 'a', value: 7 };
  const broken: [string, Partial<Publication>][] = [
    ['threshold', { threshold: 0 }],
    ['one id', { cells: [fine, fine] }],
    ['counts', { cells: [{ id: 'a', value: 1.5 }] }],
    ['counts', { cells: [{ id: 'a', value: -1 }] }],
    ['names b', { relations: [{ total: 'a', parts: ['b'] }] }],
    ['twice', { relations: [{ total: 'a', parts: ['a'] }] }],
    ['away', { cells: [fine, { id: 'b', value: 8 }], relations: [{ total: 'a', parts: ['b'] }] }],
  ];
  for (const [problem, change] of broken) {
    expect(() => suppress({ cells: [fine], relations: [], threshold: 5, ...change })).toThrow(problem);
  }
});
