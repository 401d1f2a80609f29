import type { SignedForm } from '../../shared/kernel/files';
import { type Account, escaped, presign, signPolicy } from './sigv4';

export type StorageSettings = Account & {
  /** The bucket of what is kept. */
  uploads: string;
  /** The bucket of what phones send; everything in it is gone a day later. */
  incoming: string;
  /** The bucket of the halves of keys: it keeps no old versions, so that what is removed is gone. */
  keys: string;
  /** Another S3 than AWS's, with the bucket in its path; null in a deployed stage. */
  url: string | null;
};

/**
 * Files people send and files we make. Nothing in it is public. A key is `<kind>/<jurisdiction>/<id>`, and `incoming/…` lies apart,
 * where originals (with the place in them) end by themselves within a day; so does `keys/…`, where nothing stays that was removed.
 * Everything that asks the network throws `StorageAway` and nothing else.
 */
export type Storage = {
  /** A form for one file of exactly this `type`, 1 to `maxBytes` bytes, to be sent within `minutes`. Sending it again replaces the file. */
  signForm(form: { key: string; type: string; maxBytes: number; minutes: number }): SignedForm;
  /**
   * An address that opens the file as `type` and nothing else, for `minutes` and no longer. With `fileName` a browser saves it under that
   * name, at once or, when it `opens` there first, when it is told to. A `steady` one is the same within five minutes, so that a phone loads
   * a picture once; it ends up to five minutes earlier for that. What is public and `unchanging` may be kept for ever, by whoever is on the way.
   */
  link(key: string, options: Link): string;
  /** The file; null when there is none. One larger than `maxBytes` is not read. */
  get(key: string, maxBytes: number): Promise<Uint8Array | null>;
  put(key: string, bytes: Uint8Array, type: string): Promise<void>;
  /** What is not there is removed too. */
  remove(key: string): Promise<void>;
};

type Link = {
  type: string;
  minutes: number;
  fileName?: string;
  opens?: boolean;
  steady?: boolean;
  unchanging?: boolean;
};

/** The storage did not do what was asked. Its words and the address are left out, because the address opens the file. */
export class StorageAway extends Error {
  override name = 'StorageAway';
}

const KEY = /^(incoming|keys|results|pictures|files|prints)\/\d{6}\/[\w-]+(\.\w+)?$/;
const ATTEMPTS = 3;
// Three of them fit into a transaction that waits, which PostgreSQL ends after 15 s.
const ATTEMPT_MS = 4_000;
const SAME_LINK_MS = 5 * 60_000;
const FIVE_MINUTES = `private, max-age=${SAME_LINK_MS / 1000}`;
const FOR_EVER = 'public, max-age=31536000, immutable';

/** Opens nothing yet: the first call connects. */
export function openStorage(settings: StorageSettings, now: () => Date): Storage {
  const addressOf = (key: string) => `${bucketUrl(settings, bucketOf(settings, key))}/${key}`;
  const ask = async (method: 'GET' | 'PUT' | 'DELETE', key: string, sent?: { bytes: Uint8Array; type: string }) =>
    again(() => once(presign(settings, { method, url: addressOf(key), seconds: 60 }, now()), method, sent));
  return {
    signForm({ key, type, maxBytes, minutes }) {
      const bucket = bucketOf(settings, key);
      const at = now();
      const conditions = [{ bucket }, { key }, { 'Content-Type': type }, ['content-length-range', 1, maxBytes]];
      const expiresAt = new Date(at.getTime() + minutes * 60_000);
      const fields = { key, 'Content-Type': type, ...signPolicy(settings, { conditions, expiresAt }, at) };
      return { url: bucketUrl(settings, bucket), fields };
    },
    link(key, { type, minutes, fileName, opens = !fileName, steady = false, unchanging = false }) {
      const at = steady ? new Date(Math.floor(now().getTime() / SAME_LINK_MS) * SAME_LINK_MS) : now();
      const named = fileName ? `; filename*=UTF-8''${escaped(fileName)}` : '';
      const query = {
        'response-content-type': type,
        'response-content-disposition': `${opens ? 'inline' : 'attachment'}${named}`,
        // What a phone keeps must not outlive the address by more than the address itself is steady.
        'response-cache-control': unchanging ? FOR_EVER : steady ? FIVE_MINUTES : 'private, no-store',
      };
      return presign(settings, { method: 'GET', url: addressOf(key), query, seconds: minutes * 60 }, at);
    },
    async get(key, maxBytes) {
      const response = await ask('GET', key);
      if (response.status === 404) return null;
      if (Number(response.headers.get('content-length')) > maxBytes) {
        await response.body?.cancel();
        throw new StorageAway('larger than allowed');
      }
      const bytes = await response.arrayBuffer().catch(() => null);
      if (!bytes) throw new StorageAway('broke off');
      return new Uint8Array(bytes);
    },
    async put(key, bytes, type) {
      const { status } = await ask('PUT', key, { bytes, type });
      if (status === 404) throw new StorageAway('no bucket');
    },
    async remove(key) {
      await ask('DELETE', key);
    },
  };
}

/** A key somebody could have made up would reach into another county. */
function bucketOf({ uploads, incoming, keys }: StorageSettings, key: string): string {
  if (!KEY.test(key)) throw new TypeError('a key of the storage is <kind>/<jurisdiction>/<id>');
  if (key.startsWith('keys/')) return keys;
  return key.startsWith('incoming/') ? incoming : uploads;
}

/** Where a bucket is, without a slash at the end. */
export function bucketUrl({ region, url }: Pick<StorageSettings, 'region' | 'url'>, bucket: string): string {
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return url ? `${url}/${bucket}` : `https://${bucket}.s3.${region}.${suffix}`;
}

/** Every one of the three methods may be repeated without harm. */
async function again(attempt: () => Promise<Response>): Promise<Response> {
  for (let attempts = 1; ; attempts += 1) {
    const response = await attempt().catch(() => null);
    if (response?.ok || response?.status === 404) return response;
    await response?.body?.cancel();
    const mayPass = !response || response.status >= 500;
    if (!mayPass || attempts === ATTEMPTS)
      throw new StorageAway(response ? `answered ${response.status}` : 'no answer');
    await new Promise((wake) => setTimeout(wake, 100 * 2 ** attempts));
  }
}

async function once(url: string, method: string, sent?: { bytes: Uint8Array; type: string }): Promise<Response> {
  const body = sent ? { body: new Uint8Array(sent.bytes), headers: { 'content-type': sent.type } } : {};
  return fetch(url, { method, ...body, redirect: 'error', signal: AbortSignal.timeout(ATTEMPT_MS) });
}
