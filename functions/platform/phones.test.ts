import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import type { Keys } from './keys';
import { maskPhone, normalizePhone, openPhones } from './phones';

const key = (id: string, fill: number) => ({ id, secret: createSecretKey(Buffer.alloc(32, fill)) });
const first: Keys = [key('p1', 1)];
const firstHash: Keys = [key('h1', 11)];
const phones = openPhones({ keys: first, hashKeys: firstHash });
const rotated = openPhones({ keys: [key('p2', 2), ...first], hashKeys: [key('h2', 12), ...firstHash] });

const owner = { jurisdiction: '330822', personId: '0193a000-0000-7000-8000-000000000001' };
const mobile = fc.tuple(fc.integer({ min: 130, max: 199 }), fc.integer({ min: 0, max: 99_999_999 }));
const anyPhone = mobile.map(([head, tail]) => `+86${head}${String(tail).padStart(8, '0')}`);

test('what was sealed opens for its owner, and twice sealed never looks the same', () => {
  fc.assert(
    fc.property(anyPhone, (phone) => {
      const sealed = phones.encrypt(phone, owner);
      expect(phones.decrypt(sealed, owner)).toBe(phone);
      expect(phones.encrypt(phone, owner).equals(sealed)).toBe(false);
      expect(sealed.toString('latin1')).not.toContain(phone.slice(3));
    }),
  );
});

test('any changed, missing or added byte is noticed', () => {
  const sealed = phones.encrypt('13800005621', owner);
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] as number) ^ flip;
      expect(() => phones.decrypt(changed, owner)).toThrow();
      expect(() => phones.decrypt(sealed.subarray(0, at), owner)).toThrow();
    }),
  );
  expect(() => phones.decrypt(Buffer.concat([sealed, Buffer.of(0)]), owner)).toThrow();
});

test('a seal moved to another person or county does not open', () => {
  const sealed = phones.encrypt('13800005621', owner);
  expect(() => phones.decrypt(sealed, { ...owner, jurisdiction: '330823' })).toThrow();
  expect(() => phones.decrypt(sealed, { ...owner, personId: owner.personId.replace(/1$/, '2') })).toThrow();
});

test('what codes are made from opens for its owner alone, and never as a number', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const sealed = phones.sealSecret(secret, owner);
  expect(phones.openSecret(sealed, owner)).toBe(secret);
  expect(rotated.openSecret(sealed, owner)).toBe(secret);
  expect(sealed.toString('latin1')).not.toContain(secret);
  expect(() => phones.openSecret(sealed, { ...owner, jurisdiction: '330823' })).toThrow();
  expect(() => phones.decrypt(sealed, owner)).toThrow();
  expect(() => phones.openSecret(phones.encrypt('13800005621', owner), owner)).toThrow();
});

test('keys rotate: old seals open, new ones are under the new key', () => {
  const old = phones.encrypt('13800005621', owner);
  expect(rotated.decrypt(old, owner)).toBe('+8613800005621');
  expect(() => phones.decrypt(rotated.encrypt('13800005621', owner), owner)).toThrow('no such key');
});

test('however a number is written, it is found, also while keys change', () => {
  fc.assert(
    fc.property(anyPhone, fc.constantFrom('', '86', '0086', '+86 ', '＋８６'), (phone, prefix) => {
      const written =
        prefix +
        phone
          .slice(3)
          .replace(/(\d{3})(\d{4})/, '$1 $2-')
          .replace(/\d/g, wide);
      expect(normalizePhone(written)).toBe(phone);
      expect(phones.phoneHash(written)).toEqual(phones.phoneHash(phone));
      expect(rotated.phoneHashes(written)).toEqual([rotated.phoneHash(phone), phones.phoneHash(phone)]);
    }),
  );
});

const wide = (digit: string) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0);

test('two numbers have two hashes, and a hash without the key is another hash', () => {
  fc.assert(
    fc.property(anyPhone, anyPhone, (a, b) => {
      expect(phones.phoneHash(a).hash.equals(phones.phoneHash(b).hash)).toBe(a === b);
      expect(phones.phoneHash(a).hash.equals(rotated.phoneHash(a).hash)).toBe(false);
    }),
  );
});

test.each(['', '110', '12800005621', '1380000562', '138000056210', '+86057050001234', '没有电话', '+'])(
  '%p is no mobile number',
  (text) => {
    expect(normalizePhone(text)).toBeNull();
    expect(() => phones.encrypt(text, owner)).toThrow('not a phone number');
  },
);

test('numbers of other places keep their country, and marks nobody sees are dropped', () => {
  expect(normalizePhone('+852 5123 4567')).toBe('+85251234567');
  expect(normalizePhone('\u202d138 0000 5621\u202c')).toBe('+8613800005621');
});

test('anything at all either is a number or is not; nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => /^\+\d{7,15}$/.test(normalizePhone(text) ?? '+1234567')),
  );
});

test('a mask shows three and four digits, and never more', () => {
  expect(maskPhone('+8613800005621')).toBe('138 **** 5621');
  expect(maskPhone('１３８ ００００ ５６２１')).toBe('138 **** 5621');
  expect(maskPhone('+85251234567')).toBe('**** 4567');
});
