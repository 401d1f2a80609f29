import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

// RFC 6238 with what every telephone's app can do: SHA-1, six digits, half a minute.
const STEP_MS = 30_000;
const DIGITS = 6;
/** A telephone's clock may be so many steps off. */
const DRIFT = 1;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 random bits (RFC 4226, 4): as long as SHA-1 makes of them, and 32 letters without a rest. */
export function newTotpSecret(): string {
  return base32(randomBytes(20));
}

/** The step whose code this is, of those around `now`; of several the latest. Null where it is of none. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const current = Math.floor(now.getTime() / STEP_MS);
  const key = bytesOf(secret);
  for (let step = current + DRIFT; step >= current - DRIFT; step -= 1)
    if (isEqual(codeAt(key, step), code)) return step;
  return null;
}

/** The code of a moment, as a telephone shows it. */
export function totp(secret: string, now: Date): string {
  return codeAt(bytesOf(secret), Math.floor(now.getTime() / STEP_MS));
}

function codeAt(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash.at(-1) as number) & 15;
  const number = (hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

function isEqual(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** Base 32 (RFC 4648) of whole groups of five bytes. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five, 2)]).join('');
}

function bytesOf(text: string): Buffer {
  const bits = [...text].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
