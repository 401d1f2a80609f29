import type { Definition, Subject } from './definition';

/**
 * Which subjects one person is asked about, in which order: a permutation drawn from the vote's seed and the person's place on the roll, of
 * which the first `asks` count. Everybody's is drawn alike, so each subject is asked about equally often on average; drawn again it is the
 * same.
 * @param random 32 bytes made of seed and roll entry; further ones come from hashing on
 */
export function drawSubjects(
  { subjects, asks }: Pick<Definition, 'subjects' | 'asks'>,
  random: Uint8Array,
  sha256: (bytes: Uint8Array) => Uint8Array,
): Subject[] {
  const below = drawer(random, sha256);
  const drawn = [...subjects];
  // Fisher–Yates from the front, so that what was drawn stands first.
  const count = Math.min(asks ?? drawn.length, drawn.length);
  for (let at = 0; at < count; at += 1) {
    const other = at + below(drawn.length - at);
    [drawn[at], drawn[other]] = [drawn[other] as Subject, drawn[at] as Subject];
  }
  return drawn.slice(0, count);
}

/** Integers below a bound without favouring small ones: a draw that falls into the incomplete last round is thrown away. */
function drawer(seed: Uint8Array, sha256: (bytes: Uint8Array) => Uint8Array): (bound: number) => number {
  let block = seed;
  let at = 0;
  const next = () => {
    if (at + 4 > block.length) {
      block = sha256(block);
      at = 0;
    }
    const value = new DataView(block.buffer, block.byteOffset + at, 4).getUint32(0);
    at += 4;
    return value;
  };
  return (bound) => {
    const fair = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const value = next();
      if (value < fair) return value % bound;
    }
  };
}
