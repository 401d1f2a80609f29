import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes, base64url (43 characters): a refresh token, or what a waiting computer holds. They keep it; we keep its hash alone. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 is enough without salt or stretching where nobody can guess: 256 random bits, or 80 that live for five minutes. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
