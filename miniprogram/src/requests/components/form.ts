import { clean, lengthFault, NAME, PhoneNumber } from '../../../../shared/kernel/text';
import { CATEGORIES } from '../../../../shared/requests/contract';
import { LENGTHS } from '../../../../shared/requests/limits';
import { CATEGORY_NAMES } from '../../../../shared/requests/words';

// What the three forms of a request share: a resident's own, one entered for a neighbour on the phone, one entered at the console.

/** As nobody has chosen otherwise: for the eyes of those who handle it, with the name for the deputy. */
export const UNLESS_CHOSEN = { openness: 'handlers', nameFor: 'deputy' } as const;

export const KINDS = CATEGORIES.map((value) => ({ value, words: CATEGORY_NAMES[value] }));

/** Why these words can't go yet; null when they can. */
export function wordsFault(words: string | undefined): string | null {
  return lengthFault(words ?? '', LENGTHS.request);
}

/** Nobody has to have a telephone; what is not one can't go. */
export function phoneFault(phone: string | undefined): string | null {
  if (!phone?.trim()) return null;
  return PhoneNumber.safeParse(phone).error?.issues[0]?.message ?? null;
}

export function hasName(name: string | undefined): boolean {
  return clean(name ?? '').length >= NAME[0];
}

/** As it is sent: a field that was left empty is none. */
export function filled<T extends object>(input: T): T {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => (typeof value === 'string' ? value.trim() : value) !== ''),
  ) as T;
}
