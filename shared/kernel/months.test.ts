import { addMonths } from './months';

test('months end on the same day, or on the last one of a month that has no such day', () => {
  expect(addMonths('2026-12-01', 3)).toBe('2027-03-01');
  expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
  expect(addMonths('2027-11-30', 3)).toBe('2028-02-29');
  expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
  expect(addMonths('2026-12-31', 12)).toBe('2027-12-31');
});
