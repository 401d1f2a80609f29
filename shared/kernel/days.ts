import * as z from 'zod/mini';

/** A calendar day in China, `2026-12-08`. Rules count in these; only storage knows instants. */
export const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, '日期不对。'));
export type Day = z.infer<typeof Day>;

/** Instants travel as ISO 8601 in UTC. */
export const Instant = z.iso.datetime();

const SHANGHAI_OFFSET = 8 * 3_600_000; // China has had one time zone and no summer time since 1991.
const DAY_MS = 86_400_000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** The day it is in China at this instant. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10);
}

/** The instant at which a day begins in China. */
export function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** Minutes since midnight in China at this instant. */
export function minuteOf(instant: Date): number {
  const inChina = new Date(instant.getTime() + SHANGHAI_OFFSET);
  return inChina.getUTCHours() * 60 + inChina.getUTCMinutes();
}

/** `9:05`, in China. */
export function sayTime(instant: Date): string {
  const minutes = minuteOf(instant);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

export const DAY_MINUTES = 24 * 60;

/** The day and minute a period ends with: one that ends at midnight ends with its last day (24:00), not with the beginning of the next. */
export function endOf(instant: Date): { day: Day; minutes: number } {
  const [day, minutes] = [dayOf(instant), minuteOf(instant)];
  return minutes ? { day, minutes } : { day: addDays(day, -1), minutes: DAY_MINUTES };
}

/** A day of the calendar: 2026-02-30 is well formed, and none. */
export function isRealDay(day: Day): boolean {
  return !Number.isNaN(Date.parse(day)) && addDays(day, 0) === day;
}

/** The day `count` days later; earlier where `count` is negative. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** 0 = Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay();
}

/** Says whether a day counts; working days include 调休 and leave out public holidays. */
export type Counts = (day: Day) => boolean;

/** How many days a county gives, and whether it counts working days (工作日) or calendar days (自然日). */
export const Term = z.object({ days: z.int().check(z.gte(1), z.lte(365)), kind: z.enum(['working', 'calendar']) });
export type Term = z.infer<typeof Term>;

/** The last day of a term that starts on `from`; the day itself does not count (民法典 201). */
export function dueOn(from: Day, term: Term, isWorkingDay: Counts): Day {
  let day = from;
  for (let left = term.days; left > 0; ) {
    day = addDays(day, 1);
    if (term.kind === 'calendar' || isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** How many days that count lie after `from`, up to and with `to`; 0 when `to` is not later. */
export function countDays(from: Day, to: Day, kind: Term['kind'], isWorkingDay: Counts): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (kind === 'calendar' || isWorkingDay(day)) count += 1;
  return count;
}

/** The last day after a pause (a question was answered): the days that were left when it began start again today. What was late by then stays late. */
export function dueAfterPause(
  before: { pausedOn: Day; dueOn: Day },
  today: Day,
  kind: Term['kind'],
  isWorkingDay: Counts,
): Day {
  if (before.pausedOn > before.dueOn) return before.dueOn;
  const days = countDays(before.pausedOn, before.dueOn, kind, isWorkingDay);
  return days === 0 ? today : dueOn(today, { days, kind }, isWorkingDay);
}

/** What somebody who owes something by a day is reminded of today; null where it is too early. */
export function reminderOn(dueOn: Day, today: Day, daysBefore: number): 'before' | 'at' | null {
  if (today >= dueOn) return 'at';
  return daysBetween(today, dueOn) <= daysBefore ? 'before' : null;
}

/** `2026-12-08` → `12 月 8 日`. */
export function sayDay(day: Day): string {
  return `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`;
}

/** `2026-12-08` → `2026 年 12 月 8 日`, on paper, which is read for years. */
export function sayDate(day: Day): string {
  return `${day.slice(0, 4)} 年 ${sayDay(day)}`;
}

/** `2026-12-08` → `12 月 8 日 周二`; for a day on which someone must come. */
export function sayDayAndWeekday(day: Day): string {
  return `${sayDay(day)} ${WEEKDAYS[weekdayOf(day)]}`;
}

/** `周三` */
export function sayWeekday(day: Day): string {
  return WEEKDAYS[weekdayOf(day)] ?? '';
}

/** How a list says when: 今天, 昨天, the weekday within a week, then the day. */
export function sayRecent(day: Day, today: Day): string {
  const ago = daysBetween(day, today);
  if (ago <= 0) return '今天';
  if (ago === 1) return '昨天';
  return ago < 7 ? sayWeekday(day) : sayDay(day);
}

/** Days before the last one from which on a list says that it is near (快到期). */
export const SOON_DAYS = 3;
