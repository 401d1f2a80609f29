import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, string, number, Buffer>(scrypt);

/** Slow on purpose (about 50 ms): eight characters could be found again from a plain hash. `salt` says what the code is for, and whose. */
export function slowHash(salt: string, code: string): Promise<Buffer> {
  return derive(code, salt, 32);
}
