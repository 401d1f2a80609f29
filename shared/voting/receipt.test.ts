import fc from 'fast-check';
import { readReceipt, receiptOf, spellReceipt } from './receipt';

const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('a receipt is twelve letters that can be read out, and comes back as it was', () => {
  fc.assert(
    fc.property(leaf, (leaf) => {
      const code = receiptOf(leaf);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
      expect(readReceipt(spellReceipt(code))).toBe(code);
      expect(readReceipt(` ${code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(code);
    }),
  );
});

test('it is the first sixty bits of the leaf', () => {
  const other = (byte: number) => Uint8Array.from({ length: 32 }, (_, at) => (at === byte ? 1 : 0));
  const none = receiptOf(new Uint8Array(32));
  expect(none).toBe('000000000000');
  for (let byte = 0; byte < 7; byte += 1) expect(receiptOf(other(byte))).not.toBe(none);
  expect(receiptOf(other(8))).toBe(none);
});

test.each(['', 'K7P4 9WXD', 'K7P4 9WXD 2M6U', 'K7P4 9WXD 2M6T 1'])('%p is none', (text) => {
  expect(readReceipt(text)).toBeNull();
});
