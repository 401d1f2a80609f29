import type { SuggestionRow } from '../queries';

/** `2026-20`. */
export function numberOf({ year, number }: Pick<SuggestionRow, 'year' | 'number'>): string | null {
  return number === null ? null : `${year}-${number}`;
}
