import { readSlip, slipCode, spellSerial } from './slip';

const serial = { prefix: 'BS', number: 463 };
const spelt = spellSerial(serial);

test('a serial is read as people type it, and from its QR code', () => {
  expect(spelt).toMatch(/^BS-0463-\d$/);
  for (const typed of [
    spelt,
    spelt.toLowerCase(),
    spelt.replaceAll('-', ''),
    spelt.replaceAll('-', ' – '),
    `ＢＳ${spelt.slice(2)}`,
  ])
    expect(readSlip(typed)).toEqual({ ...serial, mac: null });
  expect(readSlip(slipCode(serial, 'K7P49WXD2M'))).toEqual({ ...serial, mac: 'K7P49WXD2M' });
  expect(readSlip(spellSerial({ prefix: 'TM', number: 123_456 }))).toEqual({
    prefix: 'TM',
    number: 123_456,
    mac: null,
  });
  for (const bad of ['', 'BS', '0463', 'BS-04-2', `${spelt}.x`, `X${spelt}`])
    expect(readSlip(bad)).toEqual({ misread: 'shape' });
});

test('one wrong digit and two neighbours swapped are always found', () => {
  const digits = spelt.replace(/\D/g, '');
  for (let at = 0; at < digits.length; at += 1) {
    for (const other of '0123456789') {
      const wrong = `BS${digits.slice(0, at)}${other}${digits.slice(at + 1)}`;
      expect('misread' in readSlip(wrong)).toBe(other !== digits[at]);
    }
    const swapped = `BS${digits.slice(0, at)}${digits[at + 1] ?? ''}${digits[at]}${digits.slice(at + 2)}`;
    if (digits[at + 1] !== undefined) expect('misread' in readSlip(swapped)).toBe(digits[at] !== digits[at + 1]);
  }
  expect(readSlip(`${spelt.slice(0, -1)}${(Number(spelt.at(-1)) + 1) % 10}`)).toMatchObject({
    misread: 'check',
    right: spelt.at(-1),
  });
});
