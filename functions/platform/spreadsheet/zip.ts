import { crc32, inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { BROKEN, LOCKED, Unreadable } from './unreadable';

/** The files inside a zip, by lower-case path. */
export type Archive = { names: readonly string[]; read(name: string): Promise<Buffer | null> };

const MAX_ENTRIES = 2_000;
/** All the files of one archive together, unpacked; a workbook of 20,000 full rows stays below half of it. */
const MAX_SIZE = 48 * 1024 * 1024;
/** What a spreadsheet program writes shrinks to a fifth or a fiftieth; only what was made to explode shrinks more than this. */
const MAX_RATIO = 200;
/** More than deflate can: a list that says so was damaged. */
const BEST_RATIO = 1_032;
const RATIO_FROM = 1024 * 1024;
const TOO_LARGE = '文件里的内容太大了，打不开。请删掉下面的空行、图片和别的内容，只留名册再传。';

const DEFLATED = 8;

/**
 * Reads a zip's list without unpacking anything. Refuses what a spreadsheet program never writes: encrypted or overlapping entries, a name twice,
 * other ways of packing than deflate, more or larger files than any workbook has.
 * @throws Unreadable
 */
export async function openZip(bytes: Buffer): Promise<Archive> {
  // Names stay bytes: yauzl takes those not marked as UTF-8 for CP437, and refuses paths that only matter to who writes files to a disk.
  const zip = await fromBufferPromise(withoutTail(bytes), { decodeStrings: false }).catch(broken);
  if (zip.entryCount > MAX_ENTRIES) throw new Unreadable(TOO_LARGE);
  const entries = await listEntries(zip);
  refuseBombs(entries, bytes.length);
  const byName = new Map(entries.map((entry) => [nameOf(entry), entry]));
  const places = new Set(entries.map(({ relativeOffsetOfLocalHeader }) => relativeOffsetOfLocalHeader));
  if (byName.size < entries.length || places.size < entries.length) throw new Unreadable(BROKEN);
  return {
    names: [...byName.keys()],
    async read(name) {
      const entry = byName.get(name.toLowerCase());
      return entry ? unpack(zip, bytes, entry) : null;
    },
  };
}

const END = Buffer.from('PK\u0005\u0006', 'latin1');

/** Up to where the zip ends by its own word: yauzl refuses a file with bytes behind that, which a filter of mail or disks may have left there. */
function withoutTail(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(END);
  return end < 0 || end + 22 > bytes.length ? bytes : bytes.subarray(0, end + 22 + bytes.readUInt16LE(end + 20));
}

/** What yauzl does not understand: only that a file is encrypted is worth a sentence of its own. */
function broken(error: Error): never {
  throw new Unreadable(/encryption/.test(error.message) ? LOCKED : BROKEN);
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (error) {
    broken(error as Error);
  }
  if (entries.some((entry) => entry.isEncrypted())) throw new Unreadable(LOCKED);
  if (!entries.every((entry) => entry.canDecodeFileData())) throw new Unreadable(BROKEN);
  return entries;
}

function refuseBombs(entries: readonly Entry[], length: number): void {
  const total = (sizeOf: (entry: Entry) => number) => entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  // What can't be true comes first: such a file is damaged and not large.
  if (total(({ compressedSize }) => compressedSize) > length || !entries.every(canBe)) throw new Unreadable(BROKEN);
  if (total(({ uncompressedSize }) => uncompressedSize) > MAX_SIZE) throw new Unreadable(TOO_LARGE);
  if (
    entries.some(
      ({ uncompressedSize: size, compressedSize }) => size > Math.max(RATIO_FROM, compressedSize * MAX_RATIO),
    )
  )
    throw new Unreadable(TOO_LARGE);
}

function canBe({ compressionMethod, compressedSize, uncompressedSize }: Entry): boolean {
  if (compressionMethod !== DEFLATED) return compressedSize === uncompressedSize;
  return uncompressedSize <= (compressedSize + 1) * BEST_RATIO;
}

function nameOf({ fileNameRaw }: Entry): string {
  return fileNameRaw.toString('utf8').replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

/** Never gives more than the list said: the inflater stops there. */
async function unpack(zip: ZipFile, bytes: Buffer, entry: Entry): Promise<Buffer> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch(broken);
  const packed = bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  const whole = entry.compressionMethod === DEFLATED ? inflated(packed, entry.uncompressedSize) : packed;
  if (whole.length !== entry.uncompressedSize || crc32(whole) !== entry.crc32) throw new Unreadable(BROKEN);
  return whole;
}

function inflated(packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw new Unreadable(isTooLarge(error) && explodes(packed) ? TOO_LARGE : BROKEN);
  }
}

/** One changed byte can make more of a file than its list says. Only what becomes more than any workbook holds was made to. */
function explodes(packed: Buffer): boolean {
  try {
    inflateRawSync(packed, { maxOutputLength: Math.max(RATIO_FROM, Math.min(MAX_SIZE, packed.length * MAX_RATIO)) });
    return false;
  } catch (error) {
    return isTooLarge(error);
  }
}

function isTooLarge(error: unknown): boolean {
  return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
}

/** The first day a zip knows, by the local clock that fflate asks, so that the same content is the same file. */
const EPOCH = new Date(1980, 0, 1);

/** Packs files, in their order, into a zip; `packed`: what would not become smaller, such as a photo, and is put in as it is. */
export function writeZip(files: readonly { name: string; bytes: Uint8Array; packed?: boolean }[]): Buffer {
  const entries = files.map(({ name, bytes, packed }) => [name, packed ? [bytes, { level: 0 as const }] : bytes]);
  const zipped = zipSync(Object.fromEntries(entries), { mtime: EPOCH });
  return Buffer.from(zipped.buffer, zipped.byteOffset, zipped.byteLength);
}
