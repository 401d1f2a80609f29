import { crc32, inflateRawSync } from 'node:zlib';

/** A file that is not read any further; `reason` is the sentence for the person who sent it. */
export class Unreadable extends Error {
  constructor(readonly reason: string) {
    super('a workbook that can not be read');
  }
}

/** The files inside a zip, by lower-case path. */
export type Archive = { names: readonly string[]; read(name: string): Buffer | null };

type Entry = { name: string; method: number; packed: number; size: number; sum: number; offset: number };

const MAX_ENTRIES = 2_000;
/** All the files of one archive together, unpacked; a workbook of 20,000 full rows stays below half of it. */
const MAX_SIZE = 48 * 1024 * 1024;
/** What a spreadsheet program writes shrinks to a fifth or a fiftieth; only what was made to explode shrinks more than this. */
const MAX_RATIO = 200;
const RATIO_FROM = 1024 * 1024;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const BROKEN = '文件坏了，打不开。请用 Excel 或 WPS 打开，另存一份 .xlsx 再传。';
const TOO_LARGE = '文件里的内容太大了，打不开。请删掉下面的空行、图片和别的内容，只留名册再传。';

/**
 * Reads a zip's list without unpacking anything. Refuses what a spreadsheet program never writes: encrypted or overlapping entries, a name twice,
 * other ways of packing than deflate, more or larger files than any workbook has.
 * @throws Unreadable
 */
export function openZip(bytes: Buffer): Archive {
  const entries = readEntries(bytes);
  if (entries.reduce((sum, { size }) => sum + size, 0) > MAX_SIZE) throw new Unreadable(TOO_LARGE);
  if (entries.some(({ size, packed }) => size > RATIO_FROM && size > packed * MAX_RATIO))
    throw new Unreadable(TOO_LARGE);
  if (entries.reduce((sum, { packed }) => sum + packed, 0) > bytes.length) throw new Unreadable(BROKEN);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const places = new Set(entries.map(({ offset }) => offset));
  if (byName.size < entries.length || places.size < entries.length) throw new Unreadable(BROKEN);
  return {
    names: [...byName.keys()],
    read(name) {
      const entry = byName.get(name.toLowerCase());
      return entry ? unpack(bytes, entry) : null;
    },
  };
}

function readEntries(bytes: Buffer): Entry[] {
  const end = findEnd(bytes);
  const { count, start } = readEnd(bytes, end);
  if (count > MAX_ENTRIES) throw new Unreadable(TOO_LARGE);
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw new Unreadable(BROKEN);
    const flags = bytes.readUInt16LE(at + 8);
    const method = bytes.readUInt16LE(at + 10);
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    if (flags & 1) throw new Unreadable('文件加了密码，打不开。请去掉密码，另存一份再传。');
    if (method !== 0 && method !== 8) throw new Unreadable(BROKEN);
    entries.push({
      name: bytes
        .toString('utf8', at + 46, nameEnd)
        .replace(/\\/g, '/')
        .replace(/^\/+/, '')
        .toLowerCase(),
      method,
      sum: bytes.readUInt32LE(at + 16),
      ...placeOf(bytes, at, nameEnd),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Stands for a number that did not fit and is written elsewhere with eight bytes (ZIP64); programs that stream write so for any file. */
const ELSEWHERE = 0xffffffff;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;

/** How many files the list has, and where it begins. */
function readEnd(bytes: Buffer, end: number): { count: number; start: number } {
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== LOCATOR64)
    return { count: bytes.readUInt16LE(end + 10), start: bytes.readUInt32LE(end + 16) };
  const at = Number(bytes.readBigUInt64LE(locator + 8));
  if (at + 56 > locator || bytes.readUInt32LE(at) !== END64) throw new Unreadable(BROKEN);
  return { count: Number(bytes.readBigUInt64LE(at + 32)), start: Number(bytes.readBigUInt64LE(at + 48)) };
}

/** How large a file is, packed too, and where it lies: in its line of the list, or in the extra field behind its name. */
function placeOf(bytes: Buffer, at: number, nameEnd: number): Pick<Entry, 'size' | 'packed' | 'offset'> {
  const wide = wideNumbers(bytes, nameEnd, Math.min(bytes.length, nameEnd + bytes.readUInt16LE(at + 30)));
  const numberAt = (place: number) => {
    const written = bytes.readUInt32LE(place);
    if (written !== ELSEWHERE) return written;
    const number = wide.shift();
    if (number === undefined) throw new Unreadable(BROKEN);
    return number;
  };
  // In the order in which the extra field has them.
  const size = numberAt(at + 24);
  const packed = numberAt(at + 20);
  return { size, packed, offset: numberAt(at + 42) };
}

/** The numbers of eight bytes in the extra fields between `from` and `to`. */
function wideNumbers(bytes: Buffer, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to; ) {
    const next = at + 4 + bytes.readUInt16LE(at + 2);
    if (bytes.readUInt16LE(at) !== 1) at = next;
    else {
      const count = Math.floor((Math.min(next, to) - at - 4) / 8);
      return Array.from({ length: count }, (_, index) => Number(bytes.readBigUInt64LE(at + 4 + index * 8)));
    }
  }
  return [];
}

/** The record at the end, behind which only a comment may stand. */
function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= first; at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  throw new Unreadable(BROKEN);
}

/** Never gives more than the list said: the inflater stops there. */
function unpack(bytes: Buffer, { offset, packed, size, sum, method }: Entry): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw new Unreadable(BROKEN);
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(start, start + packed);
  const whole = method === 0 ? data : inflated(data, size);
  if (whole.length !== size || crc32(whole) !== sum) throw new Unreadable(BROKEN);
  return whole;
}

function inflated(data: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch (error) {
    throw new Unreadable((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? TOO_LARGE : BROKEN);
  }
}
