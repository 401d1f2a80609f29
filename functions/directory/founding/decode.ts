import { fileKind } from '../../platform/file-kind';

/** What is wrong with a file or a line of it, and what to do; `row` as an editor counts lines, null for the whole file. */
export type Fault = { row: number | null; reason: string };

const MOST_BYTES = 4_000_000;

/**
 * The text of a list of places: UTF-8, UTF-16 as Excel writes it, or GBK as most of the country's tables are. A string is the sentence
 * that says why it can not be read.
 */
export function decodeList(bytes: Uint8Array): { text: string } | string {
  if (bytes.length > MOST_BYTES) return '文件太大了，最多 4 MB。一个县的名单用不了这么大，请只留这一个县的。';
  const kind = fileKind(bytes);
  if (kind === 'zip' || kind === 'ole')
    return '这是 Excel 文件。请打开它，另存为“CSV（逗号分隔）”，再用存出来的那个文件。';
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  const text = strictly('utf-8', bytes) ?? strictly('gb18030', bytes);
  if (text === null) return '文件里的字读不出来：不是 UTF-8，也不是 GBK。请另存为“CSV UTF-8”再来。';
  if (text.trim() === '') return '文件是空的，一行也没有。';
  return { text };
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
