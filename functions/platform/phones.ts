import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Key, Keys } from './keys';

/** Whose number it is. It is bound into the seal, so a row's cipher moved to another person does not open. */
type PhoneOwner = { jurisdiction: string; personId: string };

type PhoneHash = { hash: Buffer; key: string };

export type Phones = {
  /** AES-256-GCM under the current key: length of key id, key id, 12 bytes nonce, cipher, 16 bytes tag. */
  encrypt(phone: string, owner: PhoneOwner): Buffer;
  /** The number as `+86…`. Throws when the key is gone, the bytes were changed, or they belong to someone else. */
  decrypt(sealed: Uint8Array, owner: PhoneOwner): string;
  /** Another secret of the same owner (动态码), under the same keys; nothing that was sealed as a number opens as one, nor the other way round. */
  sealSecret(secret: string, owner: PhoneOwner): Buffer;
  openSecret(sealed: Uint8Array, owner: PhoneOwner): string;
  /** HMAC-SHA-256 under the current key, to store and to find a number by. */
  phoneHash(phone: string): PhoneHash;
  /** Under every key, the current one first: what to search for while old hashes are still about. */
  phoneHashes(phone: string): PhoneHash[];
};

const NONCE = 12;
const TAG = 16;

/** `keys` seal (32 bytes each), `hashKeys` find. Both kinds may change: what was written before stays readable. */
export function openPhones({ keys, hashKeys }: { keys: Keys; hashKeys: Keys }): Phones {
  return {
    encrypt: (phone, owner) => seal(keys[0], 'phone', canonical(phone), owner),
    decrypt: (sealed, owner) => open(keys, 'phone', Buffer.from(sealed), owner),
    sealSecret: (secret, owner) => seal(keys[0], 'second-factor', secret, owner),
    openSecret: (sealed, owner) => open(keys, 'second-factor', Buffer.from(sealed), owner),
    phoneHash: (phone) => hashUnder(hashKeys[0], canonical(phone)),
    phoneHashes: (phone) => hashKeys.map((key) => hashUnder(key, canonical(phone))),
  };
}

/** Every hash a number may have been kept under. */
export function hashesOf(phones: Pick<Phones, 'phoneHashes'>, phone: string): Buffer[] {
  return phones.phoneHashes(phone).map(({ hash }) => hash);
}

/** What a row keeps of its owner's number: the sealed number, and the hash it is found by with the id of its key. */
export function sealPhone(phones: Pick<Phones, 'encrypt' | 'phoneHash'>, phone: string, owner: PhoneOwner) {
  return { cipher: phones.encrypt(phone, owner), ...phones.phoneHash(phone) };
}

/** What a seal is of; it is bound in. */
type Kind = 'phone' | 'second-factor';

function seal(key: Key, kind: Kind, text: string, owner: PhoneOwner): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key.secret, nonce).setAAD(bound(kind, key.id, owner));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([key.id.length]), Buffer.from(key.id), nonce, sealed, cipher.getAuthTag()]);
}

function open(keys: Keys, kind: Kind, sealed: Buffer, owner: PhoneOwner): string {
  const start = 1 + (sealed[0] ?? 0);
  const id = sealed.subarray(1, start).toString('latin1');
  const key = keys.find((candidate) => candidate.id === id);
  if (!key || sealed.length < start + NONCE + TAG) throw new Error('a sealed phone can not be opened: no such key');
  const nonce = sealed.subarray(start, start + NONCE);
  const decipher = createDecipheriv('aes-256-gcm', key.secret, nonce, { authTagLength: TAG });
  decipher.setAAD(bound(kind, id, owner)).setAuthTag(sealed.subarray(-TAG));
  return decipher.update(sealed.subarray(start + NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
}

function bound(kind: Kind, keyId: string, { jurisdiction, personId }: PhoneOwner): Buffer {
  return Buffer.from(`${kind}/${keyId}/${jurisdiction}/${personId}`);
}

function hashUnder({ id, secret }: Key, phone: string): PhoneHash {
  return { hash: createHmac('sha256', secret).update(phone).digest(), key: id };
}

function canonical(phone: string): string {
  const normal = normalizePhone(phone);
  if (!normal) throw new Error('not a phone number');
  return normal;
}

/**
 * `１３８ ００００-５６２１`, `86 138…`, `0086138…`, `+86 138…` → `+8613800005621`; a number with another country's code keeps it.
 * Null when it is not a mobile number of China and names no other country.
 */
export function normalizePhone(text: string): string | null {
  const chinese = chinesePhone(text);
  if (chinese) return chinese;
  const abroad = /^(?:\+|00)([1-9]\d{6,14})$/.exec(digitsOf(text));
  return abroad && !abroad[1]?.startsWith('86') ? `+${abroad[1]}` : null;
}

/** A mobile number of China alone, as `+86…`; null for any other. */
export function chinesePhone(text: string): string | null {
  const found = /^(?:(?:\+|00)?86)?(1[3-9]\d{9})$/.exec(digitsOf(text));
  return found ? `+86${found[1]}` : null;
}

/** A number as it was typed, without what people put between its digits, and what telephones wrap a copied one in (\p{Cf}). */
export function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}().]/gu, '');
}

/** `+8613800005621` → `138 **** 5621`, enough for its owner to know it; of another country's number the last four only. */
export function maskPhone(phone: string): string {
  const normal = canonical(phone);
  const local = /^\+86(\d{3})/.exec(normal)?.[1];
  return `${local ? `${local} ` : ''}**** ${normal.slice(-4)}`;
}
