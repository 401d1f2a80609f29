import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NAMES = ['TOKEN_KEYS', 'PHONE_KEYS', 'PHONE_HASH_KEYS'] as const;

/** Keys of this machine's demo, made once and kept in the data directory: sessions and sealed phones outlive a restart. */
export function localSecrets(dataDir: string): Record<(typeof NAMES)[number], string> {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) {
    const made = Object.fromEntries(NAMES.map((name) => [name, `local1:${randomBytes(32).toString('base64')}`]));
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}
