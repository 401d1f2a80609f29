import type { Definition, Electorate } from '../../shared/voting/definition';
import { OTHERS } from '../../shared/voting/results';
import type { StationSlips } from '../../shared/voting/slips/counts';
import { counter } from './counting';
import { type HiddenIn, numbersOf, withSlips } from './numbers';
import { cellsOf } from './tables-of-results';

const stations = ['白石镇', '招贤镇', '何家乡'].map((name) => ({ id: name, name }));
const slipsOf = (name: string, counts: Partial<StationSlips['counts']>): StationSlips => ({
  name,
  counts: { printed: 9, issued: 0, returned: 0, unissued: 0, out: 0, waiting: 0, entered: 0, spoiled: 0, ...counts },
});
const numbers = {
  residents: { roll: 70, issued: 40, returned: 44, present: 44, valid: 44, blank: 0 },
  deputies: { roll: 9, issued: 9, returned: 5, present: 5, valid: 5, blank: 0 },
};
const at = (electorate: 'residents' | 'deputies', station: number, issued: number, returned: number) => ({
  electorate,
  station,
  issued,
  returned,
});

test('slips were given out and came back in the county and at their station; small stations have theirs together', () => {
  const told = {
    numbers,
    stations: [at('residents', 0, 30, 33), at('residents', OTHERS, 10, 11), at('deputies', 0, 9, 5)],
  };
  const slips = [
    slipsOf('白石镇', { issued: 6, returned: 5, entered: 3, waiting: 1, spoiled: 1 }),
    slipsOf('何家乡', { issued: 2, returned: 1, entered: 1 }),
  ];
  const after = withSlips(told, slips, { stations });
  expect(after.numbers).toEqual({ ...numbers, residents: { ...numbers.residents, issued: 48, returned: 46 } });
  expect(after.stations).toEqual([
    at('residents', 0, 36, 35),
    at('residents', OTHERS, 12, 11),
    at('deputies', 0, 9, 5),
  ]);
});

test('slips of a station nobody voted at stand with the small ones, also where there are no others', () => {
  const told = { numbers, stations: [at('residents', 0, 40, 44)] };
  const after = withSlips(told, [slipsOf('何家乡', { issued: 2, returned: 1, spoiled: 1 }), slipsOf('招贤镇', {})], {
    stations,
  });
  expect(after.numbers.residents).toMatchObject({ issued: 42, returned: 45 });
  expect(after.stations).toEqual([at('residents', 0, 40, 44), at('residents', OTHERS, 2, 1)]);
});

test('without paper nothing is added', () => {
  const told = { numbers, stations: [at('residents', 0, 30, 33)] };
  expect(withSlips(told, [], { stations })).toBe(told);
});

test('a station nobody voted at stands with the small ones: what was given out adds up to the county', () => {
  const count = counter({
    electorates: ['deputies'],
    roll: { deputies: 45 },
    subjects: [{ id: 'd0', name: 'd0', about: '' }],
    stations,
    questions: [{ kind: 'rating', words: '态度', options: [] }],
    asks: null,
    threshold: 5,
  } as unknown as Definition);
  for (let person = 0; person < 12; person += 1)
    count.add({
      id: '',
      electorate: 'deputies',
      station: '白石镇',
      channel: 'phone',
      sheets: [{ subject: 'd0', answers: '1' }],
    });
  const counts = count.result();
  const nothing = { county: new Set<Electorate>(), anywhere: new Set<Electorate>() };
  const told = numbersOf(counts, (_, station) => (station < 3 ? 15 : 0), cellsOf(counts), nothing);
  expect(told.numbers.deputies).toMatchObject({ issued: 45, returned: 12 });
  expect(told.stations).toEqual([at('deputies', 0, 15, 12), at('deputies', OTHERS, 30, 0)]);
});

describe('how many were blank', () => {
  const definition = (departments: number) =>
    ({
      electorates: ['residents'],
      roll: { residents: 100 },
      subjects: Array.from({ length: departments }, (_, at) => ({ id: `d${at}`, name: `d${at}`, about: '' })),
      stations,
      questions: [{ kind: 'rating', words: '态度', options: [] }],
      asks: null,
      threshold: 5,
    }) as unknown as Definition;
  const hiddenIn = (...where: (keyof HiddenIn)[]): HiddenIn => {
    const of = (one: keyof HiddenIn) => new Set<Electorate>(where.includes(one) ? ['residents'] : []);
    return { county: of('county'), anywhere: of('anywhere') };
  };
  /** Of 60 people who gave an answer everywhere, 6 who gave none, and others who gave some. */
  function told(departments: number, hidden: HiddenIn, some: string[] = []) {
    const count = counter(definition(departments));
    const ballot = (answers: (at: number) => string) =>
      count.add({
        id: '',
        electorate: 'residents',
        station: '白石镇',
        channel: 'phone',
        sheets: definition(departments).subjects.map(({ id }, at) => ({ subject: id, answers: answers(at) })),
      });
    for (let person = 0; person < 60; person += 1) ballot(() => '1');
    for (let person = 0; person < 6; person += 1) ballot(() => '0');
    for (const answers of some) ballot((at) => answers[at] ?? '0');
    const counts = count.result();
    return numbersOf(counts, () => 0, cellsOf(counts), hidden).numbers.residents;
  }

  test('is told where nothing is hidden', () => {
    expect(told(2, hiddenIn())).toMatchObject({ blank: 6, valid: 60 });
  });

  test('is not told beside a number of the county that is hidden: it would be that number', () => {
    expect(told(1, hiddenIn('county', 'anywhere'))).toMatchObject({ blank: null, valid: null });
  });

  test('is not told where a station’s are hidden and they are the very ballots that left out a department', () => {
    expect(told(2, hiddenIn('anywhere'))).toMatchObject({ blank: null });
    expect(told(2, hiddenIn('anywhere'), ['10'])).toMatchObject({ blank: null });
    expect(told(2, hiddenIn('anywhere'), ['10', '01'])).toMatchObject({ blank: 6 });
  });

  test('is told of one question about one department, whose own number it is', () => {
    expect(told(1, hiddenIn('anywhere'))).toMatchObject({ blank: 6 });
  });
});
