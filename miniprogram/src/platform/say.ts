import type { Day } from '../../../shared/kernel/days';
import * as days from '../../../shared/kernel/days';

/** A number and what it counts, a month and its day: 12 月 18 日, 第 13 选区. */
const PARTS = /([\d年月第]) (?=[\d年月日选届天个件步位张次号])/g;

/** On a screen a number is never on one line and its unit on the next. */
export function together(text: string): string {
  return text.replace(PARTS, '$1\u00a0');
}

export const { sayTime } = days;

export const sayDay = (day: Day) => together(days.sayDay(day));
/** With its year, of what is read for years. */
export const sayDate = (day: Day) => `${day.slice(0, 4)} 年 ${sayDay(day)}`;
export const sayDayAndWeekday = (day: Day) => together(days.sayDayAndWeekday(day));
export const sayRecent = (day: Day, today: Day) => together(days.sayRecent(day, today));

/** Until when something goes: `12 月 13 日 18:00`; midnight is the end of the day before. */
export function sayEnd(instant: string): string {
  const end = new Date(instant);
  const { day, minutes } = days.endOf(end);
  return minutes === days.DAY_MINUTES ? `${sayDay(day)}晚 12 点` : `${sayDay(day)} ${sayTime(end)}`;
}
