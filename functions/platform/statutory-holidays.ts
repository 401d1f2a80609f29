import { addDays, type Day, weekdayOf } from '../../shared/kernel/days';

/** The first day of the year, the fifth of the fifth and the fifteenth of the eighth month of the lunar calendar (GB/T 33661). */
const LUNAR: Record<number, readonly [spring: string, dragonBoat: string, midAutumn: string]> = {
  2027: ['02-06', '06-09', '09-15'],
  2028: ['01-26', '05-28', '10-03'],
  2029: ['02-13', '06-16', '09-22'],
  2030: ['02-03', '06-05', '09-12'],
  2031: ['01-23', '06-24', '10-01'],
  2032: ['02-11', '06-12', '09-19'],
  2033: ['01-31', '06-01', '09-08'],
  2034: ['02-19', '06-20', '09-27'],
  2035: ['02-08', '06-10', '09-16'],
  2036: ['01-28', '05-30', '10-04'],
  2037: ['02-15', '06-18', '09-24'],
  2038: ['02-04', '06-07', '09-13'],
  2039: ['01-24', '05-27', '10-02'],
  2040: ['02-12', '06-14', '09-20'],
  2041: ['02-01', '06-03', '09-10'],
  2042: ['01-22', '06-22', '09-28'],
  2043: ['02-10', '06-11', '09-17'],
  2044: ['01-30', '05-31', '10-05'],
  2045: ['02-17', '06-19', '09-25'],
  2046: ['02-06', '06-08', '09-15'],
  2047: ['01-26', '05-29', '10-04'],
  2048: ['02-14', '06-15', '09-22'],
  2049: ['02-02', '06-04', '09-11'],
  2050: ['01-23', '06-23', '09-30'],
};

const known = new Map<number, ReadonlySet<Day>>();

/**
 * The days off that the law itself gives (全国年节及纪念日放假办法, 2025), before anybody has announced which weekends are moved (调休): each
 * holiday, and for those of its days that fall on a weekend the next working days. Behind 2050 those that follow from the sun alone.
 */
export function statutoryHolidays(year: number): ReadonlySet<Day> {
  const made = known.get(year) ?? new Set(holidaysOf(year).flatMap(withSubstitutes));
  known.set(year, made);
  return made;
}

function holidaysOf(year: number): Day[][] {
  const days = (first: string, count: number, before = 0) =>
    Array.from({ length: count }, (_, index) => addDays(`${year}-${first}`, index - before));
  const [spring, dragonBoat, midAutumn] = LUNAR[year] ?? [];
  return [
    days('01-01', 1),
    spring ? days(spring, 4, 1) : [],
    days(`04-0${clearBright(year)}`, 1),
    days('05-01', 2),
    dragonBoat ? days(dragonBoat, 1) : [],
    midAutumn ? days(midAutumn, 1) : [],
    days('10-01', 3),
  ];
}

/** 清明, when the sun is at fifteen degrees: 4 or 5 April in this century. */
function clearBright(year: number): number {
  const since = year % 100;
  return Math.floor(since * 0.2422 + 4.81) - Math.floor(since / 4);
}

function withSubstitutes(holiday: readonly Day[]): Day[] {
  const off = [...holiday];
  let lost = holiday.filter(isWeekend).length;
  for (let day = addDays(holiday[holiday.length - 1] ?? '2000-01-01', 1); lost > 0; day = addDays(day, 1)) {
    if (isWeekend(day)) continue;
    off.push(day);
    lost -= 1;
  }
  return off;
}

function isWeekend(day: Day): boolean {
  return weekdayOf(day) % 6 === 0;
}
