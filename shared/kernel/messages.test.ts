import * as z from 'zod/mini';
import { speakChinese } from './messages';

test('whatever zod finds wrong is said in Chinese, and a sentence of the schema comes first', () => {
  speakChinese();
  const schema = z.strictObject({
    text: z.string().check(z.minLength(2), z.maxLength(3)),
    own: z.string().check(z.regex(/^\d+$/, '要数字。')),
    count: z.int().check(z.gte(1)),
    one: z.enum(['a', 'b']),
    when: z.iso.datetime(),
    list: z.array(z.string()).check(z.minLength(1), z.maxLength(1)),
    either: z.union([z.string(), z.number()]),
  });
  const wrong = [
    {},
    null,
    { text: 'a', own: 'x', count: 0, one: 'c', when: 'now', list: [], either: true, more: 1 },
    { text: 'aaaa', own: 1, count: -1e300, one: null, when: 1, list: ['a', 'b'], either: null },
  ];
  const messages = wrong.flatMap((input) => schema.safeParse(input).error?.issues.map(({ message }) => message) ?? []);
  expect(messages.length).toBeGreaterThan(20);
  for (const message of messages) expect(message).toMatch(/^[\p{Script=Han}\d，。 ]+。$/u);
  expect(messages).toContain('要数字。');
});
