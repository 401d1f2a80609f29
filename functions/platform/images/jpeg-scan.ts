/** A component of a frame: its name, and how many blocks of it one unit has across and down. */
export type Component = { id: number; across: number; down: number };
/** How many codes there are of each length, and what they mean. */
export type Huffman = { counts: Uint8Array; symbols: Uint8Array };
export type Frame = { width: number; height: number; baseline: boolean; components: Component[] };
export type Scan = { header: Uint8Array; data: Uint8Array; restart: number; tables: ReadonlyMap<number, Huffman> };

/** Bits of a scan one after the other, without the zeros behind 0xff; -1 behind the last. `restart` goes on behind the next restart marker. */
function bitsOf(data: Uint8Array) {
  let at = 0;
  let left = 0;
  let byte = 0;
  function next(): number {
    if (left === 0) {
      if (at >= data.length) return -1;
      byte = data[at] as number;
      at += byte === 0xff ? 2 : 1;
      left = 8;
    }
    left -= 1;
    return (byte >> left) & 1;
  }
  function skip(count: number): boolean {
    for (let bit = 0; bit < count; bit += 1) if (next() < 0) return false;
    return true;
  }
  function restart(): boolean {
    left = 0;
    while (at + 1 < data.length && !(data[at] === 0xff && (data[at + 1] as number) >= 0xd0)) at += 1;
    at += 2;
    return at <= data.length;
  }
  return { next, skip, restart };
}

type Bits = ReturnType<typeof bitsOf>;

/** The meaning of the next code; -1 when the data end or no code begins so. */
function symbolOf({ counts, symbols }: Huffman, bits: Bits): number {
  let code = 0;
  let first = 0;
  let before = 0;
  for (const count of counts) {
    const bit = bits.next();
    if (bit < 0) return -1;
    code = code * 2 + bit;
    first *= 2;
    if (code - first < count) return symbols[before + code - first] ?? -1;
    before += count;
    first += count;
  }
  return -1;
}

/** Reads over one block of eight by eight (ITU T.81, F.2.2). */
function skipBlock(direct: Huffman, alternating: Huffman, bits: Bits): boolean {
  const size = symbolOf(direct, bits);
  if (size < 0 || !bits.skip(size)) return false;
  for (let place = 1; place < 64; place += 1) {
    const symbol = symbolOf(alternating, bits);
    if (symbol < 0) return false;
    if (symbol === 0) return true;
    if (!bits.skip(symbol & 15)) return false;
    place += symbol >> 4;
  }
  return true;
}

/** True when every block of a baseline scan is there; so a file that lost nothing but its end can be told from one that was cut off. */
export function isWholeScan({ width, height, components }: Frame, { header, data, restart, tables }: Scan): boolean {
  const count = header[0] as number;
  const named = Array.from({ length: count }, (_, index) => header.subarray(1 + 2 * index, 3 + 2 * index));
  const most = (side: 'across' | 'down') => Math.max(...components.map((one) => one[side]));
  const parts = named.map(([id, which = 0]) => {
    const component = components.find((one) => one.id === id);
    return { component, direct: tables.get(which >> 4), alternating: tables.get(0x10 | (which & 15)) };
  });
  const units = (size: number, side: 'across' | 'down') => {
    const own = parts[0]?.component?.[side] ?? 1;
    return count > 1 ? Math.ceil(size / (8 * most(side))) : Math.ceil(Math.ceil((size * own) / most(side)) / 8);
  };
  const total = units(width, 'across') * units(height, 'down');
  const bits = bitsOf(data);
  for (let unit = 0; unit < total; unit += 1) {
    if (restart && unit && unit % restart === 0 && !bits.restart()) return false;
    for (const { component, direct, alternating } of parts) {
      if (!component || !direct || !alternating) return false;
      const blocks = count > 1 ? component.across * component.down : 1;
      for (let block = 0; block < blocks; block += 1) if (!skipBlock(direct, alternating, bits)) return false;
    }
  }
  return true;
}
