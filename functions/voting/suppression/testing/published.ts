import type { Publication } from '../tables';
import { axis, changed, grid, tabulate, together } from './made-up';

/**
 * Delinquent children by county and education of the head of the household: Statistical Policy Working Paper 22 (Federal Committee
 * on Statistical Methodology, 1994 and 2005), chapter II. Counties Alpha to Delta are rows 0 to 3. Figures are made up there.
 */
export const workingPaper22 = grid([
  [15, 1, 3, 1],
  [20, 10, 10, 15],
  [3, 10, 10, 2],
  [12, 14, 7, 2],
]);

/** Its warning: two hidden in every row and column, and yet Alpha's "very high" is 1: rows Alpha and Beta less two columns. */
export const workingPaper22Pattern = ['0 1', '0 2', '0 3', '1 1', '1 2', '2 0', '2 3', '3 0', '3 3'];

/** Region by gender of the 100 people in sdcTable's microdata1 (sdcTable 0.32). */
export const microdata1 = tabulate([axis('t', 'A', 'B', 'C', 'D'), axis('t', 'male', 'female')], ([region, gender]) => {
  const counts: Record<string, [number, number]> = { A: [18, 2], B: [14, 19], C: [12, 10], D: [11, 14] };
  return counts[region ?? '']?.[gender === 'male' ? 0 : 1] ?? 0;
});

/** GaussSuppression's example1 of 2014: age by country, the countries once more as EU and not; Portugal has a zero. */
export const example1 = tabulate(
  [axis('t', 'young', 'old'), axis('t', { name: 'EU', parts: [{ name: 'Spain' }, { name: 'Portugal' }] }, 'Iceland')],
  ([age, country]) => {
    const counts: Record<string, [number, number]> = { Spain: [5, 6], Iceland: [2, 3], Portugal: [0, 4] };
    return counts[country ?? '']?.[age === 'young' ? 0 : 1] ?? 0;
  },
);

/** sdcTable's microdata2, 100 people: region, gender, and the same economy in an old and a new classification. */
const MICRODATA2 = `
R1 f: Aa Ca 2, Aa Cb 2, Aa Cc 1, Ab Ca 1, Ab Cb 3, Ab Cc 3, Ba Da 2, Ba Db 3, Ba Dc 2, Bb Db 2, Bb Dc 5
R1 m: Aa Ca 3, Aa Cb 3, Aa Cc 1, Ab Ca 2, Ab Cb 2, Ab Cc 4, Ba Da 1, Ba Db 3, Ba Dc 1, Bb Da 2, Bb Db 3
R2 f: Aa Ca 1, Aa Cb 2, Aa Cc 2, Ab Ca 2, Ab Cb 1, Ab Cc 1, Ba Da 4, Ba Db 1, Ba Dc 1, Bb Db 3
R2 m: Aa Ca 4, Aa Cb 1, Aa Cc 2, Ab Ca 3, Ab Cb 2, Ab Cc 4, Ba Da 2, Ba Db 3, Ba Dc 3, Bb Da 2, Bb Db 1, Bb Dc 4`;

const people = MICRODATA2.trim()
  .split('\n')
  .flatMap((row) => {
    const [region = '', gender = ''] = row.split(/[ :]/);
    return row
      .slice(6)
      .split(', ')
      .map((entry) => {
        const [old = '', now = '', count] = entry.split(' ');
        return { marks: ['t', region, gender, old, now], count: Number(count) };
      });
  });

function microdata2(axes: Parameters<typeof tabulate>[0]): Publication {
  return tabulate(axes, (leaves) =>
    people.reduce((sum, { marks, count }) => sum + (leaves.every((leaf) => marks.includes(leaf)) ? count : 0), 0),
  );
}

const gender = axis('t', 'f', 'm');
const leaves = (...names: string[]) => names.map((name) => ({ name }));

/** Two tables that share their margins (old A is new C, old B is new D): `protect_linked_tables` in sdcTable. */
export const byOld = microdata2([
  { name: 't' },
  gender,
  axis('t', { name: 'C', parts: leaves('Aa', 'Ab') }, { name: 'D', parts: leaves('Ba', 'Bb') }),
]);
export const byNew = microdata2([
  axis('t', 'R1', 'R2'),
  gender,
  axis('t', { name: 'C', parts: leaves('Ca', 'Cb', 'Cc') }, { name: 'D', parts: leaves('Da', 'Db', 'Dc') }),
]);
export const linkedMicrodata2 = together(byOld, byNew);

/** Three of one person each in one row, beside two that are large: sdcTools/UserSupport#135. */
export const threeSingletons = grid([
  [1, 1, 1, 40, 30],
  [20, 30, 25, 50, 35],
  [25, 20, 30, 45, 15],
]);

/** As `publication` was published with this pattern: nothing of it can be changed any more. */
export function publishedEarlier(publication: Publication, hidden: readonly string[]): Publication {
  return changed(publication, ({ id }) => ({ earlier: hidden.includes(id) ? 'hidden' : 'shown' }));
}
