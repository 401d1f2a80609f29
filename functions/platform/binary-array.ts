const BYTEA = 17;

/**
 * Bytes as PostgreSQL itself sends a `bytea[]` (its `array_recv`; no nulls): pg would write each as text of twice the length, and both sides
 * would have to read it.
 */
export function byteaArray(items: readonly Uint8Array[]): Buffer {
  const length = items.reduce((sum, item) => sum + 4 + item.length, 20);
  const array = Buffer.allocUnsafe(length);
  // Dimensions, whether there are nulls, the type, how many, and the number of the first.
  const head = items.length ? [1, 0, BYTEA, items.length, 1] : [0, 0, BYTEA];
  let at = 0;
  for (const number of head) at = array.writeInt32BE(number, at);
  for (const item of items) {
    at = array.writeInt32BE(item.length, at);
    array.set(item, at);
    at += item.length;
  }
  return array.subarray(0, at);
}
