import { crc32, deflateRawSync } from 'node:zlib';

const UTF8 = 0x0800;
/** 1980-01-01, so that the same content is the same file. */
const EPOCH = 0x0021;

/** Packs files, in their order, into a zip. */
export function writeZip(files: readonly { name: string; bytes: Buffer }[]): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const path = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(bytes);
    const common = commonHeader(path, packed, bytes);
    const local = Buffer.concat([signature(0x04034b50), common, path, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    list.push(Buffer.concat([signature(0x02014b50), version(), common, place, path]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(list);
  return Buffer.concat([...parts, central, endRecord(files.length, central.length, offset)]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function version(): Buffer {
  return Buffer.from([20, 0]);
}

/** What the header before a file and its line in the list have in common. */
function commonHeader(path: Buffer, packed: Buffer, bytes: Buffer): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(UTF8, 2);
  header.writeUInt16LE(8, 4);
  header.writeUInt16LE(EPOCH, 8);
  header.writeUInt32LE(crc32(bytes), 10);
  header.writeUInt32LE(packed.length, 14);
  header.writeUInt32LE(bytes.length, 18);
  header.writeUInt16LE(path.length, 22);
  return header;
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
