import { dammDigit } from '../../kernel/ids';

/** A paper slip's serial (票号) without its check digit: two letters of the station, and a number no other slip of the station ever had. */
export type Serial = { prefix: string; number: number };

/** What stands on a slip: the serial, and from its QR code what shows that it was printed here; null where somebody typed it. */
export type ReadSlip = Serial & { mac: string | null };

const DIGITS = 4;
export const MAC_LETTERS = 10;

/** Letters count as two digits, A as 10, so that a slip's check digit is another at every station. */
const figuresOf = (prefix: string) => [...prefix].map((letter) => letter.charCodeAt(0) - 55).join('');
const padded = (number: number) => String(number).padStart(DIGITS, '0');
const checkOf = (prefix: string, digits: string) => dammDigit(figuresOf(prefix) + digits);

/** `BS-0463-2`, as it is printed and read out; the last is a check digit by Damm: it finds one wrong digit, and two neighbours swapped. */
export function spellSerial({ prefix, number }: Serial): string {
  return `${prefix}-${padded(number)}-${checkOf(prefix, padded(number))}`;
}

/** What a slip's QR code says. */
export function slipCode(serial: Serial, mac: string): string {
  return `${spellSerial(serial)}.${mac}`;
}

/** Why a text is no slip: it does not look like one, or its check digit should be another. */
export type Misread = { misread: 'shape' } | { misread: 'check'; given: string; right: string };

/** What somebody typed or scanned: small letters, full width, with or without dashes. */
export function readSlip(text: string): ReadSlip | Misread {
  const [typed = '', mac = null] = text.normalize('NFKC').toUpperCase().split('.');
  const parts = /^([A-Z]{2})(\d{4,9})(\d)$/.exec(typed.replace(/[\s\p{Pd}_]/gu, ''));
  if (!parts || (mac !== null && !/^[0-9A-Z]{10}$/.test(mac))) return { misread: 'shape' };
  const [, prefix = '', digits = '', given = ''] = parts;
  const right = checkOf(prefix, digits);
  return given === right ? { prefix, number: Number(digits), mac } : { misread: 'check', given, right };
}
