import { type Drawn, must, Refused, readerOf } from './reading';

const ANIMATED = 0x02;
const ALPHA = 0x10;

type Size = { width: number; height: number };
type Found = { canvas: (Size & { flags: number }) | null; alpha: Uint8Array | null; image: Image | null };
type Image = Size & { type: 'VP8 ' | 'VP8L'; body: Uint8Array };

/** Keeps the picture and, for a lossy one, what lets light through. How it is turned was never widely read and goes too. @throws Refused */
export function rebuildWebp(bytes: Uint8Array): Drawn {
  const outer = readerOf(bytes);
  outer.take(4);
  const length = outer.uint32le();
  // The size covers the name WEBP; what stands behind it is not the picture's.
  const reader = readerOf(outer.take(length));
  reader.take(4);
  const found: Found = { canvas: null, alpha: null, image: null };
  while (reader.left()) {
    const type = reader.text(4);
    const size = reader.uint32le();
    const body = reader.take(size);
    if (size % 2) reader.take(1);
    takeChunk(found, type, body);
  }
  const { canvas, alpha, image } = found;
  must(image !== null);
  must(canvas === null || (canvas.width === image.width && canvas.height === image.height));
  const chunks = alpha && image.type === 'VP8 ' ? [chunk('VP8X', canvasOf(image)), chunk('ALPH', alpha)] : [];
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks, chunk(image.type, image.body)]);
  return { bytes: chunk('RIFF', body), width: image.width, height: image.height };
}

function takeChunk(found: Found, type: string, body: Uint8Array): void {
  if (type === 'ANIM' || type === 'ANMF') throw new Refused('animated');
  if (type === 'VP8X') {
    must(found.canvas === null && found.image === null && body.length === 10);
    found.canvas = readCanvas(body);
    if (found.canvas.flags & ANIMATED) throw new Refused('animated');
  } else if (type === 'ALPH') {
    must(found.canvas !== null && found.alpha === null && found.image === null && body.length > 1);
    found.alpha = body;
  } else if (type === 'VP8 ' || type === 'VP8L') {
    must(found.image === null);
    found.image = { type, body, ...(type === 'VP8 ' ? lossySize(body) : losslessSize(body)) };
  }
}

function readCanvas(body: Uint8Array): Size & { flags: number } {
  const reader = readerOf(body);
  const flags = reader.uint8();
  reader.take(3);
  return { flags, width: reader.uint24le() + 1, height: reader.uint24le() + 1 };
}

/** The frame header of VP8 (RFC 6386, 9.1): a key frame whose first partition lies within the chunk. */
function lossySize(body: Uint8Array): Size {
  const reader = readerOf(body);
  const tag = reader.uint24le();
  must((tag & 1) === 0);
  must(reader.uint8() === 0x9d && reader.uint8() === 0x01 && reader.uint8() === 0x2a);
  const size = { width: reader.uint16le() & 0x3fff, height: reader.uint16le() & 0x3fff };
  reader.take(tag >> 5);
  return size;
}

function losslessSize(body: Uint8Array): Size {
  const reader = readerOf(body);
  must(reader.uint8() === 0x2f);
  const bits = reader.uint32le();
  must(bits >>> 29 === 0 && reader.left() > 0);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function canvasOf({ width, height }: Size): Uint8Array {
  const body = Buffer.alloc(10);
  body.writeUInt8(ALPHA, 0);
  body.writeUIntLE(width - 1, 4, 3);
  body.writeUIntLE(height - 1, 7, 3);
  return body;
}

/** An odd one is followed by a zero. */
function chunk(type: string, body: Uint8Array): Uint8Array {
  const frame = Buffer.alloc(8 + body.length + (body.length % 2));
  frame.write(type, 0, 'latin1');
  frame.writeUInt32LE(body.length, 4);
  frame.set(body, 8);
  return frame;
}
