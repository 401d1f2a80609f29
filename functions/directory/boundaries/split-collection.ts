const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const [OPEN_LIST, CLOSE_LIST] = [0x5b, 0x5d];
const [OPEN_OBJECT, CLOSE_OBJECT] = [0x7b, 0x7d];
const FEATURES = Buffer.from('"features"');

/**
 * A collection before its features are read: each is a piece of the file, so that only one of them has to be in memory as objects at a time.
 * `rest` is the file without them; `lists` counts lists and objects, of which every point of a border is one.
 */
export type Split = { rest: Uint8Array; features: Uint8Array[]; lists: number };

/** Takes the file apart by its brackets alone. Whether the pieces are JSON shows when they are parsed. */
export function splitCollection(bytes: Uint8Array): Split {
  const features: Uint8Array[] = [];
  let [depth, lists, from, begin, end] = [0, 0, -1, -1, -1];
  /** The name `features` of the file's own object was the last thing seen. */
  let named = false;
  const inside = () => begin >= 0 && end < 0 && depth === 2;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) {
      const close = endOfText(bytes, at);
      named = depth === 1 && begin < 0 && FEATURES.equals(bytes.subarray(at, close + 1));
      at = close;
    } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      lists += 1;
      if (named && byte === OPEN_LIST) begin = from = at + 1;
      named = false;
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
      if (inside()) {
        const last = bytes.subarray(from, at);
        if (features.length || !isBlank(last)) features.push(last);
        end = at;
      }
      depth -= 1;
    } else if (byte === COMMA) {
      if (inside()) features.push(bytes.subarray(from, at));
      if (inside()) from = at + 1;
      named = false;
    }
  }
  const rest = end < 0 ? bytes : Buffer.concat([bytes.subarray(0, begin), bytes.subarray(end)]);
  return { rest, features, lists };
}

/** Where a text ends that begins here: at a quotation mark with an even number of backslashes in front of it. */
function endOfText(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(QUOTE, start + 1); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) {
    let slashes = 0;
    while (bytes[at - 1 - slashes] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return bytes.length;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
