import { crc32 } from './crc32';
import { orientationExif, orientationOf } from './exif';
import { type Drawn, must, Refused, readerOf } from './reading';

/** What draws a still picture. Everything else is text, time, place, a profile, or a second picture. */
const KEPT = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'];

/** Which bit depths each colour type may have. */
const DEPTHS: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

type Header = { width: number; height: number; colours: number };

/**
 * Keeps the chunks that draw, each with its right checksum, in their order; and how it is turned, as browsers have it: the first EXIF before
 * the pixels. @throws Refused
 */
export function rebuildPng(bytes: Uint8Array): Drawn {
  const reader = readerOf(bytes);
  const parts: Uint8Array[] = [reader.take(8)];
  const seen: string[] = [];
  let header: Header | null = null;
  let orientation: number | null = null;
  while (seen[seen.length - 1] !== 'IEND') {
    const length = reader.uint32();
    const type = reader.text(4);
    const body = reader.take(length);
    const checksum = reader.uint32();
    must(/^[A-Za-z]{4}$/.test(type));
    if (type === 'acTL') throw new Refused('animated');
    if (type === 'eXIf' && !seen.includes('IDAT')) orientation ??= orientationOf(body);
    if (!KEPT.includes(type)) {
      // A capital letter: nobody may draw it without this chunk.
      must(type.charAt(0) !== type.charAt(0).toUpperCase());
      continue;
    }
    must(crc32(Buffer.concat([Buffer.from(type), body])) === checksum);
    checkOrder(type, seen);
    if (type === 'IHDR') header = headerOf(body);
    checkTables(type, body, header);
    seen.push(type);
    parts.push(chunk(type, body, checksum));
  }
  must(header !== null && seen.includes('IDAT') && (header.colours !== 3 || seen.includes('PLTE')));
  const { width, height } = header;
  if (!orientation || orientation === 1) return { bytes: Buffer.concat(parts), width, height };
  const exif = orientationExif(orientation);
  // Behind the signature and the header.
  parts.splice(2, 0, chunk('eXIf', exif, crc32(Buffer.concat([Buffer.from('eXIf'), exif]))));
  const turned = orientation >= 5;
  return { bytes: Buffer.concat(parts), width: turned ? height : width, height: turned ? width : height };
}

/** IHDR first; one PLTE, one tRNS after it; then the IDATs together; then IEND. */
function checkOrder(type: string, seen: readonly string[]): void {
  const rank = KEPT.indexOf(type);
  const last = seen[seen.length - 1];
  must((last === undefined) === (type === 'IHDR'));
  const before = last === undefined ? -1 : KEPT.indexOf(last);
  must(rank > before || (type === 'IDAT' && last === 'IDAT'));
}

function headerOf(body: Uint8Array): Header {
  must(body.length === 13);
  const reader = readerOf(body);
  const [width, height] = [reader.uint32(), reader.uint32()];
  const [depth, colours] = [reader.uint8(), reader.uint8()];
  const [compression, filter, interlace] = [reader.uint8(), reader.uint8(), reader.uint8()];
  must(DEPTHS[colours]?.includes(depth) === true && compression === 0 && filter === 0 && interlace <= 1);
  return { width, height, colours };
}

function checkTables(type: string, body: Uint8Array, header: Header | null): void {
  if (type === 'PLTE') must(body.length > 0 && body.length % 3 === 0 && body.length <= 768);
  if (type === 'tRNS') {
    const lengths: Record<number, boolean> = { 0: body.length === 2, 2: body.length === 6, 3: body.length <= 256 };
    must(header !== null && lengths[header.colours] === true);
  }
  if (type === 'IEND') must(body.length === 0);
}

function chunk(type: string, body: Uint8Array, checksum: number): Uint8Array {
  const frame = Buffer.alloc(body.length + 12);
  frame.writeUInt32BE(body.length);
  frame.write(type, 4, 'latin1');
  frame.set(body, 8);
  frame.writeUInt32BE(checksum, body.length + 8);
  return frame;
}
