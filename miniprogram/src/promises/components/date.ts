import type { Day } from '../../../../shared/kernel/days';
import { sayDay } from '../../platform/say';

/** A day with its year: what was promised is read for years. */
export function sayDate(day: Day): string {
  return `${day.slice(0, 4)} 年 ${sayDay(day)}`;
}
