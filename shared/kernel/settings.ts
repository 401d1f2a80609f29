import * as z from 'zod/mini';
import { Day, sayDate, Term } from './days';

/** How a day counts in a county: as a working day (上班), as a day off (放假), or as in the national calendar (照全国的). */
const DAY_COUNTS = ['on', 'off', 'national'] as const;
export const CalendarDay = z.object({ day: Day, counts: z.enum(DAY_COUNTS) });
export type CalendarDay = z.infer<typeof CalendarDay>;

/**
 * The value of a setting (规矩), under the one name that says of what kind it is: a term in days, a number of months or of days, yes or no, a number
 * to ring (null: none), words, or days on which the county differs from the national calendar.
 */
export const SETTING_VALUE = {
  term: z.optional(Term),
  months: z.optional(z.int()),
  days: z.optional(z.int()),
  on: z.optional(z.boolean()),
  phone: z.optional(z.nullable(z.string())),
  words: z.optional(z.string()),
  calendar: z.optional(z.array(CalendarDay)),
};
export const SettingValue = z.object(SETTING_VALUE);
export type SettingValue = z.infer<typeof SettingValue>;
export type SettingKind = keyof SettingValue;
export const SETTING_KINDS = Object.keys(SETTING_VALUE) as [SettingKind, ...SettingKind[]];

const DAY_WORDS: Record<CalendarDay['counts'], string> = { on: '上班', off: '放假', national: '照全国的' };

/** In words: `20 个工作日`, `3 个月`, `开`. Of a calendar each day that differs. */
export function sayValue({ term, months, days, on, phone, words, calendar }: SettingValue): string {
  if (term) return term.kind === 'working' ? `${term.days} 个工作日` : `${term.days} 天`;
  if (months !== undefined) return `${months} 个月`;
  if (days !== undefined) return `${days} 天`;
  if (on !== undefined) return on ? '开' : '关';
  if (calendar)
    return calendar.map(({ day, counts }) => `${sayDate(day)}${DAY_WORDS[counts]}`).join('，') || '照全国的';
  return words ?? phone ?? '没有';
}
