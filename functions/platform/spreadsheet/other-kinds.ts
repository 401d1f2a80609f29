import { fileKind } from '../file-kind';
import { LOCKED, Unreadable } from './unreadable';

export const XLSX = '请用 Excel 或 WPS 打开，另存为 .xlsx 再传。';

/** By the first bytes, because the name of a file says nothing. @throws Unreadable with what it is instead of a workbook */
export function refuseOtherKinds(bytes: Buffer): void {
  const kind = fileKind(bytes);
  if (kind !== 'zip') throw new Unreadable(kind === 'ole' ? oldFile(bytes) : otherFile(kind, bytes));
}

/** Files of old Office programs, and new ones with a password, which are wrapped as one. */
function oldFile(bytes: Buffer): string {
  const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) return LOCKED;
  if (has('WordDocument')) return '这是旧的 Word 文档（.doc），不是表格文件。请传名册的 .xlsx。';
  return `这是旧的 .xls 文件，这里打不开。${XLSX}`;
}

function otherFile(kind: ReturnType<typeof fileKind>, bytes: Buffer): string {
  if (kind === 'empty') return '文件是空的，请重新选文件。';
  if (kind === 'html') return `这不是 .xlsx 文件，是改了名字的网页（HTML），像是别的系统导出来的。${XLSX}`;
  if (kind === 'xml') return `这不是 .xlsx 文件，是${sayXml(bytes)}。${XLSX}`;
  if (kind === 'pdf') return '这不是 .xlsx 文件。是 PDF，请找原来的表格再传。';
  if (kind === 'picture') return '这不是 .xlsx 文件。是一张图片，请找原来的表格再传。';
  if (kind === 'rar') return '这不是 .xlsx 文件，是压缩包。请先解开，再传里面的 .xlsx。';
  if (kind === 'text' || kind === 'utf16') return `这不是 .xlsx 文件，像是改了名字的文本（.csv）。${XLSX}`;
  return `这不是 .xlsx 文件。${XLSX}`;
}

function sayXml(bytes: Buffer): string {
  return bytes.subarray(0, 4096).includes('office:spreadsheet') ? 'XML 表格（Excel 2003）' : 'XML 文件';
}

/** A zip without a workbook. */
export function otherPackage(names: readonly string[]): string {
  const has = (start: string) => names.some((name) => name.startsWith(start));
  if (has('word/')) return '这是 Word 文档，不是表格文件。请传名册的 .xlsx。';
  if (has('ppt/')) return '这是幻灯片，不是表格文件。请传名册的 .xlsx。';
  if (names.some((name) => /\.xlsx?$/.test(name))) return '这是压缩包，不是表格文件。请先解开，再传里面的 .xlsx。';
  return `这不是表格文件。${XLSX}`;
}
