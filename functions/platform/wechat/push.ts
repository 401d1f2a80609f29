import { createDecipheriv, createHash, type KeyObject, timingSafeEqual } from 'node:crypto';

/** WeChat's signature (消息推送): the SHA-1 of these texts in order of their characters. */
function signatureOf(texts: readonly string[]): string {
  return createHash('sha1')
    .update([...texts].sort().join(''))
    .digest('hex');
}

/** True when `signature` is WeChat's for these texts, of which the token is one. */
export function isSigned(signature: string, ...texts: readonly string[]): boolean {
  const [given, ours] = [Buffer.from(signature), Buffer.from(signatureOf(texts))];
  return given.length === ours.length && timingSafeEqual(given, ours);
}

const BLOCK = 32;
const RANDOM = 16;

/**
 * Opens what WeChat sealed: AES-256-CBC over 16 random bytes, the length, the message and the appid, filled up to blocks of 32.
 * @returns null when it was not sealed with this key for this appid
 */
export function openSealed(sealed: string, key: KeyObject, appid: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length === 0 || bytes.length % 16) return null;
  const decipher = createDecipheriv('aes-256-cbc', key, key.export().subarray(0, 16)).setAutoPadding(false);
  const filled = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const padding = filled[filled.length - 1] as number;
  if (padding < 1 || padding > BLOCK || padding > filled.length - RANDOM - 4) return null;
  const content = filled.subarray(RANDOM, filled.length - padding);
  const length = content.readUInt32BE(0);
  if (length > content.length - 4) return null;
  const message = content.subarray(4, 4 + length).toString('utf8');
  return content.subarray(4 + length).toString('utf8') === appid ? message : null;
}
