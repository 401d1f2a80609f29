import type { StoredPhoto } from '../platform/call';
import { MAX_BYTES } from '../platform/images';
import { type Storage, StorageAway } from '../platform/storage';

/** What fits into the memory of one call, twice: as it was read, and in the zip. A photo of a phone of ours has about 0.3 MB. */
const MOST_BYTES = 40 * 1024 * 1024;
const MOST_PHOTOS = 150;
/** A call has 29 s; a storage that does not answer must not take the words along with the photos. */
const MOST_MS = 12_000;
const AT_ONCE = 5;

/** `name`: its path in the zip. `missing`: why it is not there, in words; then it has no `bytes`. */
export type ReadPhoto = { name: string; bytes?: Uint8Array; missing?: string };

const UNREAD = '这张没读出来，过一会儿再拷一次';
const GONE = '这张找不到了';
const TOO_MANY = '照片太多，这张没放进去，请到那件事里看';

/** Photos by their key, numbered in the order given, as many as fit; each that does not, or can't be read, says why. */
export async function readPhotos(
  storage: Pick<Storage, 'get'>,
  wanted: readonly StoredPhoto[],
): Promise<Map<string, ReadPhoto>> {
  const until = performance.now() + MOST_MS;
  const read = new Map<string, ReadPhoto>();
  let room = MOST_BYTES;
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const some = wanted.slice(at, at + AT_ONCE);
    const fits = at < MOST_PHOTOS && room >= AT_ONCE * MAX_BYTES;
    const got = await Promise.all(
      some.map(({ key }) => {
        if (!fits) return { missing: TOO_MANY };
        return performance.now() < until ? readOne(storage, key) : { missing: UNREAD };
      }),
    );
    for (const [index, { key, type }] of some.entries()) {
      const one: Omit<ReadPhoto, 'name'> = got[index] ?? { missing: UNREAD };
      room -= one.bytes?.length ?? 0;
      read.set(key, { name: `照片/${String(at + index + 1).padStart(3, '0')}.${ENDINGS[type] ?? 'jpg'}`, ...one });
    }
  }
  return read;
}

const ENDINGS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' };

async function readOne(storage: Pick<Storage, 'get'>, key: string): Promise<Omit<ReadPhoto, 'name'>> {
  try {
    const bytes = await storage.get(key, MAX_BYTES);
    return bytes ? { bytes } : { missing: GONE };
  } catch (error) {
    if (error instanceof StorageAway) return { missing: UNREAD };
    throw error;
  }
}
