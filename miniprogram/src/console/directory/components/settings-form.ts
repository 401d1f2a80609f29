import type { Setting } from '../../../../../shared/directory/contract/office';
import type { CalendarDay, SettingValue } from '../../../../../shared/kernel/settings';
import { sayValue } from '../../../../../shared/kernel/settings';
import { lengthFault } from '../../../../../shared/kernel/text';
import { lacksReason } from '../../ui/ReasonField';

/** What is written while somebody changes a setting; of its kind one part is used. */
export type Written = {
  count: string;
  counted: 'working' | 'calendar';
  on: boolean;
  phone: string;
  words: string;
  calendar: CalendarDay[];
  reason: string;
};

/** Where the form begins: as it is now, of a calendar no day yet. */
export function blankOf({ value: { term, months, days, on, phone, words } }: Setting): Written {
  return {
    count: String(term?.days ?? months ?? days ?? ''),
    counted: term?.kind ?? 'calendar',
    on: on ?? false,
    phone: phone ?? '',
    words: words ?? '',
    calendar: [],
    reason: '',
  };
}

/** What would be sent; null while a number is none. */
export function writtenValue({ kind }: Pick<Setting, 'kind'>, written: Written): SettingValue | null {
  if (kind === 'on') return { on: written.on };
  if (kind === 'phone') return { phone: written.phone.trim() || null };
  if (kind === 'words') return { words: written.words.trim() };
  if (kind === 'calendar') return { calendar: written.calendar };
  const count = /^\d{1,3}$/.test(written.count.trim()) ? Number(written.count) : null;
  if (count === null) return null;
  return kind === 'term' ? { term: { days: count, kind: written.counted } } : { [kind]: count };
}

/** Why it can't be sent yet; null when it can. */
export function lackOf(setting: Setting, written: Written): string | null {
  const { least, most, kind } = setting;
  const value = writtenValue(setting, written);
  if (value?.words !== undefined) {
    const fault = lengthFault(value.words, [least ?? 1, most ?? 1]);
    if (fault) return fault;
  }
  const count = value?.term?.days ?? value?.months ?? value?.days;
  if (kind !== 'words' && least !== null && most !== null && (count === undefined || count < least || count > most)) {
    const unit = kind === 'months' ? '个月' : '天';
    return `写一个数，最少 ${least} ${unit}，最多 ${most} ${unit}。`;
  }
  if (value?.calendar?.length === 0) return '先加上几天。';
  if (value && sayValue(value) === sayValue(setting.value)) return '和现在的一样，不用改。';
  return lacksReason(written.reason) ? '写一句为什么改。' : null;
}
