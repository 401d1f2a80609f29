import Taro from '@tarojs/taro';
import { turnedBack, within } from '../../platform/patience';

const WEAPP = process.env.TARO_ENV === 'weapp';
const WRITING_MS = 15_000;
const FAILED = '没拷成，再点一次。';

/** WeChat may still read it after the person sent it: it stays until the next copy, or until everything on this phone goes. */
const handedOver = () => `${Taro.env.USER_DATA_PATH}/handed-over`;

/**
 * Gives a text to its owner as a file: in a browser it is downloaded; WeChat lets a file out only by sending it to a chat (to oneself: 文件传输助手).
 * @returns false where they closed what WeChat opened for that. @throws Error where the phone has no room, or WeChat does not send files
 */
export async function handOver(name: string, text: string): Promise<boolean> {
  if (!WEAPP) {
    download(name, text);
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
  // Taro makes no promise of this one.
  const shared = new Promise((success, fail) => Taro.shareFileMessage({ filePath, fileName: name, success, fail }));
  return (await shared.catch((error) => turnedBack(error, FAILED))) !== null;
}

export function dropHandedOver(): void {
  if (WEAPP) Taro.getFileSystemManager().unlink({ filePath: handedOver(), fail: () => undefined });
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the press is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
