import type * as z from 'zod/mini';
import { lastCalendarDay } from '../../../shared/directory/limits';
import { type Day, isRealDay } from '../../../shared/kernel/days';
import { ProblemError } from '../../../shared/kernel/problems';
import { type CalendarDay, type SettingValue, sayValue } from '../../../shared/kernel/settings';
import { clean, lengthFault } from '../../../shared/kernel/text';
import type { CalendarOverrides } from '../../platform/calendar';
import type { Known } from './known';

/** What a setting is now, by what the county stored, or by its default. @throws ZodError when it was stored wrongly */
export function settingValue({ name, schema, kind }: Known, stored: unknown): SettingValue {
  const now = (schema.parse(stored) as Record<string, unknown>)[name];
  return kind === 'calendar' ? { calendar: daysOf(now as CalendarOverrides) } : { [kind]: now };
}

/** Of a calendar, how the days that are to change count now; of anything else, what it is. */
export function valueBefore(known: Known, to: SettingValue, stored: unknown): SettingValue {
  const now = settingValue(known, stored);
  const counts = new Map(now.calendar?.map((one) => [one.day, one.counts]));
  return to.calendar
    ? { calendar: to.calendar.map(({ day }) => ({ day, counts: counts.get(day) ?? 'national' })) }
    : now;
}

/** What is stored once it is agreed to, under the setting's name. */
export function storedAfter({ kind, ...known }: Known, to: SettingValue, stored: unknown): unknown {
  if (kind !== 'calendar') return to[kind];
  const days = new Map(settingValue({ kind, ...known } as Known, stored).calendar?.map((one) => [one.day, one.counts]));
  for (const { day, counts } of to.calendar ?? []) days.set(day, counts);
  return Object.fromEntries([...days].filter(([, counts]) => counts !== 'national').sort());
}

/** Of a calendar, without the days that count so already; null where nothing would change. */
export function changing(known: Known, to: SettingValue, stored: unknown): SettingValue | null {
  if (!to.calendar) return sayValue(to) === sayValue(settingValue(known, stored)) ? null : to;
  const before = valueBefore(known, to, stored).calendar;
  const calendar = to.calendar.filter(({ counts }, at) => counts !== before?.[at]?.counts);
  return calendar.length ? { calendar } : null;
}

/** As it is kept: words as somebody's words are. */
export function keptValue(to: SettingValue): SettingValue {
  return to.words === undefined ? to : { words: clean(to.words) };
}

/** What is wrong with a value, in a sentence; null when the county may decide so. */
export function faultOf(known: Known, to: SettingValue, today: Day): string | null {
  if (to[known.kind] === undefined) return '这条规矩不是这样填的。';
  if (to.calendar) return faultOfDays(to.calendar, today);
  if (to.words !== undefined) return 'least' in known ? lengthFault(to.words, [known.least, known.most]) : null;
  const count = to.term?.days ?? to.months ?? to.days;
  if ('least' in known && (count === undefined || count < known.least || count > known.most)) {
    const unit = known.kind === 'months' ? '个月' : '天';
    return `最少 ${known.least} ${unit}，最多 ${known.most} ${unit}。`;
  }
  return (known.schema.shape[known.name] as z.ZodMiniType).safeParse(to[known.kind]).success
    ? null
    : '这里填得不对，请重新填。';
}

function faultOfDays(days: readonly CalendarDay[], today: Day): string | null {
  const last = lastCalendarDay(today);
  if (new Set(days.map(({ day }) => day)).size < days.length) return '同一天写了两次，请去掉一次。';
  // What is over was counted as it was.
  return days.every(({ day }) => isRealDay(day) && day > today && day <= last)
    ? null
    : `只能写明天起、${last.slice(0, 4)} 年底以前的日子。`;
}

/** @throws ProblemError `invalid_input` with what `faultOf` says */
export function ensureAllowed(known: Known, to: SettingValue, today: Day): void {
  const message = faultOf(known, to, today);
  if (message) throw new ProblemError('invalid_input', [{ path: `value.${known.kind}`, message }]);
}

function daysOf(overrides: CalendarOverrides): CalendarDay[] {
  return Object.entries(overrides)
    .map(([day, counts]) => ({ day, counts }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
