/** What people put between the digits of a mobile number, and of a longer one, where a comma begins the next. */
const GAP = String.raw`[\s.·_/,，、()（）\p{Pd}]*`;
const NARROW = String.raw`[\s.·_/\p{Pd}]*`;
const digits = (count: number | string, gap = GAP) => `(?:${gap}\\d){${count}}`;
const MOBILE = `(?<!\\d)(?:(?:\\+|00)?86${GAP})?(1${GAP}[3-9]${digits(1)})${digits(4)}${GAP}(\\d${digits(3)})(?!\\d)`;
/** Eighteen signs; on the cards of old fifteen digits: where, when, which. */
const CITIZEN = `(?<!\\d)([1-9]${digits(2, NARROW)})(?:${digits(14, NARROW)}${NARROW}[\\dXx]|\\d{3}${NARROW}\\d{6}${NARROW}\\d{3})(?!\\d)`;
/** The beginning of either, at the end of words that were cut. */
const CUT = `(?<!\\d)(\\d${digits(2)})${digits('4,')}${GAP}…$`;
/** Of its digits a number could be made, but it says when. */
const DATE = /(?<!\d)(?:19|20)\d\d([./-])\d{1,2}\1\d{1,2}(?!\d)/;
const HIDDEN = new RegExp([CITIZEN, MOBILE, CUT].join('|'), 'gu');

/**
 * Hides mobile phones (138****0001) and citizens' numbers (330****), however they are written: full width, with +86, with gaps. What a person
 * wrote down of themselves does not belong on paper that gets lost. Words without any stay as they are.
 */
export function hideNumbers(words: string): string {
  // Of what stands for digits and signs alone, so that Chinese punctuation stays.
  const plain = words.replace(/[^\p{ASCII}]/gu, (sign) => {
    const common = sign.normalize('NFKC');
    return /^[\d\s.+X-]$/i.test(common) ? common : sign;
  });
  const hidden = plain.replace(HIDDEN, (whole, citizen?: string, start?: string, end?: string, cut?: string) => {
    if (start && DATE.test(whole)) return whole;
    const shown = `${citizen ?? start ?? cut}****${end ?? ''}`.replace(/[^\d*]/g, '');
    return whole.endsWith('…') ? `${shown}…` : shown;
  });
  return hidden === plain ? words : hidden;
}
