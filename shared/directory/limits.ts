/** What an office sends in at most, in bytes. */
export const MOST_BYTES = { workbook: 5 * 1024 * 1024, boundaries: 30 * 1024 * 1024 } as const;

/** Deputies whose codes go into one print. */
export const MOST_PRINTED = 90;

/** Days of the calendar in one proposal; a year has about sixty that are moved. */
export const MOST_CALENDAR_DAYS = 80;
