import { createSecretKey, type KeyObject } from 'node:crypto';

/**
 * A secret with a short id. What it signed or sealed carries the id, so that keys can change while old things stay readable.
 * The bytes are a KeyObject because that prints as nothing when something logs it by mistake.
 */
export type Key = { id: string; secret: KeyObject };

/** The first signs and seals; every one of them reads. */
export type Keys = readonly [Key, ...Key[]];

const ENTRY = /^([a-z0-9]{1,16}):([A-Za-z0-9+/_-]+={0,2})$/;

/**
 * Reads `id:base64,id2:base64`: the current key first, then those still accepted. Null when an entry is malformed, an id comes
 * twice, or a key is shorter than 32 bytes (`exactly`: has another length).
 */
export function readKeys(text: string, exactly?: number): Keys | null {
  const keys: Key[] = [];
  for (const entry of text.split(',')) {
    const [, id, base64] = ENTRY.exec(entry.trim()) ?? [];
    if (!id || !base64 || keys.some((key) => key.id === id)) return null;
    const bytes = Buffer.from(base64, 'base64');
    if (bytes.length < 32 || (exactly && bytes.length !== exactly)) return null;
    keys.push({ id, secret: createSecretKey(bytes) });
  }
  const [current, ...older] = keys;
  return current ? [current, ...older] : null;
}
