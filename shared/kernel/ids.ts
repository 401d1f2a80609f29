import * as z from 'zod/mini';

/** A congress's own division code (行政区划代码), six digits: the tenant. `330822` is 常山县. */
export const Jurisdiction = z.string().check(z.regex(/^\d{6}$/, '县的代码是 6 位数字。'));

/** UUID v7 made by the server. Lower case only, so that one id has one spelling. */
export const Id = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, '编号不对。'));

/** A village or community (村、社区): twelve digits. Its first nine are the town's, its first six the county's. */
export const VillageCode = z.string().check(z.regex(/^\d{12}$/, '请选一个村或社区。'));

const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code to print, scan or read out: no I, L, O, U. `random` gives an integer in [0, below). */
export function makeCode(length: number, random: (below: number) => number): string {
  return Array.from({ length }, () => CODE_ALPHABET[random(32)]).join('');
}

/** Damm's quasigroup: one wrong digit and one swap of neighbours are always found. */
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/** The digit that makes a number one whose every wrong digit, and every swap of neighbours, is found. */
export function dammDigit(digits: string): string {
  let interim = '0';
  for (const digit of digits) interim = DAMM[Number(interim)]?.[Number(digit)] ?? '0';
  return interim;
}

/**
 * Makes a tracking number (受理编号): eight random digits and a check digit, short enough to read out on the telephone.
 * `random` gives an integer in [0, below). Numbers are unique within a county; the caller tries again when one is taken.
 */
export function makeTrackingNumber(random: (below: number) => number): string {
  const digits = String(10_000_000 + random(90_000_000));
  return digits + dammDigit(digits);
}

/** True when the nine digits carry their check digit; catches a misheard digit before anyone searches. */
export function isTrackingNumber(text: string): boolean {
  return /^\d{9}$/.test(text) && dammDigit(text) === '0';
}

/** `472618305` → `4726 1830 5`, as it is printed and read out. */
export function spellTrackingNumber(number: string): string {
  return `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`;
}
