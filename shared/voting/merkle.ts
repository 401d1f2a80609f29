/**
 * Merkle trees as Certificate Transparency has them (RFC 6962, 2.1): a leaf is hashed behind 0x00 and a node behind 0x01, so that neither
 * passes for the other; the left half of `n` leaves is the largest power of two below `n`. Hashes are SHA-256, 32 bytes.
 */
type Sha256 = (bytes: Uint8Array) => Uint8Array;

export type Merkle = {
  leafHash(content: Uint8Array): Uint8Array;
  nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array;
  /** Of leaves that are hashed already, in the order of the list. Of none: the hash of nothing. */
  root(leaves: Iterable<Uint8Array>): Uint8Array;
};

/** @param sha256 of the machine it runs on: Node's own on the server, a library's on a phone */
export function merkle(sha256: Sha256): Merkle {
  const behind = (tag: number, ...parts: readonly Uint8Array[]) => {
    const bytes = new Uint8Array(1 + parts.reduce((length, part) => length + part.length, 0));
    bytes[0] = tag;
    let at = 1;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return sha256(bytes);
  };
  const nodeHash = (left: Uint8Array, right: Uint8Array) => behind(1, left, right);
  return {
    leafHash: (content) => behind(0, content),
    nodeHash,
    root: (leaves) => rootOf(leaves, nodeHash) ?? sha256(new Uint8Array()),
  };
}

/**
 * Joins two trees of the same size as soon as there are two, and in the end the smaller ones on the right with the larger on their left, which
 * is the tree of the RFC without its recursion, and holds a few dozen hashes however long the list is.
 * @returns null of no leaves
 */
function rootOf(leaves: Iterable<Uint8Array>, nodeHash: Merkle['nodeHash']): Uint8Array | null {
  const trees: { size: number; root: Uint8Array }[] = [];
  for (const leaf of leaves) {
    let tree = { size: 1, root: leaf };
    for (let left = trees.at(-1); left?.size === tree.size; left = trees.at(-1)) {
      trees.pop();
      tree = { size: 2 * tree.size, root: nodeHash(left.root, tree.root) };
    }
    trees.push(tree);
  }
  const roots = trees.map(({ root }) => root);
  return roots.length ? roots.reduceRight((right, left) => nodeHash(left, right)) : null;
}
