import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import {
  addDays,
  countDays,
  DAY_MINUTES,
  type Day,
  dayOf,
  daysBetween,
  dueAfterPause,
  dueOn,
  endOf,
  isRealDay,
  sayDay,
  sayDayAndWeekday,
  sayRecent,
  weekdayOf,
} from './days';

const day = fc.integer({ min: 0, max: 3_650 }).map((offset) => addDays('2020-01-01', offset));
const weekdays = (one: Day) => weekdayOf(one) % 6 !== 0;

test('a day begins at midnight in China', () => {
  expect(dayOf(new Date('2026-12-07T15:59:59.999Z'))).toBe('2026-12-07');
  expect(dayOf(new Date('2026-12-07T16:00:00Z'))).toBe('2026-12-08');
});

test('days are added over month, year and leap day', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  fc.assert(
    fc.property(day, fc.integer({ min: -400, max: 400 }), (from, n) => daysBetween(from, addDays(from, n)) === n),
  );
});

test('calendar days: the day itself does not count', () => {
  expect(dueOn('2026-11-18', { days: 15, kind: 'calendar' }, weekdays)).toBe('2026-12-03');
  expect(dueOn('2026-11-18', { days: 1, kind: 'calendar' }, weekdays)).toBe('2026-11-19');
});

test('working days leave out holidays and count the days worked for them (调休)', () => {
  // Spring Festival 2026: off from Sunday 15 to Monday 23 February, worked on Saturday 14 and Saturday 28.
  expect(dueOn('2026-02-13', { days: 1, kind: 'working' }, isWorkday)).toBe('2026-02-14');
  expect(dueOn('2026-02-13', { days: 2, kind: 'working' }, isWorkday)).toBe('2026-02-24');
  expect(dueOn('2026-02-13', { days: 6, kind: 'working' }, isWorkday)).toBe('2026-02-28');
  expect(countDays('2026-02-13', '2026-02-23', 'working', isWorkday)).toBe(1);
  expect(countDays('2026-02-13', '2026-02-23', 'calendar', isWorkday)).toBe(10);
});

test('a term ends on a day that counts, after exactly so many of them', () => {
  const term = fc.record({ days: fc.integer({ min: 1, max: 365 }), kind: fc.constantFrom('working', 'calendar') });
  fc.assert(
    fc.property(day, term, (from, { days, kind }) => {
      const due = dueOn(from, { days, kind: kind as 'working' }, weekdays);
      expect(countDays(from, due, kind as 'working', weekdays)).toBe(days);
      expect(countDays(from, addDays(due, -1), kind as 'working', weekdays)).toBe(days - 1);
    }),
  );
});

test('nothing is counted backwards', () => {
  expect(countDays('2026-12-08', '2026-12-08', 'calendar', weekdays)).toBe(0);
  expect(countDays('2026-12-08', '2026-12-01', 'calendar', weekdays)).toBe(0);
});

test('days are said as people say them', () => {
  expect(sayDay('2026-12-08')).toBe('12 月 8 日');
  expect(sayDayAndWeekday('2026-12-08')).toBe('12 月 8 日 周二');
  const said = ['2026-12-08', '2026-12-07', '2026-12-06', '2026-12-02', '2026-12-01'].map((one) =>
    sayRecent(one, '2026-12-08'),
  );
  expect(said).toEqual(['今天', '昨天', '周日', '周三', '12 月 1 日']);
});

test('what ends at midnight ends with the day before', () => {
  expect(endOf(new Date('2026-11-30T16:00:00Z'))).toEqual({ day: '2026-11-30', minutes: DAY_MINUTES });
  expect(endOf(new Date('2026-11-30T16:01:00Z'))).toEqual({ day: '2026-12-01', minutes: 1 });
  expect(endOf(new Date('2026-12-01T10:00:00Z'))).toEqual({ day: '2026-12-01', minutes: 18 * 60 });
});

test('the days that were left when a question was asked start again with the answer; what was late stays late', () => {
  const due = (pausedOn: Day, dueOn: Day, today: Day) =>
    dueAfterPause({ pausedOn, dueOn }, today, 'working', isWorkday);
  // Asked on a Monday with four working days left, answered the Wednesday after next.
  expect(due('2026-11-23', '2026-11-27', '2026-12-02')).toBe('2026-12-08');
  expect(due('2026-11-27', '2026-11-27', '2026-12-02')).toBe('2026-12-02');
  expect(due('2026-11-28', '2026-11-27', '2026-12-02')).toBe('2026-11-27');
});

test('a day of the calendar is told from one that is only well formed', () => {
  expect(['2028-02-29', '2026-12-31'].map(isRealDay)).toEqual([true, true]);
  expect(['2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01', '2026-00-10'].map(isRealDay)).not.toContain(true);
});
