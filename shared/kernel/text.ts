import * as z from 'zod/mini';

// NUL breaks PostgreSQL, lone surrogates break UTF-8, bidi overrides make a sentence read differently from what it says, and fillers
// make nothing look like words. A villager who pastes such a thing has done nothing wrong, so they are dropped rather than complained about.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const UNSEEN = /[\0-\x08\x0e-\x1f\x7f-\x9f\u2800\ufff9-\ufffc\u{1d159}\p{DI}\p{Cs}]+/gu;
/** What ends a line where the words come from: a terminal, a word processor. */
const LINE_END = /\r\n?|[\v\f\x85\u2028\u2029]/g;
/** What families of emoji, Uyghur, Persian and Mongolian are written with, behind something that can be seen. */
const JOINER = /^\p{VS}?[\u180e\u200c\u200d]?/u;
/** Behind these a joiner joins nothing; it only hides the word from a search. */
const UNJOINED =
  /([\p{Script=Han}\p{Script=Latin}\p{Script=Hira}\p{Script=Kana}\p{N}\p{P}])([\p{M}\u180e\u200c\u200d]+)/gu;
/** No script stacks more signs on one letter. */
const STACK = /([\p{M}\p{Cf}]{8})[\p{M}\p{Cf}]+/gu;
/**
 * What can be seen, also of the Chinese characters that are newer than this Unicode; not signs upon letters, nor private use, nor the blanks
 * that Egyptian is set with.
 */
const SEEN = /(?![\u{13441}\u{13442}])[\p{L}\p{N}\p{P}\p{S}\u{20000}-\u{2fffd}\u{30000}-\u{3fffd}]/gu;

/** Drops what nobody can see or store, normalises to NFC, and trims. Line breaks and tabs stay. */
export function clean(text: string): string {
  return text
    .replace(LINE_END, '\n')
    .replace(UNSEEN, (run, at, whole) => (/\S/.test(whole[at - 1] ?? ' ') ? (JOINER.exec(run)?.[0] ?? '') : ''))
    .replace(UNJOINED, (_, letter, signs) => letter + signs.replace(/[^\p{M}]/gu, ''))
    .normalize('NFC')
    .replace(STACK, '$1')
    .trim();
}

/** Length as a person counts it: an emoji or a rare character is one. */
export function lengthOf(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** How long somebody's words may be: characters (字) that can be seen at least, characters of any kind at most. */
export type Length = readonly [fewest: number, most: number];

/** How a person is called. */
export const NAME: Length = [1, 20];
/** Why somebody did what others will ask about. */
export const REASON: Length = [2, 200];

const seenIn = (text: string) => text.match(SEEN)?.length ?? 0;
const tooShort = (fewest: number) => (fewest > 1 ? `再多写几个字，至少 ${fewest} 个字。` : '这里要填一下。');
const tooLong = (most: number) => `太长了，最多 ${most} 个字。`;

/** Said of words of which nothing can be seen: not kept, because no screen could show them. */
export const UNREADABLE = '写的字看不出来，请重新写一遍。';

/** Whether nothing of a text can be seen though it is not empty: signs without a letter, characters of one's own. */
export function isUnreadable(cleaned: string): boolean {
  return cleaned !== '' && seenIn(cleaned) === 0;
}

/** What `words` of that length would say of a text; null when it is long enough and not too long. */
export function lengthFault(text: string, [fewest, most]: Length): string | null {
  const cleaned = clean(text);
  if (isUnreadable(cleaned)) return UNREADABLE;
  if (seenIn(cleaned) < fewest) return tooShort(fewest);
  return lengthOf(cleaned) > most ? tooLong(most) : null;
}

/**
 * A person's words, cleaned, between `min` characters (字) that can be seen and `max` of any. For what comes in: a reply that were as strict
 * would fail for what an earlier rule let in.
 */
export function words(min: number, max: number) {
  const schema = z.string().check(
    z.overwrite(clean),
    z.refine((text) => !isUnreadable(text), { error: UNREADABLE, abort: true }),
    z.refine((text) => seenIn(text) >= min, { error: tooShort(min), abort: true }),
    z.refine((text) => lengthOf(text) <= max, tooLong(max)),
  );
  // JSON Schema counts characters as we do; zod's own minLength counts UTF-16 units.
  z.globalRegistry.add(schema, { minLength: min, maxLength: max });
  return schema;
}

/** Cuts to at most `max` characters, the last one an ellipsis when something was left out. */
export function shorten(text: string, max: number): string {
  const letters = [...text];
  if (letters.length <= max) return text;
  let end = max - 1;
  while (end > 0 && isInside(letters[end - 1] ?? '', letters[end] ?? '')) end -= 1;
  return `${letters
    .slice(0, end || max - 1)
    .join('')
    .trimEnd()}…`;
}

/** Of a script that writes words of several letters; Chinese may part anywhere, Tibetan behind each of its points. */
const WORD = /[\p{L}\p{M}\p{N}'’-]/u;
const PARTS_ANYWHERE = /[\p{Script=Han}\p{Script=Hira}\p{Script=Kana}]/u;
/** What hangs on the letter or the emoji before it. */
const HANGING = /[\p{M}\p{Emoji_Modifier}\u200c\u200d]/u;

/** Between these two nothing may be cut: they are letters of one word, or parts of one sign. */
function isInside(before: string, after: string): boolean {
  if (HANGING.test(after) || before === '\u200d') return true;
  return WORD.test(before) && WORD.test(after) && !PARTS_ANYWHERE.test(before) && !PARTS_ANYWHERE.test(after);
}

/** A mobile number as a clerk types it: full-width digits, spaces, hyphens and +86 are all right (手机号). */
export const PhoneNumber = z.string().check(
  z.overwrite((text) =>
    text
      .normalize('NFKC')
      .replace(/[\s()\-–—]/g, '')
      .replace(/^(\+|00)?86(?=1\d{10}$)/, ''),
  ),
  z.regex(/^1[3-9]\d{9}$/, '手机号是 11 位数字，请再看一看。'),
);
