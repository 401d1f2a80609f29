import { getSolarDateFromLunar, getSolarTerms, isWorkday } from 'chinese-days';
import { addDays, weekdayOf } from '../../shared/kernel/days';
import { workingDays } from './calendar';
import { statutoryHolidays } from './statutory-holidays';

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

test.each([
  // 春节 begins on a Saturday: its weekend is made good on Tuesday and Wednesday.
  [
    '2027',
    [
      '01-01',
      '02-05',
      '02-08',
      '02-09',
      '02-10',
      '04-05',
      '05-03',
      '05-04',
      '06-09',
      '09-15',
      '10-01',
      '10-04',
      '10-05',
    ],
  ],
  [
    '2030',
    [
      '01-01',
      '02-04',
      '02-05',
      '02-06',
      '02-07',
      '04-05',
      '05-01',
      '05-02',
      '06-05',
      '09-12',
      '10-01',
      '10-02',
      '10-03',
    ],
  ],
])('%s, which nobody announced: the working days that are off by law', (year, off) => {
  const counts = workingDays();
  const found: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
    if (weekdayOf(day) % 6 !== 0 && !counts(day)) found.push(day.slice(5));
  expect(found).toEqual(off);
});

test('the lunar days agree with the tables of chinese-days, and 清明 with its sun', () => {
  for (let year = 2027; year <= 2050; year += 1) {
    const off = statutoryHolidays(year);
    for (const lunar of ['01-01', '05-05', '08-15'])
      expect(off).toContain(getSolarDateFromLunar(`${year}-${lunar}`).date);
    const [clear] = getSolarTerms(`${year}-04-03`, `${year}-04-07`);
    expect([clear?.term, off.has(clear?.date ?? '')]).toEqual(['pure_brightness', true]);
  }
});

test("the county's own table comes first", () => {
  const counts = workingDays({ '2027-02-05': 'off', '2027-02-07': 'on', '2026-10-01': 'on' });
  expect(['2027-02-05', '2027-02-07', '2026-10-01', '2026-10-02'].map(counts)).toEqual([false, true, true, false]);
});
