/** What people put between the digits of a mobile number, and of a longer one, where a comma begins the next. */
const GAP = String.raw`[\s.·_/,，、()（）\p{Pd}]*`;
const NARROW = String.raw`[\s.·_/\p{Pd}]*`;
const digits = (count: number | string, gap = GAP) => `(?:${gap}\\d){${count}}`;
/** Both are numbers only where no digit stands before them: engines of older phones can't look behind, so whoever uses them asks. */
export const MOBILE = `(?:(?:\\+|00)?86${GAP})?(1${GAP}[3-9]${digits(1)})${digits(4)}${GAP}(\\d${digits(3)})(?!\\d)`;
/** Eighteen signs; on the cards of old fifteen digits: where, when, which. */
export const CITIZEN = `([1-9]${digits(2, NARROW)})(?:${digits(14, NARROW)}${NARROW}[\\dXx]|\\d{3}${NARROW}\\d{6}${NARROW}\\d{3})(?!\\d)`;
/** The beginning of either, at the end of words that were cut. */
export const CUT = `(\\d${digits(2)})${digits('4,')}${GAP}…$`;
/** Of its digits a number could be made, but it says when. */
export const DATE = /(?:^|\D)(?:19|20)\d\d([./-])\d{1,2}\1\d{1,2}(?!\d)/;

/** The same words with plain digits and signs, so that Chinese punctuation stays. */
export function withPlainDigits(words: string): string {
  return words.replace(/[^\p{ASCII}]/gu, (sign) => {
    const common = sign.normalize('NFKC');
    return /^[\d\s.+X-]$/i.test(common) ? common : sign;
  });
}
