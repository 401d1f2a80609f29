import type { copyOwnData as contract } from '../../shared/identity/contract/office';
import { ownDataText } from '../../shared/identity/own-data';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call, OwnPart, Person } from '../platform/call';
import { handOut } from '../platform/hand-out';
import { writeZip } from '../platform/spreadsheet/zip';
import { readOwn } from './own-data';
import { type ReadPhoto, readPhotos } from './own-photos';

const FILE = '连心站-我的资料';

/**
 * All that is kept of whoever asks as a file to take along (个人信息保护法 第四十五条): a text, the same as data, and the photos, which both name. What is of
 * others in one's matters is as the page shows it.
 * @throws StorageAway where the file could not be kept; a photo alone that could not be read is named as missing
 */
export async function copyOwnData(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { parts, ...data } = await readOwn(call);
  const wanted = parts.flatMap(({ entries }) => entries.flatMap(({ photos = [] }) => photos));
  const read = await readPhotos(call.services.storage, wanted);
  const told = { ...data, parts: parts.map((part) => withNames(part, read)) };
  const found = [...read.values()].flatMap(({ name, bytes }) => (bytes ? [{ name, bytes, packed: true }] : []));
  const bytes = writeZip([
    { name: `${FILE}.txt`, bytes: Buffer.from(ownDataText(told)) },
    { name: `${FILE}.json`, bytes: Buffer.from(JSON.stringify(told, null, 2)) },
    ...found,
  ]);
  const made = await handOut(call, { bytes, type: 'application/zip', extension: 'zip', fileName: `${FILE}.zip` });
  return { ...made, bytes: bytes.length, photos: found.length, missing: read.size - found.length };
}

/** Under each entry, which photos go with it; of one that is not there, why. */
function withNames(part: OwnPart, read: ReadonlyMap<string, ReadPhoto>): OwnPart {
  return {
    ...part,
    entries: part.entries.map(({ photos = [], ...entry }) => ({
      ...entry,
      lines: [
        ...entry.lines,
        ...photos.flatMap(({ key }) => {
          const photo = read.get(key);
          return photo ? [`照片：${photo.name}${photo.missing ? `（${photo.missing}）` : ''}`] : [];
        }),
      ],
    })),
  };
}
