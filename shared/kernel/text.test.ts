import fc from 'fast-check';
import * as z from 'zod/mini';
import { clean, lengthFault, lengthOf, shorten, words } from './text';

const FILLERS = [
  ...'\u00ad\u034f\u061c\u115f\u1160\u17b4\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2064\u206a',
  ...'\u2800\u3164\ufe00\ufe0f\uffa0\ufff9\u{e0001}\u{e0020}\u{e007f}\u{e0100}\u{1d173}\u0080',
];

const anything = fc.string({ unit: 'binary', maxLength: 60 });
/** Where joiners, signs and halves of characters meet. */
const unseen = fc
  .array(fc.constantFrom(...FILLERS, '\u0301', '\u0344', '\ud83d', '\ude00', '👨', 'a', ' ', '\n', '\u0f73'), {
    maxLength: 40,
  })
  .map((letters) => letters.join(''));

test('what nobody can see or store is dropped, what people write stays', () => {
  expect(clean('\u0000路灯\ud800坏\u202e了\u200b\ufeff ')).toBe('路灯坏了');
  expect(clean('  一\r\n二\r三\t四\n ')).toBe('一\n二\n三\t四');
  expect(clean('👨‍👩‍👧 a\u0301')).toBe('👨‍👩‍👧 á');
  expect(clean('一\v二\f三\x85四\u2028五\u2029六')).toBe('一\n二\n三\n四\n五\n六');
  expect(clean('=1+1; drop table <b>')).toBe('=1+1; drop table <b>');
});

test.each(FILLERS)('twelve of %j are no words, nor is what they stand between', (filler) => {
  expect(clean(filler.repeat(12))).toBe('');
  expect(clean(`${filler} ${filler}\n${filler}`)).toBe('');
  const padded = words(2, 99).safeParse(`路${filler.repeat(12)}`);
  expect(padded.error?.issues.map(({ message }) => message)).toEqual(['再多写几个字，至少 2 个字。']);
});

test('joined emoji, letters chosen by a selector, Uyghur, Persian and Mongolian stay as they are', () => {
  for (const text of [
    '👨‍👩‍👧‍👦',
    '👁️‍🗨️❤️',
    '1️⃣',
    '葛\u{e0100}市',
    'مەھەللىمىزدىكى يول چىرىغى',
    'می\u200cخواهم',
    'ᠮᠣᠩᠭᠣᠯ\u180b ᠪᠠᠶᠢᠨ\u180e\u1820',
    'བོད་ཡིག',
    'ทุ่งที่',
  ])
    expect(clean(text)).toBe(text.normalize('NFC'));
});

test('nothing hides inside a word, and what has no sign of its own is no words', () => {
  for (const text of ['路\u200d灯', '路\u200c灯', '路\u200b灯', '路\u{1d159}灯', '路\ufffc灯', '𠮷\u200d灯'])
    expect(clean(text)).toBe(text.startsWith('𠮷') ? '𠮷灯' : '路灯');
  expect(clean('a\u200db1\u200d2。\u200d！')).toBe('ab12。！');
  for (const letter of ['\ue000', '\u{f0000}', '\u0378', '\u0301'])
    expect(words(2, 99).safeParse(`路${letter.repeat(12)}`).success).toBe(false);
  expect(words(2, 99).safeParse('\u{2ebf0}\u{323b0}').success).toBe(true);
});

test('words of which nothing can be seen are refused by what they are, also where none had to be written', () => {
  for (const text of ['\u0301', '\u0301\u200d\u0316', '\ue000', '\u0378', '\u{13441}\u{13442}', '\u{2fffe}'])
    for (const least of [0, 1, 2])
      expect([
        text,
        words(least, 9)
          .safeParse(text)
          .error?.issues.map(({ message }) => message),
      ]).toEqual([text, ['写的字看不出来，请重新写一遍。']]);
  for (const text of ['', ' ', '\u3164', '\u{e0061}\u202e']) expect(words(0, 9).parse(text)).toBe('');
});

test('signs are stacked eight high, and a stack is no words', () => {
  expect(clean(`好${'\u0316'.repeat(1_990)}路`)).toBe(`好${'\u0316'.repeat(8)}路`);
  expect(lengthOf(clean(`好${'\u0316\u200d'.repeat(990)}`))).toBe(9);
  expect(words(2, 99).safeParse(`好${'\u0316'.repeat(9)}`).success).toBe(false);
  expect(words(2, 99).safeParse('好　 好').success).toBe(true);
  expect(words(3, 99).safeParse('好　 好').success).toBe(false);
});

test('cleaned text is well-formed UTF-16, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(anything, unseen), (text) => {
      const once = clean(text);
      expect(clean(once)).toBe(once);
      expect(Buffer.from(once, 'utf8').toString('utf8')).toBe(once);
      expect(once).not.toContain('\u0000');
    }),
  );
});

test('length is counted in characters, after cleaning', () => {
  const two = words(2, 3);
  expect(lengthOf('😀𠮷a')).toBe(3);
  expect(two.safeParse('😀𠮷a').success).toBe(true);
  expect(two.safeParse(' a\u0000 ').error?.issues.map(({ message }) => message)).toEqual([
    '再多写几个字，至少 2 个字。',
  ]);
  expect(two.safeParse('一二三四').error?.issues[0]?.message).toBe('太长了，最多 3 个字。');
  expect(words(1, 3).safeParse(' \n').error?.issues[0]?.message).toBe('这里要填一下。');
  expect(words(0, 3).parse(' ')).toBe('');
  expect(z.toJSONSchema(two)).toMatchObject({ minLength: 2, maxLength: 3 });
});

test('a screen says of words what the schema would', () => {
  fc.assert(
    fc.property(fc.oneof(anything, unseen), fc.nat(12), fc.nat(20), (text, fewest, most) => {
      const { error } = words(fewest, most).safeParse(text);
      expect(lengthFault(text, [fewest, most])).toBe(error?.issues[0]?.message ?? null);
    }),
  );
});

test('cut text has at most so many characters, the last one an ellipsis, and no half of one', () => {
  expect(shorten('一二三', 3)).toBe('一二三');
  expect(shorten('😀😀😀😀', 3)).toBe('😀😀…');
  // Words of several letters stay whole, and what hangs on a letter stays with it.
  expect(shorten('please mend the road', 14)).toBe('please mend…');
  expect(shorten('路灯 streetlight 坏了', 8)).toBe('路灯…');
  expect(shorten('كوچا چىراغلىرى ئۆچۈك', 12)).toBe('كوچا…');
  expect(shorten('གློག་སྒྲོན་མི་འདུག', 10)).toBe('གློག་…');
  expect(shorten('好👨‍👩‍👧好好', 4)).toBe('好…');
  expect(shorten('streetlight', 6)).toBe('stree…');
  fc.assert(
    fc.property(anything, fc.integer({ min: 1, max: 20 }), (text, max) => {
      const cut = shorten(clean(text), max);
      expect(lengthOf(cut)).toBeLessThanOrEqual(max);
      expect(Buffer.from(cut).toString()).toBe(cut);
    }),
  );
});
