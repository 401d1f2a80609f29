import { CITIZEN, CUT, DATE, MOBILE, withPlainDigits } from '../../../shared/kernel/numbers';

const HIDDEN = new RegExp(`(?<!\\d)(?:${[CITIZEN, MOBILE, CUT].join('|')})`, 'gu');

/**
 * Hides mobile phones (138****0001) and citizens' numbers (330****), however they are written: full width, with +86, with gaps. What a person
 * wrote down of themselves does not belong on paper that gets lost. Words without any stay as they are.
 */
export function hideNumbers(words: string): string {
  const plain = withPlainDigits(words);
  const hidden = plain.replace(HIDDEN, (whole, citizen?: string, start?: string, end?: string, cut?: string) => {
    if (start && DATE.test(whole)) return whole;
    const shown = `${citizen ?? start ?? cut}****${end ?? ''}`.replace(/[^\d*]/g, '');
    return whole.endsWith('…') ? `${shown}…` : shown;
  });
  return hidden === plain ? words : hidden;
}
