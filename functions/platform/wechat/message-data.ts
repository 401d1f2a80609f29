import { dayOf, sayTime } from '../../../shared/kernel/days';
import { clean } from '../../../shared/kernel/text';
import { WeChatError } from './errors';

/** What a template's fields are filled with. A field's name says what may stand in it: `thing1`, `time2`, `character_string3`. */
export type MessageFields = Record<string, string | Date>;

type Form = { max: number; keep: RegExp };

// Anything else, and the whole message is refused (47003).
const FORMS: Record<string, Form> = {
  character_string: { max: 32, keep: /[!-~]/g },
  number: { max: 32, keep: /[\d.]/g },
  letter: { max: 32, keep: /[A-Za-z]/g },
  symbol: { max: 5, keep: /[!-/:-@[-`{-~]/g },
  phone_number: { max: 17, keep: /[\d+-]/g },
  name: { max: 10, keep: /[\p{Script=Han}·]/gu },
  phrase: { max: 5, keep: /\p{Script=Han}/gu },
};

/**
 * Makes a subscribe message's data that WeChat takes: `thing` is cut to 20 characters with an ellipsis, `time` and `date` are
 * written from a Date in China's time, the others keep the characters they may have and are cut to length.
 * @throws WeChatError `bad_request` 47003 for a field of unknown kind, or when nothing is left to say in one that can't be empty
 */
export function messageData(fields: MessageFields): Record<string, { value: string }> {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value: write(field, value) }]));
}

function write(field: string, value: string | Date): string {
  const kind = /^([a-z_]+?)\d{1,2}$/.exec(field)?.[1] ?? '';
  if (kind === 'time' || kind === 'date') return writeTime(kind, value);
  if (value instanceof Date) throw new WeChatError('bad_request', 47003);
  if (kind === 'thing') return brief(clean(value).replace(/\s+/g, ' '), 20) || '无';
  const form = Object.hasOwn(FORMS, kind) ? FORMS[kind] : undefined;
  const kept = form ? [...value.matchAll(form.keep)].map(String).join('') : '';
  const cut = cutTo(kept, form?.max ?? 0);
  if (cut === '') throw new WeChatError('bad_request', 47003);
  return cut;
}

function writeTime(kind: 'time' | 'date', value: string | Date): string {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) throw new WeChatError('bad_request', 47003);
  const [year, month, day] = dayOf(value).split('-');
  return `${year}年${month}月${day}日${kind === 'time' ? ` ${sayTime(value).padStart(5, '0')}` : ''}`;
}

function brief(text: string, max: number): string {
  return text.length <= max ? text : `${cutTo(text, max - 1).trimEnd()}…`;
}

/** Counts UTF-16 units, the strictest way to count, and never leaves half a character behind. */
function cutTo(text: string, max: number): string {
  return text.slice(0, max).replace(/[\ud800-\udbff]$/, '');
}
