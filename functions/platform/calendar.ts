// The package's tables alone: its code works them out again at every start, for a tenth of a cold one.
import { holidays, workdays } from 'chinese-days/dist/chinese-days.json';
import { addDays, type Counts, type Day, weekdayOf } from '../../shared/kernel/days';
import { statutoryHolidays } from './statutory-holidays';

// The State Council names each year's holidays the November before; chinese-days knows them once a version with them is out.
const KNOWN_UNTIL = '2026-12-31';

/** Days a county decided for itself: `{"2027-02-05": "off", "2027-02-07": "on"}`. */
export type CalendarOverrides = Readonly<Record<Day, 'on' | 'off'>>;

/** The last day of which it is known whether it counts: of the years that were announced, and those for which the county wrote days down itself. */
export function knownThrough(overrides: CalendarOverrides = {}): Day {
  const years = Object.keys(overrides).map((day) => day.slice(0, 4));
  let year = Number(KNOWN_UNTIL.slice(0, 4));
  while (years.includes(String(year + 1))) year += 1;
  return `${year}-12-31`;
}

/** A year's holidays are announced in November; from this many days before the year a gap is told. */
const GAP_DAYS = 45;

/** The first year of which it is not known which days count, and whether it is near. */
export function calendarGap(overrides: CalendarOverrides, today: Day): { year: number; near: boolean } {
  const through = knownThrough(overrides);
  return { year: Number(through.slice(0, 4)) + 1, near: addDays(today, GAP_DAYS) > through };
}

/**
 * Working days (工作日) with 调休. The county's own table comes first, then the announced holidays, or those of the law where nothing was
 * announced yet, then weekends.
 */
export function workingDays(overrides: CalendarOverrides = {}): Counts {
  return (day) => {
    const own = overrides[day];
    if (own) return own === 'on';
    if (Object.hasOwn(workdays, day)) return true;
    const announced = day <= KNOWN_UNTIL;
    const holiday = announced ? Object.hasOwn(holidays, day) : statutoryHolidays(Number(day.slice(0, 4))).has(day);
    return !holiday && weekdayOf(day) % 6 !== 0;
  };
}
