import { inflateSync } from 'node:zlib';

const HEADER = 44;
const ENTRY = 20;

/**
 * A WOFF file (W3C WOFF 1.0) as the OpenType file inside it. pdfkit reads WOFF too, but gets one of the subsets wrong that hold names.
 * @throws when a table is not as long as the directory says
 */
export function unwrapWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => tableOf(woff, HEADER + index * ENTRY));
  const directory = Buffer.alloc(12 + 16 * count);
  woff.copy(directory, 0, 4, 8);
  directory.writeUInt16BE(count, 4);
  // What would help a binary search (6 bytes) stays 0; who reads ours reads the whole directory.
  let offset = directory.length;
  tables.forEach(({ tag, checksum, bytes, padded }, index) => {
    const at = 12 + 16 * index;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksum, at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(bytes.length, at + 12);
    offset += padded.length;
  });
  return Buffer.concat([directory, ...tables.map(({ padded }) => padded)]);
}

function tableOf(woff: Buffer, at: number) {
  const [start, packed, length, checksum] = [4, 8, 12, 16].map((offset) => woff.readUInt32BE(at + offset)) as [
    number,
    number,
    number,
    number,
  ];
  const stored = woff.subarray(start, start + packed);
  const bytes = packed < length ? inflateSync(stored) : stored;
  const tag = woff.toString('latin1', at, at + 4);
  if (bytes.length !== length) throw new Error(`table ${tag} of a font is cut off`);
  return { tag, checksum, bytes, padded: Buffer.concat([bytes, Buffer.alloc(-length & 3)]) };
}
