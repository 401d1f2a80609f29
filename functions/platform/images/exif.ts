const HEADER = 'Exif\0\0';
const ORIENTATION = 0x0112;
const SHORT = 3;

/** How a picture is turned, 1 to 8, as a segment of a JPEG says; 1 where it says nothing that counts, null when it is no EXIF. */
export function orientationOfSegment(body: Uint8Array): number | null {
  // Browsers read five letters and pass over the sixth.
  if (Buffer.from(body.subarray(0, 5)).toString('latin1') !== HEADER.slice(0, 5)) return null;
  return orientationOf(body.subarray(HEADER.length));
}

/** The same of EXIF as it stands in a chunk of a PNG. */
export function orientationOf(body: Uint8Array): number {
  const tiff = Buffer.from(body);
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return 1;
  const uint16 = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const uint32 = (at: number) => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = uint32(4);
  if (directory + 2 > tiff.length) return 1;
  for (let entry = 0; entry < uint16(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (uint16(at) !== ORIENTATION || uint16(at + 2) !== SHORT || uint32(at + 4) !== 1) continue;
    const value = uint16(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** EXIF that says how the picture is turned, and nothing else. */
export function orientationExif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(SHORT, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}

/** The same as a segment of a JPEG. */
export function orientationSegment(orientation: number): Uint8Array {
  return Buffer.concat([Buffer.from(HEADER, 'latin1'), orientationExif(orientation)]);
}
