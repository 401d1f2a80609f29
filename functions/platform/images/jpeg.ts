import { orientationOfSegment, orientationSegment } from './exif';
import { type Frame, type Huffman, isWholeScan, type Scan } from './jpeg-scan';
import { type Drawn, must, type Reader, Refused, readerOf } from './reading';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DQT = 0xdb;
const DHT = 0xc4;
const DRI = 0xdd;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
const COM = 0xfe;
/** They stand alone, without a length: restarts, and one for nobody's use. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
/** Colours of all scans together: a progressive picture has about twenty, and each makes a phone go over the picture once more. */
const MOST_SCANNED = 300;
/** Baseline, extended, progressive; all with Huffman codes. Browsers draw no others. */
const PROGRESSIVE = 0xc2;
const FRAMES = [0xc0, 0xc1, PROGRESSIVE];

type Found = {
  kept: Uint8Array[];
  frame: Frame | null;
  jfif: boolean;
  adobe: number | null;
  /** As the first EXIF says, which is the one that counts; null before it. */
  orientation: number | null;
  restart: number;
  tables: Map<number, Huffman>;
  scanned: number;
  last: Scan | null;
};

/**
 * Keeps the frame, its tables and its scans, each checked to be as long as it says of itself. Whether there was a JFIF header and
 * which colours Adobe's says stays, in headers of our own. As every decoder does, it passes over stray bytes between two segments, and takes
 * a picture that is whole but for its end.
 * @throws Refused
 */
export function rebuildJpeg(bytes: Uint8Array): Drawn {
  const reader = readerOf(bytes);
  reader.take(2);
  const found: Found = {
    kept: [],
    frame: null,
    jfif: false,
    adobe: null,
    orientation: null,
    restart: 0,
    tables: new Map(),
    scanned: 0,
    last: null,
  };
  for (let marker = markerAt(reader); marker !== EOI; marker = markerAt(reader)) {
    if (marker === null) {
      if (!isComplete(found)) throw new Refused('truncated');
      break;
    }
    if (isBare(marker)) continue;
    const length = reader.uint16();
    must(length >= 2);
    const body = reader.take(length - 2);
    takeSegment(found, marker, body);
    if (marker === SOS) takeScan(found, body, scanData(reader));
  }
  const { frame } = found;
  must(frame !== null && found.last !== null);
  const turned = (found.orientation ?? 1) >= 5;
  return {
    bytes: Buffer.concat([Buffer.from([0xff, SOI]), ...headersOf(found), ...found.kept, Buffer.from([0xff, EOI])]),
    width: turned ? frame.height : frame.width,
    height: turned ? frame.width : frame.height,
  };
}

/** The next marker; null where the file ends before one. Stray bytes may stand in front of it, and any number of 0xff. */
function markerAt(reader: Reader): number | null {
  while (reader.left() > 1) {
    if (reader.uint8() !== 0xff) continue;
    let marker = reader.uint8();
    while (marker === 0xff && reader.left()) marker = reader.uint8();
    if (marker !== 0x00 && marker !== 0xff) return marker;
  }
  return null;
}

/** All the picture is there. Of a progressive one each scan is a whole picture, only less sharp. */
function isComplete({ frame, last, scanned }: Found): boolean {
  if (!frame || !last) return false;
  return !frame.baseline || (scanned === frame.components.length && isWholeScan(frame, last));
}

function takeScan(found: Found, header: Uint8Array, data: Uint8Array): void {
  found.kept.push(data);
  found.scanned += header[0] as number;
  must(found.scanned <= MOST_SCANNED);
  found.last = { header, data, restart: found.restart, tables: new Map(found.tables) };
}

function takeSegment(found: Found, marker: number, body: Uint8Array): void {
  if (marker === APP0) found.jfif ||= startsWith(body, 'JFIF\0');
  else if (marker === APP1) found.orientation ??= orientationOfSegment(body);
  else if (marker === APP14 && startsWith(body, 'Adobe') && body.length >= 12) found.adobe = body[11] as number;
  else if ((marker >= APP0 && marker <= 0xef) || marker === COM) return;
  else {
    checkSegment(found, marker, body);
    found.kept.push(segment(marker, body));
  }
}

function checkSegment(found: Found, marker: number, body: Uint8Array): void {
  const reader = readerOf(body);
  if (marker === DQT) checkQuantisers(reader);
  else if (marker === DHT) readHuffman(found, reader);
  else if (marker === DRI) {
    must(body.length === 2);
    found.restart = reader.uint16();
  } else if (marker === SOS) checkScan(found, reader);
  else if (FRAMES.includes(marker)) readFrame(found, reader, marker !== PROGRESSIVE);
  else throw new Refused('odd');
}

function checkQuantisers(reader: Reader): void {
  while (reader.left()) {
    const precision = reader.uint8() >> 4;
    must(precision <= 1);
    reader.take(precision ? 128 : 64);
  }
}

function readHuffman({ tables }: Found, reader: Reader): void {
  while (reader.left()) {
    const which = reader.uint8();
    must(which >> 4 <= 1);
    const counts = reader.take(16);
    const codes = counts.reduce((sum, count) => sum + count, 0);
    must(codes <= 256);
    tables.set(which, { counts, symbols: reader.take(codes) });
  }
}

function readFrame(found: Found, reader: Reader, baseline: boolean): void {
  must(found.frame === null && reader.uint8() === 8);
  const [height, width, components] = [reader.uint16(), reader.uint16(), reader.uint8()];
  // No height: it would come after the first scan (DNL), which hardly anything reads.
  must(height > 0 && width > 0 && [1, 3, 4].includes(components) && reader.left() === components * 3);
  const each = Array.from({ length: components }, () => {
    const [id, sampling] = [reader.uint8(), reader.uint8()];
    reader.take(1);
    return { id, across: sampling >> 4 || 1, down: sampling & 15 || 1 };
  });
  found.frame = { width, height, baseline, components: each };
}

function checkScan(found: Found, reader: Reader): void {
  const components = reader.uint8();
  must(found.frame !== null && components >= 1 && components <= found.frame.components.length);
  must(reader.left() === components * 2 + 3);
}

/** What is drawn, up to the next marker that is neither an escaped 0xff nor a restart, or to the end of the file. */
function scanData(reader: Reader): Uint8Array {
  const rest = reader.take(reader.left());
  let end = 0;
  for (;;) {
    end = rest.indexOf(0xff, end);
    if (end < 0 || end + 1 === rest.length) {
      end = end < 0 ? rest.length : end;
      break;
    }
    const next = rest[end + 1] as number;
    if (next !== 0x00 && (next < 0xd0 || next > 0xd7)) break;
    end += 2;
  }
  must(end > 0);
  reader.back(rest.length - end);
  return rest.subarray(0, end);
}

function headersOf({ jfif, adobe, orientation }: Found): Uint8Array[] {
  return [
    ...(jfif ? [segment(APP0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'))] : []),
    ...(orientation && orientation > 1 ? [segment(APP1, orientationSegment(orientation))] : []),
    ...(adobe === null ? [] : [segment(APP14, Buffer.from([...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, adobe]))]),
  ];
}

function segment(marker: number, body: Uint8Array): Uint8Array {
  const length = body.length + 2;
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), body]);
}

function startsWith(body: Uint8Array, text: string): boolean {
  return Buffer.from(body.subarray(0, text.length)).toString('latin1') === text;
}
