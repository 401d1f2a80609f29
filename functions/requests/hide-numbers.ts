/** What people put between digits. */
const GAP = String.raw`[\s.·\p{Pd}]*`;
const digits = (count: number | string) => `(?:${GAP}\\d){${count}}`;
const MOBILE = `(?<!\\d)(?:(?:\\+|00)?86${GAP})?(1${GAP}[3-9]${digits(1)})${digits(4)}${GAP}(\\d${digits(3)})(?!\\d)`;
const CITIZEN = `(?<!\\d)([1-9]${digits(2)})${digits(14)}${GAP}[\\dXx](?!\\d)`;
/** The beginning of either, at the end of words that were cut. */
const CUT = `(?<!\\d)(\\d${digits(2)})${digits('4,')}${GAP}…$`;
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
    const shown = `${citizen ?? start ?? cut}****${end ?? ''}`.replace(/[^\d*]/g, '');
    return whole.endsWith('…') ? `${shown}…` : shown;
  });
  return hidden === plain ? words : hidden;
}
