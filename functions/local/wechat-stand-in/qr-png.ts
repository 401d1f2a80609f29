import { deflateSync } from 'node:zlib';
import { create } from 'qrcode';
import { crc32 } from '../../platform/images/crc32';

const QUIET = 4;
const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** A QR code as a PNG in black and white, `width` pixels: qrcode's own takes seconds for a large one. */
export function qrPng(text: string, width: number): Buffer {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const unit = width / (modules.size + 2 * QUIET);
  const moduleAt = (pixel: number) => Math.floor(pixel / unit) - QUIET;
  const inside = (module: number) => module >= 0 && module < modules.size;
  const rows = Array.from({ length: width }, (_, y) => {
    // The first byte says that the row is written as it is; then a bit a pixel, 1 is white.
    const row = Buffer.alloc(1 + Math.ceil(width / 8), 0xff).fill(0, 0, 1);
    const down = moduleAt(y);
    for (let x = 0; inside(down) && x < width; x += 1) {
      const across = moduleAt(x);
      if (inside(across) && modules.get(down, across))
        row[1 + (x >> 3)] = (row[1 + (x >> 3)] ?? 0) & ~(0x80 >> (x & 7));
    }
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header[8] = 1;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
