import { deflateSync } from 'node:zlib';
import type { SignedForm } from '../../shared/kernel/files';
import * as requests from '../../shared/requests/contract';
import { crc32 } from '../platform/images/crc32';
import type { TestPhone } from './phone';

type Size = { width: number; height: number };

/** One value of brightness, 0 to 255, for a block of eight by eight pixels. */
type Paint = (column: number, row: number) => number;

const slope: Paint = (column, row) => (column * 31 + row * 17) % 256;

/** Where and by whom a made-up picture says it was taken. */
export const SECRET = 'GPS 28.9N 118.5E Example Phone';

/** A JPEG that any decoder draws: grey blocks, baseline, with what `segments` puts in front of the frame. */
export function jpegOf({ width, height }: Size, segments: Uint8Array[] = [], paint: Paint = slope): Buffer {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  const head = [
    Buffer.from([0xff, 0xd8]),
    ...segments,
    segmentOf(0xdb, [0, ...Array(64).fill(8)]),
    segmentOf(0xc0, [8, ...size, 1, 1, 0x11, 0]),
    // Twelve codes of four bits for the brightness, one of one bit for "nothing more in this block".
    segmentOf(0xc4, [0x00, 0, 0, 0, 12, ...Array(12).fill(0), ...Array(12).keys()]),
    segmentOf(0xc4, [0x10, 1, ...Array(15).fill(0), 0]),
    segmentOf(0xda, [1, 1, 0, 0, 63, 0]),
  ];
  return Buffer.concat([...head, scanOf({ width, height }, paint), Buffer.from([0xff, 0xd9])]);
}

export function segmentOf(marker: number, body: Iterable<number>): Buffer {
  const bytes = Buffer.from([...body]);
  return Buffer.concat([Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255]), bytes]);
}

function scanOf({ width, height }: Size, paint: Paint): Buffer {
  let bits = '';
  let before = 0;
  for (let row = 0; row < height / 8; row += 1) {
    for (let column = 0; column < width / 8; column += 1) {
      const now = paint(column, row) - 128;
      bits += `${differenceBits(now - before)}0`;
      before = now;
    }
  }
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const bytes = (padded.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2));
  return Buffer.from(bytes.flatMap((byte) => (byte === 0xff ? [0xff, 0x00] : [byte])));
}

/** How many bits it needs, as a code of four, then the bits. */
function differenceBits(difference: number): string {
  const length = difference === 0 ? 0 : Math.abs(difference).toString(2).length;
  const value = difference > 0 ? difference : difference + 2 ** length - 1;
  return length.toString(2).padStart(4, '0') + (length ? value.toString(2).padStart(length, '0') : '');
}

/** EXIF as a phone writes it: how it is turned, the camera, the place. */
export function exifOf(orientation: number): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 3 * 12 + 4 + SECRET.length + 1);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(3, 8);
  const entry = (index: number, tag: number, type: number, count: number, value: number) => {
    const at = 10 + index * 12;
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  };
  entry(0, 0x010f, 2, SECRET.length + 1, 50);
  entry(1, 0x0112, 3, 1, orientation);
  entry(2, 0x8825, 4, 1, 50);
  tiff.write(SECRET, 50, 'latin1');
  return segmentOf(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

/** A PNG that any decoder draws, with what `chunks` puts between its header and its pixels. */
export function pngOf({ width, height }: Size, chunks: Uint8Array[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const rows = Buffer.alloc(height * (1 + width * 3), 0x5a);
  for (let row = 0; row < height; row += 1) rows[row * (1 + width * 3)] = 0;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunkOf('IHDR', header),
    ...chunks,
    chunkOf('IDAT', deflateSync(rows)),
    chunkOf('IEND', Buffer.alloc(0)),
  ]);
}

export function chunkOf(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type), body]);
  const frame = Buffer.alloc(body.length + 12);
  frame.writeUInt32BE(body.length);
  frame.set(named, 4);
  frame.writeUInt32BE(crc32(named), body.length + 8);
  return frame;
}

/** One pixel each, as libwebp writes them. */
export const LOSSY_WEBP = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');
export const LOSSLESS_WEBP = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');

/** A WebP of these chunks. */
export function webpOf(...chunks: [type: string, body: Uint8Array][]): Buffer {
  const body = chunks.map(([type, inside]) => {
    const frame = Buffer.alloc(8 + inside.length + (inside.length % 2));
    frame.write(type, 'latin1');
    frame.writeUInt32LE(inside.length, 4);
    frame.set(inside, 8);
    return frame;
  });
  const all = Buffer.concat([Buffer.from('WEBP'), ...body]);
  const head = Buffer.from('RIFF....');
  head.writeUInt32LE(all.length, 4);
  return Buffer.concat([head, all]);
}

/** What a phone sends: the form's fields in their order, then the file. @returns the HTTP status */
export async function sendForm({ url, fields }: SignedForm, file: Uint8Array): Promise<number> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(file)]), 'wx-file.jpg');
  const answer = await fetch(url, { method: 'POST', body: form });
  await answer.arrayBuffer();
  return answer.status;
}

/** A picture this person sent, ready to go with words. */
export async function sentPicture(phone: TestPhone, file = jpegOf({ width: 48, height: 32 })): Promise<string> {
  const { id, form } = await phone.call(requests.beginPicture, {});
  const status = await sendForm(form, file);
  if (status !== 204) throw new Error(`the storage answered ${status}`);
  await phone.call(requests.keepPicture, { id });
  return id;
}
