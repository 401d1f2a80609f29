/** What a file is by its first bytes, whatever its name says; null for what nobody here knows. */
export type FileKind =
  | 'empty'
  | 'zip'
  | 'rar'
  | 'ole'
  | 'pdf'
  | 'picture'
  | 'shapefile'
  | 'html'
  | 'xml'
  | 'json'
  | 'utf16'
  | 'text'
  | null;

const MAGIC: [kind: FileKind, hex: string][] = [
  ['zip', '504b0304'],
  ['zip', '504b0506'],
  ['rar', '526172211a07'],
  ['rar', '377abcaf271c'],
  ['ole', 'd0cf11e0a1b11ae1'],
  ['pdf', '25504446'],
  ['picture', '89504e47'],
  ['picture', 'ffd8ff'],
  ['picture', '47494638'],
  ['shapefile', '0000270a'],
  ['utf16', 'fffe'],
  ['utf16', 'feff'],
];
/** Enough to see which language a text is written in. */
const HEAD = 4096;

export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const head = Buffer.from(bytes.subarray(0, HEAD));
  const magic = MAGIC.find(([, hex]) => head.toString('hex', 0, hex.length / 2) === hex);
  if (magic) return magic[0];
  if (head.includes(0)) return null;
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype html|html|head|meta|body|table|style|script)\b/is.test(text))
    return 'html';
  if (/^<[?!a-z]/i.test(text)) return 'xml';
  return /^[{[]/.test(text) ? 'json' : 'text';
}

/** True when the bytes are text in UTF-8; one that was cut off in the middle of a letter is none. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
