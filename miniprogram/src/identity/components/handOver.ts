import Taro from '@tarojs/taro';
import { within } from '../../platform/patience';

const WEAPP = process.env.TARO_ENV === 'weapp';
const WRITING_MS = 15_000;

/**
 * Gives a text to its owner as a file: in a browser it is downloaded; WeChat lets a file out only by sending it to a chat (to oneself: 文件传输助手).
 * What was written for that is overwritten by the next. @throws Error where the phone has no room, or WeChat does not send files
 */
export async function handOver(name: string, text: string): Promise<void> {
  if (!WEAPP) return download(name, text);
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  const written = new Promise((success, failed) =>
    Taro.getFileSystemManager().writeFile({
      filePath,
      data: text,
      encoding: 'utf8',
      success,
      fail: ({ errMsg }) => failed(new Error(errMsg)),
    }),
  );
  await within(WRITING_MS, written, () => new Error('no answer'));
  await Taro.shareFileMessage({ filePath, fileName: name });
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
