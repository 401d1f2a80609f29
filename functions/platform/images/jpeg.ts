import { orientationOf, orientationSegment } from './exif';
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
/** Baseline, extended, progressive; all with Huffman codes. Browsers draw no others. */
const FRAMES = [0xc0, 0xc1, 0xc2];

type Found = {
  kept: Uint8Array[];
  frame: { width: number; height: number; components: number } | null;
  jfif: boolean;
  adobe: number | null;
  orientation: number;
  scans: number;
};

/**
 * Keeps the frame, its tables and its scans, each checked to be as long as it says of itself. Whether there was a JFIF header and
 * which colours Adobe's says stays, in headers of our own.
 * @throws Refused
 */
export function rebuildJpeg(bytes: Uint8Array): Drawn {
  const reader = readerOf(bytes);
  reader.take(2);
  const found: Found = { kept: [], frame: null, jfif: false, adobe: null, orientation: 1, scans: 0 };
  for (let marker = markerAt(reader); marker !== EOI; marker = markerAt(reader)) {
    const length = reader.uint16();
    must(length >= 2);
    takeSegment(found, marker, reader.take(length - 2));
    if (marker === SOS) found.kept.push(scanData(reader));
  }
  const { frame, orientation } = found;
  must(frame !== null && found.scans > 0);
  const turned = orientation >= 5;
  return {
    bytes: Buffer.concat([Buffer.from([0xff, SOI]), ...headersOf(found), ...found.kept, Buffer.from([0xff, EOI])]),
    width: turned ? frame.height : frame.width,
    height: turned ? frame.width : frame.height,
  };
}

/** Any number of 0xff may stand in front of a marker. */
function markerAt(reader: Reader): number {
  must(reader.uint8() === 0xff);
  let marker = reader.uint8();
  while (marker === 0xff) marker = reader.uint8();
  return marker;
}

function takeSegment(found: Found, marker: number, body: Uint8Array): void {
  if (marker === APP0) found.jfif ||= startsWith(body, 'JFIF\0');
  else if (marker === APP1) found.orientation = orientationOf(body) ?? found.orientation;
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
  else if (marker === DHT) checkHuffman(reader);
  else if (marker === DRI) must(body.length === 2);
  else if (marker === SOS) checkScan(found, reader);
  else if (FRAMES.includes(marker)) checkFrame(found, reader);
  else throw new Refused('odd');
}

function checkQuantisers(reader: Reader): void {
  while (reader.left()) {
    const precision = reader.uint8() >> 4;
    must(precision <= 1);
    reader.take(precision ? 128 : 64);
  }
}

function checkHuffman(reader: Reader): void {
  while (reader.left()) {
    must(reader.uint8() >> 4 <= 1);
    const codes = reader.take(16).reduce((sum, count) => sum + count, 0);
    must(codes <= 256);
    reader.take(codes);
  }
}

function checkFrame(found: Found, reader: Reader): void {
  must(found.frame === null && reader.uint8() === 8);
  const [height, width, components] = [reader.uint16(), reader.uint16(), reader.uint8()];
  // No height: it would come after the first scan (DNL), which hardly anything reads.
  must(height > 0 && width > 0 && [1, 3, 4].includes(components) && reader.left() === components * 3);
  found.frame = { width, height, components };
}

function checkScan(found: Found, reader: Reader): void {
  const components = reader.uint8();
  must(found.frame !== null && components >= 1 && components <= found.frame.components);
  must(reader.left() === components * 2 + 3);
  found.scans += 1;
}

/** What is drawn, up to the next marker that is neither an escaped 0xff nor a restart. @throws Refused `truncated` when none comes */
function scanData(reader: Reader): Uint8Array {
  const rest = reader.take(reader.left());
  let end = 0;
  for (;;) {
    end = rest.indexOf(0xff, end);
    const next = end < 0 ? undefined : rest[end + 1];
    if (next === undefined) throw new Refused('truncated');
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
    ...(orientation > 1 ? [segment(APP1, orientationSegment(orientation))] : []),
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
