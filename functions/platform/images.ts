import { rebuildJpeg } from './images/jpeg';
import { rebuildPng } from './images/png';
import { type Drawn, Refused } from './images/reading';
import { rebuildWebp } from './images/webp';

/** Why a file is not taken. */
export type Refusal = Refused['reason'];

export type Picture = Drawn & { type: 'image/jpeg' | 'image/png' | 'image/webp' };

export const MAX_BYTES = 2 * 1024 * 1024;
/** What a phone has to keep while it draws one: four bytes a pixel, 64 MB. Ours send pictures of 1920 × 1920 at most. */
const MAX_PIXELS = 4_096 * 4_096;

/**
 * Looks at what a file is by its content, and builds it anew with nothing but what draws the picture: no place, time, camera, text,
 * preview, colour profile or maker's note, and nothing behind its end. A JPEG and a PNG keep how they are turned. The pixels are not decoded:
 * a file that is whole but draws nonsense is taken.
 * `width` and `height` are as it is seen. What comes out goes through unchanged a second time.
 */
export function rebuildPicture(bytes: Uint8Array): Picture | { refused: Refusal } {
  try {
    if (bytes.length > MAX_BYTES) throw new Refused('too_large');
    const picture = rebuild(bytes);
    const { width, height } = picture;
    if (width < 1 || height < 1) throw new Refused('odd');
    if (width * height > MAX_PIXELS) throw new Refused('too_many_pixels');
    return picture;
  } catch (error) {
    if (error instanceof Refused) return { refused: error.reason };
    throw error;
  }
}

function rebuild(bytes: Uint8Array): Picture {
  const starts = (at: number, text: string) =>
    Buffer.from(bytes.subarray(at, at + text.length)).toString('latin1') === text;
  if (starts(0, '\xff\xd8\xff')) return { type: 'image/jpeg', ...rebuildJpeg(bytes) };
  if (starts(0, '\x89PNG\r\n\x1a\n')) return { type: 'image/png', ...rebuildPng(bytes) };
  if (starts(0, 'RIFF') && starts(8, 'WEBP')) return { type: 'image/webp', ...rebuildWebp(bytes) };
  // HEIC and AVIF, which half of the phones can't show.
  throw new Refused(starts(4, 'ftyp') ? 'heic' : 'not_a_picture');
}
