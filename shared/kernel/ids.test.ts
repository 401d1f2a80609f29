import fc from 'fast-check';
import { Id, isTrackingNumber, makeTrackingNumber, spellTrackingNumber, VillageCode } from './ids';

const number = fc.integer({ min: 0, max: 89_999_999 }).map((drawn) => makeTrackingNumber(() => drawn));

test('a tracking number has nine digits, does not begin with 0, and carries its check digit', () => {
  expect(makeTrackingNumber(() => 0)).toMatch(/^10000000\d$/);
  expect(makeTrackingNumber((below) => below - 1)).toMatch(/^99999999\d$/);
  fc.assert(fc.property(number, isTrackingNumber));
});

test('every single wrong digit is found', () => {
  fc.assert(
    fc.property(number, fc.nat(8), fc.integer({ min: 1, max: 9 }), (right, at, off) => {
      const wrong = String((Number(right[at]) + off) % 10);
      return !isTrackingNumber(right.slice(0, at) + wrong + right.slice(at + 1));
    }),
  );
});

test('every swap of neighbours is found', () => {
  fc.assert(
    fc.property(number, fc.nat(7), (right, at) => {
      const [a = '', b = ''] = [right[at], right[at + 1]];
      fc.pre(a !== b);
      return !isTrackingNumber(right.slice(0, at) + b + a + right.slice(at + 2));
    }),
  );
});

test('what is not nine digits is no tracking number', () => {
  for (const text of ['', '0', '12345678', '1234567890', '１２３４５６７８９', '47261830 ', '-12345678'])
    expect(isTrackingNumber(text)).toBe(false);
});

test('is read out in groups', () => {
  expect(spellTrackingNumber('472618305')).toBe('4726 1830 5');
});

test('one id has one spelling; a village code is twelve digits of ASCII', () => {
  const id = '0193a000-0000-7000-8000-00000000000a';
  expect(Id.safeParse(id).success).toBe(true);
  expect(Id.safeParse(id.toUpperCase()).success).toBe(false);
  expect(Id.safeParse(`${id}\n`).success).toBe(false);
  expect(VillageCode.safeParse('330822104201').success).toBe(true);
  expect(VillageCode.safeParse('３３０８２２１０４２０１').success).toBe(false);
});
