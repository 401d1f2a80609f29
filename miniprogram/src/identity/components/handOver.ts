import Taro from '@tarojs/taro';
import { turnedBack, within } from '../../platform/patience';

const WEAPP = process.env.TARO_ENV === 'weapp';
const WRITING_MS = 15_000;
/** Photos of some years, on a weak network. */
const FETCHING_MS = 60_000;
const FAILED = '没拷成，再点一次。';

/** WeChat may still read it after the person sent it: it stays until the next copy, or until everything on this phone goes. */
const handedOver = () => `${Taro.env.USER_DATA_PATH}/handed-over`;

/**
 * Gives a text to its owner as a file: in a browser it is downloaded; WeChat lets a file out only by sending it to a chat (to oneself: 文件传输助手).
 * @returns false where they closed what WeChat opened for that. @throws Error where the phone has no room, or WeChat does not send files
 */
export async function handOver(name: string, text: string): Promise<boolean> {
  if (!WEAPP) {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    download(name, url);
    // The browser reads it after the press is over.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
    return true;
  }
  const filePath = handedOver();
  const written = new Promise((success, failed) =>
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: text,
      encoding: 'utf8',
      success,
      fail: () => failed(new Error(FAILED)),
    }),
  );
  await within(WRITING_MS, written, () => new Error(FAILED));
  return share(name, filePath);
}

/**
 * Gives a file that waits at `url` to its owner, the same way.
 * @returns as `handOver`. @throws Error where the phone has no room, nothing came, or WeChat does not send files
 */
export async function handOverFile(name: string, url: string): Promise<boolean> {
  if (!WEAPP) {
    download(name, url);
    return true;
  }
  const filePath = handedOver();
  const asked = Taro.downloadFile({ url, filePath, timeout: FETCHING_MS });
  const got = await within(FETCHING_MS + 5_000, asked, () => new Error(FAILED)).catch(() => null);
  if (got?.statusCode !== 200) throw new Error(FAILED);
  return share(name, filePath);
}

/** WeChat lets a file out of the mini-program only by sending it to a chat. */
async function share(name: string, filePath: string): Promise<boolean> {
  // Taro makes no promise of this one.
  const shared = new Promise((success, fail) => Taro.shareFileMessage({ filePath, fileName: name, success, fail }));
  return (await shared.catch((error) => turnedBack(error, FAILED))) !== null;
}

export function dropHandedOver(): void {
  if (WEAPP) Taro.getFileSystemManager().unlink({ filePath: handedOver(), fail: () => undefined });
}

function download(name: string, url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
