import fc from 'fast-check';
import * as z from 'zod/mini';
import { clean, lengthOf, shorten, words } from './text';

const anything = fc.string({ unit: 'binary', maxLength: 60 });

test('what nobody can see or store is dropped, what people write stays', () => {
  expect(clean('\u0000路灯\ud800坏\u202e了\u200b\ufeff ')).toBe('路灯坏了');
  expect(clean('  一\r\n二\r三\t四\n ')).toBe('一\n二\n三\t四');
  expect(clean('👨‍👩‍👧 a\u0301')).toBe('👨‍👩‍👧 á');
  expect(clean('=1+1; drop table <b>')).toBe('=1+1; drop table <b>');
});

test('cleaned text is well-formed UTF-16, and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(anything, (text) => {
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

test('cut text has at most so many characters, the last one an ellipsis, and no half of one', () => {
  expect(shorten('一二三', 3)).toBe('一二三');
  expect(shorten('😀😀😀😀', 3)).toBe('😀😀…');
  fc.assert(
    fc.property(anything, fc.integer({ min: 1, max: 20 }), (text, max) => {
      const cut = shorten(clean(text), max);
      expect(lengthOf(cut)).toBeLessThanOrEqual(max);
      expect(Buffer.from(cut).toString()).toBe(cut);
    }),
  );
});
