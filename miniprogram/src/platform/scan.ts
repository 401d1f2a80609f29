import Taro from '@tarojs/taro';
import { turnedBack } from './patience';

/** A browser has no scanner of WeChat's. */
export const canScan = process.env.TARO_ENV === 'weapp';

export const NOT_SCANNED = '没扫成。请再点一次，或者按村、按名字找代表。';

/**
 * Scans a deputy's code. @returns what it says, for `readCode`, which decodes it; null when the person turned back.
 * A mini-program code comes as a path with the scene in it, an ordinary link that opens us as a path with `q`, anything else as its own text.
 * @throws a sentence when it cannot scan
 */
export async function scanScene(): Promise<string | null> {
  try {
    const { path, result } = await Taro.scanCode({ onlyFromCamera: false });
    return /[?&](?:scene|q)=([^&]*)/.exec(path ?? '')?.[1] ?? result ?? '';
  } catch (error) {
    return turnedBack(error, NOT_SCANNED);
  }
}
