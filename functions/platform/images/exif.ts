const HEADER = 'Exif\0\0';
const ORIENTATION = 0x0112;
const SHORT = 3;

/** How a picture is turned, 1 to 8, as an EXIF segment says; null when it says nothing that can be read. */
export function orientationOf(body: Uint8Array): number | null {
  if (Buffer.from(body.subarray(0, HEADER.length)).toString('latin1') !== HEADER) return null;
  const tiff = Buffer.from(body.subarray(HEADER.length));
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return null;
  const uint16 = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return null;
  for (let entry = 0; entry < uint16(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return null;
    if (uint16(at) !== ORIENTATION || uint16(at + 2) !== SHORT) continue;
    const value = uint16(at + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** An EXIF segment that says how the picture is turned, and nothing else. */
export function orientationSegment(orientation: number): Uint8Array {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(SHORT, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return Buffer.concat([Buffer.from(HEADER, 'latin1'), tiff]);
}
