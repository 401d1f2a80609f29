import Taro from '@tarojs/taro';
import { turnedBack, within } from './patience';

const WEAPP = process.env.TARO_ENV === 'weapp';

/** A picture as the phone gave it: a path in WeChat, a file in a browser. */
export type Shot = string | Blob;

const MOST_BYTES = 2 * 1024 * 1024;

/** Longest side and quality, tried until it is small enough. Every try writes it anew, without the place where it was taken. */
const TRIES = [
  { side: 1920, quality: 80 },
  { side: 1920, quality: 60 },
  { side: 1600, quality: 50 },
  { side: 1280, quality: 40 },
  { side: 960, quality: 30 },
] as const;

const NOT_OPENED = '相机和相册没打开。请再点一次，不加照片也能送。';

/** Takes pictures or chooses some, at most `most`. @returns none when the person turned back. @throws Error with a sentence */
export function takePictures(most: number): Promise<Shot[]> {
  return WEAPP ? fromWeChat(most) : fromBrowser(most);
}

function fromWeChat(count: number): Promise<Shot[]> {
  return new Promise<Shot[]>((taken, failed) =>
    Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sizeType: ['compressed'],
      success: ({ tempFiles }) => taken(tempFiles.map(({ tempFilePath }) => tempFilePath)),
      fail: failed,
    }),
  ).catch((error) => turnedBack(error, NOT_OPENED) ?? []);
}

/** Not Taro's own: that leaves out without a word what it can't draw, and mixes the order. */
function fromBrowser(most: number): Promise<Shot[]> {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', accept: 'image/*', multiple: most > 1, hidden: true });
  document.body.appendChild(input);
  return new Promise<Shot[]>((taken) => {
    input.onchange = () => taken([...(input.files ?? [])]);
    input.oncancel = () => taken([]);
    input.click();
  }).finally(() => input.remove());
}

export type Unfit = 'unreadable' | 'too_big';

/** An old phone takes its time with a large picture; one that is not done by then will not be. */
const SHRINKING_MS = 30_000;

/** Makes it small enough to be sent: at most 2 MB, its longest side 1920. @returns a temporary one, or what is wrong with it */
export async function madeSmaller(shot: Shot): Promise<{ shot: Shot } | { unfit: Unfit }> {
  try {
    return await within(SHRINKING_MS, shrunk(shot), () => new Error('no answer'));
  } catch {
    return { unfit: 'unreadable' };
  }
}

async function shrunk(shot: Shot): Promise<{ shot: Shot } | { unfit: Unfit }> {
  const shrink = typeof shot === 'string' ? await shrinkPath(shot) : await shrinkFile(shot);
  for (const { side, quality } of TRIES) {
    const { made, bytes } = await shrink(side, quality);
    if (bytes <= MOST_BYTES) return { shot: made };
  }
  return { unfit: 'too_big' };
}

type Shrink = (side: number, quality: number) => Promise<{ made: Shot; bytes: number }>;

async function shrinkPath(src: string): Promise<Shrink> {
  const { width, height, orientation = 'up' } = await Taro.getImageInfo({ src });
  // What is turned on its side says so, and measures before it is turned.
  const wide = /left|right/.test(orientation) ? height > width : width > height;
  return async (side, quality) => {
    const size = Math.max(width, height) <= side ? {} : wide ? { compressedWidth: side } : { compressedHeight: side };
    const { tempFilePath } = await Taro.compressImage({ src, quality, ...size });
    const { size: bytes } = (await Taro.getFileInfo({ filePath: tempFilePath })) as { size: number };
    return { made: tempFilePath, bytes };
  };
}

async function shrinkFile(file: Blob): Promise<Shrink> {
  const image = await decoded(file);
  return async (side, quality) => {
    const scale = Math.min(1, side / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
    canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
    // JPEG has nothing to see through.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>((drawn) => canvas.toBlob(drawn, 'image/jpeg', quality / 100));
    if (!made) throw new Error('too large to draw');
    return { made, bytes: made.size };
  };
}

async function decoded(file: Blob): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}
