import fc from 'fast-check';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import {
  chunkOf,
  exifOf,
  jpegOf,
  LOSSLESS_WEBP,
  LOSSY_WEBP,
  pngOf,
  SECRET,
  segmentOf,
  webpOf,
} from '../testing/pictures';
import { type Picture, rebuildPicture } from './images';

const SIZE = { width: 48, height: 32 };
const text = (said: string) => Buffer.from(said, 'latin1');
const HTML = text('<html><script>alert(1)</script></html>');
const ZIP = Buffer.from(zipSync({ 'a.html': new Uint8Array(HTML) }));

/** All that the tests of this file rebuild of pictures whose pixels are whole, by their bytes. */
const rebuilt = new Map<string, Picture>();

function taken(bytes: Uint8Array): Picture {
  const picture = rebuildPicture(bytes);
  if ('refused' in picture) throw new Error(`refused: ${picture.refused}`);
  rebuilt.set(Buffer.from(picture.bytes).toString('base64'), picture);
  return picture;
}
const refused = (bytes: Uint8Array) => {
  const end = rebuildPicture(bytes);
  return 'refused' in end ? end.refused : 'taken';
};
const holds = (picture: Picture, said: string) => Buffer.from(picture.bytes).includes(said, 0, 'latin1');

/** Every format with everything in it that must not stay, and the same picture without. */
const CASES: [name: string, loaded: Buffer, bare: Buffer][] = [
  [
    'JPEG',
    jpegOf(SIZE, [
      segmentOf(0xe0, text('JFIF\0\x01\x02\x01\0\x48\0\x48\0\0')),
      exifOf(1),
      segmentOf(0xe1, text(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${SECRET}</x:xmpmeta>`)),
      segmentOf(0xe2, text(`ICC_PROFILE\0\x01\x01${SECRET}`)),
      segmentOf(0xed, text(`Photoshop 3.0\0${SECRET}`)),
      segmentOf(0xfe, HTML),
    ]),
    jpegOf(SIZE, [segmentOf(0xe0, text('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'))]),
  ],
  [
    'PNG',
    pngOf(SIZE, [
      chunkOf('tEXt', text(`Comment\0${SECRET}`)),
      chunkOf('iTXt', text(`XML:com.adobe.xmp\0\0\0\0\0${SECRET}`)),
      chunkOf('eXIf', text(`II*\0${SECRET}`)),
      chunkOf('iCCP', text(`profile\0\0${SECRET}`)),
      chunkOf('tIME', Buffer.alloc(7)),
      chunkOf('htML', HTML),
    ]),
    pngOf(SIZE),
  ],
  [
    'lossy WebP',
    webpOf(
      ['VP8X', Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
      ['ICCP', text(SECRET)],
      ['VP8 ', LOSSY_WEBP.subarray(20)],
      ['EXIF', text(`II*\0${SECRET}`)],
      ['XMP ', text(SECRET)],
      ['html', HTML],
    ),
    LOSSY_WEBP,
  ],
  [
    'lossless WebP',
    webpOf(['VP8X', Buffer.alloc(10)], ['VP8L', LOSSLESS_WEBP.subarray(20, 33)], ['EXIF', text(SECRET)]),
    LOSSLESS_WEBP,
  ],
];

describe.each(CASES)('%s', (_, loaded, bare) => {
  test('keeps what draws it and loses everything else', () => {
    expect(loaded.includes(SECRET)).toBe(true);
    expect(Buffer.from(taken(loaded).bytes).equals(bare)).toBe(true);
    expect(taken(loaded)).toMatchObject({ type: taken(bare).type, width: taken(bare).width });
  });

  test('what is rebuilt stays as it is', () => {
    const { bytes } = taken(loaded);
    expect(Buffer.from(taken(bytes).bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  test.each([
    ['a zip', ZIP],
    ['a page', HTML],
    ['another picture', jpegOf(SIZE, [exifOf(6)])],
  ])('%s behind its end goes', (__, tail) => {
    expect(Buffer.from(taken(Buffer.concat([loaded, tail])).bytes).equals(bare)).toBe(true);
  });

  test('cut off anywhere it is refused', () => {
    // What a JPEG ends with says nothing of the picture: without it every browser draws it whole.
    const needed = loaded[0] === 0xff ? loaded.length - 2 : loaded.length;
    for (let length = 0; length < needed; length += 1) expect(refused(loaded.subarray(0, length))).not.toBe('taken');
    for (let length = needed; length < loaded.length; length += 1)
      expect(Buffer.from(taken(loaded.subarray(0, length)).bytes).equals(bare)).toBe(true);
  });

  test('however it is changed, it is refused or comes out as a picture that is taken again', () => {
    const change = fc.record({ at: fc.nat(loaded.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const mutated = Buffer.from(loaded);
        for (const { at, byte } of changes) mutated[at] = byte;
        const end = rebuildPicture(mutated);
        if ('refused' in end) return;
        expect(end.bytes.length).toBeLessThanOrEqual(mutated.length + 40);
        expect(rebuildPicture(end.bytes)).toMatchObject({ type: end.type, width: end.width, height: end.height });
      }),
      { numRuns: 400 },
    );
  });

  test('parts taken out, doubled or put elsewhere never break it', () => {
    const cut = fc.tuple(fc.nat(loaded.length), fc.nat(loaded.length), fc.nat(loaded.length));
    fc.assert(
      fc.property(cut, ([from, to, at]) => {
        const part = loaded.subarray(Math.min(from, to), Math.max(from, to));
        const end = rebuildPicture(Buffer.concat([loaded.subarray(0, at), part, loaded.subarray(at)]));
        if (!('refused' in end)) expect(refused(end.bytes)).toBe('taken');
      }),
      { numRuns: 400 },
    );
  });
});

describe('JPEG', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'turned as %p it stays turned, and nothing else of its EXIF stays',
    (orientation) => {
      const picture = taken(jpegOf(SIZE, [exifOf(orientation)]));
      expect(holds(picture, SECRET)).toBe(false);
      const seen = orientation >= 5 ? { width: 32, height: 48 } : SIZE;
      expect(picture).toMatchObject({ type: 'image/jpeg', ...seen });
      const turned = Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation]);
      expect(Buffer.from(picture.bytes).includes(turned)).toBe(orientation > 1);
      expect(Buffer.from(picture.bytes).includes('Exif')).toBe(orientation > 1);
    },
  );

  test('of two EXIF the first counts, whatever it says; an orientation of two numbers is none; the sixth letter is nobody’s', () => {
    const tiff = (orientation: number, count = 1) =>
      Buffer.from([
        0x4d,
        0x4d,
        0,
        42,
        0,
        0,
        0,
        8,
        0,
        1,
        1,
        0x12,
        0,
        3,
        0,
        0,
        0,
        count,
        0,
        orientation,
        0,
        0,
        0,
        0,
        0,
        0,
      ]);
    const exif = (body: Buffer, sixth = 0) =>
      segmentOf(0xe1, Buffer.concat([text('Exif\0'), Buffer.from([sixth]), body]));
    const widthOf = (...segments: Buffer[]) => taken(jpegOf(SIZE, segments)).width;
    expect(widthOf(exif(tiff(6)), exif(tiff(1)))).toBe(32);
    expect(widthOf(exif(tiff(1)), exif(tiff(6)))).toBe(48);
    expect(widthOf(exif(tiff(9)), exif(tiff(6)))).toBe(48);
    expect(widthOf(exif(tiff(6, 2)))).toBe(48);
    expect(widthOf(exif(tiff(6), 0xff))).toBe(32);
    expect(widthOf(segmentOf(0xe1, text('http://ns.adobe.com/xap/1.0/\0')), exif(tiff(6)))).toBe(32);
  });

  test('a big-endian EXIF is read too, and one that makes no sense is none', () => {
    const [, , , , ...body] = exifOf(1);
    const bigEndian = text('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0');
    expect(taken(jpegOf(SIZE, [segmentOf(0xe1, bigEndian)]))).toMatchObject({ width: 32, height: 48 });
    for (const odd of [
      text('Exif\0\0II'),
      text('Exif\0\0XX\0*\0\0\0\x08\0\x01'),
      text('Exif\0\0MM\0*\xff\xff\xff\xff\0\x01'),
      text('Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01\x12'),
      bigEndian.map((byte, at) => (at === 25 ? 9 : byte)),
      Buffer.from(body.slice(0, 20)),
    ])
      expect(taken(jpegOf(SIZE, [segmentOf(0xe1, odd)]))).toMatchObject(SIZE);
  });

  test('Adobe’s word on its colours stays, without what else was in it', () => {
    const adobe = text(`Adobe\0\x64\x80\0\0\0\x01${SECRET}`);
    const { bytes } = taken(jpegOf(SIZE, [segmentOf(0xee, adobe)]));
    expect(Buffer.from(bytes).includes(segmentOf(0xee, text('Adobe\0\x64\0\0\0\0\x01')))).toBe(true);
    expect(Buffer.from(bytes).includes(SECRET)).toBe(false);
  });

  test('tables with something hidden behind them are refused', () => {
    for (const marker of [0xdb, 0xc4, 0xdd])
      expect(refused(jpegOf(SIZE, [segmentOf(marker, HTML)]))).toMatch(/odd|truncated/);
  });

  test('what no browser draws is refused: lossless, arithmetic, hierarchical, twelve bits, without a height', () => {
    const good = jpegOf(SIZE);
    const frame = good.indexOf(Buffer.from([0xff, 0xc0]));
    const changed = (at: number, byte: number) => {
      const copy = Buffer.from(good);
      copy[frame + at] = byte;
      return refused(copy);
    };
    expect([changed(1, 0xc3), changed(1, 0xc9), changed(1, 0xc5), changed(4, 12), changed(6, 0)]).toEqual(
      Array(5).fill('odd'),
    );
    expect(
      refused(Buffer.concat([good.subarray(0, frame), good.subarray(good.indexOf(Buffer.from([0xff, 0xc4])))])),
    ).toBe('odd');
  });

  test('stray bytes and bare markers between segments are passed over, and do not stay', () => {
    const good = jpegOf(SIZE, [exifOf(6)]);
    const frame = good.indexOf(Buffer.from([0xff, 0xc0]));
    for (const stray of ['\0\0\0', 'abc', '\xff\0', '\xff\xff\xff', '\xff\xd3', '\xff\x01', `${SECRET}`]) {
      const padded = Buffer.concat([good.subarray(0, frame), text(stray), good.subarray(frame)]);
      expect(Buffer.from(taken(padded).bytes).equals(Buffer.from(taken(good).bytes))).toBe(true);
    }
  });

  test('without its end, a large one with restarts is whole, and one block less is not', () => {
    const good = jpegOf({ width: 640, height: 480 }, [], (column, row) => (column * 53 + row * 7) % 256);
    expect(taken(good.subarray(0, -2))).toMatchObject({ width: 640, height: 480 });
    expect(refused(good.subarray(0, -40))).toBe('truncated');
    const taller = Buffer.from(good);
    taller.writeUInt16BE(488, taller.indexOf(Buffer.from([0xff, 0xc0])) + 5);
    expect(refused(taller.subarray(0, -2))).toBe('truncated');
  });

  test('restarts and escaped bytes belong to the scan', () => {
    const good = jpegOf({ width: 800, height: 800 }, [segmentOf(0xdd, [0, 4])], (column) => (column * 53) % 256);
    const scan = good.indexOf(Buffer.from([0xff, 0xda])) + 10;
    const restarted = Buffer.concat([good.subarray(0, scan + 20), Buffer.from([0xff, 0xd0]), good.subarray(scan + 20)]);
    // Its blocks are not where the marker says: nothing for who decodes it.
    expect(rebuildPicture(restarted)).toMatchObject({ bytes: new Uint8Array(restarted) });
  });
});

describe('PNG', () => {
  test('a wrong checksum, an unknown chunk that must be drawn, or parts out of order are refused', () => {
    const good = pngOf(SIZE);
    const damaged = Buffer.from(good);
    damaged[good.indexOf('IDAT') + 10] = 1 ^ (good[good.indexOf('IDAT') + 10] as number);
    expect(refused(damaged)).toBe('odd');
    expect(refused(pngOf(SIZE, [chunkOf('HTml', HTML)]))).toBe('odd');
    expect(refused(pngOf(SIZE, [chunkOf('IHDR', Buffer.alloc(13))]))).toBe('odd');
    expect(refused(pngOf(SIZE, [chunkOf('PLTE', Buffer.alloc(4))]))).toBe('odd');
    expect(refused(pngOf(SIZE, [chunkOf('tRNS', HTML)]))).toBe('odd');
    expect(refused(pngOf(SIZE, [chunkOf('PLTE', Buffer.alloc(6)), chunkOf('tRNS', Buffer.alloc(6))]))).toBe('taken');
  });

  test.each([1, 3, 6, 8])('turned as %p it stays turned, by the first EXIF before the pixels', (orientation) => {
    const exif = chunkOf('eXIf', exifOf(orientation).subarray(10));
    const picture = taken(pngOf(SIZE, [exif, chunkOf('eXIf', exifOf(1).subarray(10))]));
    expect(picture).toMatchObject(orientation >= 5 ? { width: 32, height: 48 } : SIZE);
    expect(holds(picture, SECRET)).toBe(false);
    expect(holds(picture, 'eXIf')).toBe(orientation > 1);
    expect(Buffer.from(taken(picture.bytes).bytes).equals(Buffer.from(picture.bytes))).toBe(true);
    const good = pngOf(SIZE);
    const late = Buffer.concat([good.subarray(0, -12), exif, good.subarray(-12)]);
    expect(Buffer.from(taken(late).bytes).equals(good)).toBe(true);
  });

  test('an animated one is refused', () => {
    expect(refused(pngOf(SIZE, [chunkOf('acTL', Buffer.alloc(8))]))).toBe('animated');
  });
});

describe('WebP', () => {
  const lossy = LOSSY_WEBP.subarray(20);

  test('one that lets light through keeps it', () => {
    const loaded = webpOf(
      ['VP8X', Buffer.from([0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
      ['ALPH', Buffer.from([0, 128])],
      ['VP8 ', lossy],
    );
    expect(Buffer.from(taken(loaded).bytes).equals(loaded)).toBe(true);
  });

  test('an animated one, two pictures, or a canvas of another size are refused', () => {
    expect(refused(webpOf(['VP8X', Buffer.from([0x02, 0, 0, 0, 0, 0, 0, 0, 0, 0])], ['VP8 ', lossy]))).toBe('animated');
    expect(refused(webpOf(['ANMF', lossy]))).toBe('animated');
    expect(refused(webpOf(['VP8 ', lossy], ['VP8 ', lossy]))).toBe('odd');
    expect(refused(webpOf(['VP8X', Buffer.from([0, 0, 0, 0, 9, 0, 0, 9, 0, 0])], ['VP8 ', lossy]))).toBe('odd');
    expect(refused(webpOf(['XMP ', HTML]))).toBe('odd');
  });
});

describe('what is not taken', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'not_a_picture'],
    ['words', text('路灯坏了'), 'not_a_picture'],
    ['a page', HTML, 'not_a_picture'],
    ['a zip', ZIP, 'not_a_picture'],
    ['a GIF', text('GIF89a\x01\0\x01\0\0\0\0;'), 'not_a_picture'],
    ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not_a_picture'],
    ['a HEIC', text('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'heic'],
    ['an AVIF', text('\0\0\0\x18ftypavif\0\0\0\0avifmif1'), 'heic'],
    ['a JPEG’s beginning alone', Buffer.from([0xff, 0xd8, 0xff]), 'truncated'],
  ])('%s', (_, bytes, reason) => {
    expect(refused(bytes)).toBe(reason);
  });

  test('more than 2 MB, whatever it is', () => {
    const comment = segmentOf(0xfe, Buffer.alloc(65_000));
    expect(refused(jpegOf(SIZE, Array(33).fill(comment)))).toBe('too_large');
    expect(refused(jpegOf(SIZE, Array(32).fill(comment)))).toBe('taken');
  });

  test('more pixels than a phone can keep, however few bytes they take', () => {
    const sized = (width: number, height: number) => {
      const copy = Buffer.from(pngOf({ width: 1, height: 1 }));
      copy.writeUInt32BE(width, 16);
      copy.writeUInt32BE(height, 20);
      chunkOf('IHDR', copy.subarray(16, 29)).copy(copy, 8);
      return refused(copy);
    };
    expect([sized(4_096, 4_096), sized(4_096, 4_097), sized(7_600, 5_000), sized(0xffffffff, 0xffffffff)]).toEqual([
      'taken',
      'too_many_pixels',
      'too_many_pixels',
      'too_many_pixels',
    ]);
    expect([sized(0, 5), sized(5, 0)]).toEqual(['odd', 'odd']);
  });

  test('random bytes never break it, and behind a true beginning neither', () => {
    const starts = ['', '\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'RIFF\x40\0\0\0WEBP', 'RIFF\xff\xff\xff\xffWEBPVP8 '].map(
      text,
    );
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        expect(typeof refused(Buffer.concat([start, rest]))).toBe('string');
      }),
      { numRuns: 2_000 },
    );
  });
});

test('another reader, libvips, decodes whole whatever was rebuilt, turned as it says', async () => {
  expect(rebuilt.size).toBeGreaterThan(15);
  const wrong: string[] = [];
  for (const [key, { bytes, width, height, type }] of rebuilt) {
    const decoded = await sharp(bytes, { failOn: 'error' })
      .autoOrient()
      .raw()
      .toBuffer({ resolveWithObject: true })
      .catch((error: Error) => ({ info: error.message }));
    const is = typeof decoded.info === 'string' ? decoded.info : `${decoded.info.width} × ${decoded.info.height}`;
    if (is !== `${width} × ${height}`) wrong.push(`${type} ${width} × ${height}: ${is} ${key.slice(0, 40)}`);
  }
  expect(wrong).toEqual([]);
});
