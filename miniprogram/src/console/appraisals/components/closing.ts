import { addDays, DAY_MINUTES, type Day, dayOf, endOf } from '../../../../../shared/kernel/days';
import { sayDay, sayTime } from '../../../platform/say';

const MINUTE_MS = 60_000;
const SHANGHAI_MINUTES = 8 * 60;

/** The moment after so many minutes of a day in China; after all of them it is the midnight that ends it. */
export function instantAt(day: Day, minutes: number): string {
  return new Date(Date.parse(day) + (minutes - SHANGHAI_MINUTES) * MINUTE_MS).toISOString();
}

export function sayMinutes(minutes: number): string {
  return minutes === DAY_MINUTES ? '24:00' : sayTime(new Date(instantAt('2000-01-01', minutes)));
}

/** `11 月 30 日 24:00` */
export function sayClose(instant: string): string {
  const { day, minutes } = endOf(new Date(instant));
  return `${sayDay(day)} ${sayMinutes(minutes)}`;
}

/** `12 月 1 日 0:04` */
export function sayMoment(instant: string): string {
  const at = new Date(instant);
  return `${sayDay(dayOf(at))} ${sayTime(at)}`;
}

/** Two weeks from a day, at midnight. */
export function usualClose(today: Day): string {
  return instantAt(addDays(today, 14), DAY_MINUTES);
}

/** The two largest of days, hours and minutes that are left; null when it is over. */
export function leftUntil(instant: string, now: number): { count: number; unit: string }[] | null {
  const minutes = Math.ceil((Date.parse(instant) - now) / MINUTE_MS);
  if (minutes <= 0) return null;
  const [days, hours] = [Math.floor(minutes / DAY_MINUTES), Math.floor((minutes % DAY_MINUTES) / 60)];
  const last = minutes % 60;
  if (days)
    return [
      { count: days, unit: '天' },
      { count: hours, unit: '时' },
    ];
  if (hours)
    return [
      { count: hours, unit: '时' },
      { count: last, unit: '分' },
    ];
  return [{ count: last, unit: '分' }];
}
