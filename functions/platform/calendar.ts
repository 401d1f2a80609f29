// The package's tables alone: its code works them out again at every start, for a tenth of a cold one.
import { holidays, workdays } from 'chinese-days/dist/chinese-days.json';
import { type Counts, type Day, weekdayOf } from '../../shared/kernel/days';

// The State Council names each year's holidays the November before; chinese-days knows them once a version with them is out.
const KNOWN_UNTIL = '2026-12-31';

// Holidays whose date never moves (全国年节及纪念日放假办法, 2025): for the years nobody has announced yet.
const FIXED_HOLIDAYS = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/** Days a county decided for itself: `{"2027-02-05": "off", "2027-02-07": "on"}`. */
export type CalendarOverrides = Readonly<Record<Day, 'on' | 'off'>>;

/** Working days (工作日) with 调休. The county's own table comes first, then the announced holidays, then weekends. */
export function workingDays(overrides: CalendarOverrides = {}): Counts {
  return (day) => {
    const own = overrides[day];
    if (own) return own === 'on';
    if (Object.hasOwn(workdays, day)) return true;
    const holiday = day <= KNOWN_UNTIL ? Object.hasOwn(holidays, day) : FIXED_HOLIDAYS.has(day.slice(5));
    return !holiday && weekdayOf(day) % 6 !== 0;
  };
}
