import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { merkle } from './merkle';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const tree = merkle(sha256);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** The test vectors of Certificate Transparency's own implementations. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS: [count: number, root: RegExp][] = [
  [1, /^6e340b9c/],
  [2, /^fac54203/],
  [3, /^aeb6bcfe/],
  [7, /^ddb89be4/],
  [8, /^5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328$/],
];

test.each(ROOTS)('the root of %d leaves is that of RFC 6962', (count, root) => {
  const leaves = LEAVES.slice(0, count).map((leaf) => tree.leafHash(Buffer.from(leaf, 'hex')));
  expect(hex(tree.root(leaves))).toMatch(root);
});

test('of no leaves it is the hash of nothing', () => {
  expect(hex(tree.root([]))).toBe(hex(sha256(Buffer.alloc(0))));
});

/** As the RFC writes it down: recursive, split at the largest power of two below n. */
function bySplitting(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 1) return leaves[0] as Uint8Array;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return tree.nodeHash(bySplitting(leaves.slice(0, half)), bySplitting(leaves.slice(half)));
}

test('level by level is the same tree as splitting it', () => {
  const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(fc.array(leaf, { minLength: 1, maxLength: 70 }), (leaves) => {
      expect(hex(tree.root(leaves))).toBe(hex(bySplitting(leaves)));
    }),
  );
});
