import type { Day } from '../kernel/days';

/** What an office sends in at most, in bytes. */
export const MOST_BYTES = { workbook: 5 * 1024 * 1024, boundaries: 30 * 1024 * 1024 } as const;

/** Deputies whose codes go into one print. */
export const MOST_PRINTED = 90;

/** Days of the calendar in one proposal; a year has about sixty that are moved. */
export const MOST_CALENDAR_DAYS = 80;

/** How far ahead the calendar can be written: what is announced for the year after that is nobody's yet. */
const CALENDAR_YEARS_AHEAD = 2;

/** The last day of which a county may say that it counts otherwise. */
export function lastCalendarDay(today: Day): Day {
  return `${Number(today.slice(0, 4)) + CALENDAR_YEARS_AHEAD}-12-31`;
}
