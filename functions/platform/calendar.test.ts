import { isWorkday } from 'chinese-days';
import { addDays } from '../../shared/kernel/days';
import { workingDays } from './calendar';

test('agrees with chinese-days about every day it knows', () => {
  const counts = workingDays();
  let compared = 0;
  for (let day = '2004-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    if (counts(day) !== isWorkday(day)) throw new Error(day);
    compared += 1;
  }
  expect(compared).toBe(8401);
});

test('a year nobody announced has its weekends and the holidays that never move', () => {
  const counts = workingDays();
  expect(['2027-01-01', '2027-01-04', '2027-10-01', '2027-10-02', '2027-10-08'].map(counts)).toEqual([
    false,
    true,
    false,
    false,
    true,
  ]);
});

test("the county's own table comes first", () => {
  const counts = workingDays({ '2027-02-05': 'off', '2027-02-07': 'on', '2026-10-01': 'on' });
  expect(['2027-02-05', '2027-02-07', '2026-10-01', '2026-10-02'].map(counts)).toEqual([false, true, true, false]);
});
