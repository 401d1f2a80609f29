import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, string, number, Buffer>(scrypt);

/**
 * What is kept of an invitation code. Slow on purpose (about 50 ms): eight characters could be found again from a plain hash.
 * The county is the salt, so that a row is found by its hash.
 */
export function hashInvitation(jurisdiction: string, code: string): Promise<Buffer> {
  return derive(code, `invitation/${jurisdiction}`, 32);
}
