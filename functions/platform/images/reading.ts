/** What is left of a picture, and how large it is seen. */
export type Drawn = { bytes: Uint8Array; width: number; height: number };

type Reason = 'not_a_picture' | 'heic' | 'too_large' | 'too_many_pixels' | 'truncated' | 'animated' | 'odd';

/** The file is not a picture we take. */
export class Refused extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
    this.name = 'Refused';
  }
}

/** Reads one number after the other; past the end the file is truncated. */
export type Reader = ReturnType<typeof readerOf>;

export function readerOf(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  function advance(count: number): number {
    if (count < 0 || at + count > bytes.length) throw new Refused('truncated');
    at += count;
    return at - count;
  }
  return {
    at: () => at,
    left: () => bytes.length - at,
    uint8: () => view.getUint8(advance(1)),
    uint16: () => view.getUint16(advance(2)),
    uint32: () => view.getUint32(advance(4)),
    uint16le: () => view.getUint16(advance(2), true),
    uint24le: () => view.getUint16(advance(2), true) + view.getUint8(advance(1)) * 0x10000,
    uint32le: () => view.getUint32(advance(4), true),
    /** What was taken too much. */
    back: (count: number) => {
      at -= count;
    },
    take: (count: number) => bytes.subarray(advance(count), at),
    text: (count: number) => Buffer.from(bytes.subarray(advance(count), at)).toString('latin1'),
  };
}

/** Throws unless the file is as the format says it must be. */
export function must(condition: boolean): asserts condition {
  if (!condition) throw new Refused('odd');
}
