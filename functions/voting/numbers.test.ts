import { OTHERS } from '../../shared/voting/results';
import type { StationSlips } from '../../shared/voting/slips/counts';
import { withSlips } from './numbers';

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

test('without paper nothing is added', () => {
  const told = { numbers, stations: [at('residents', 0, 30, 33)] };
  expect(withSlips(told, [], { stations })).toBe(told);
});
