import { sha256 } from '@noble/hashes/sha2.js';
import { merkle } from '../../../../shared/voting/merkle';
import { rootOf } from '../../../../shared/voting/published-file';
import { receiptOf } from '../../../../shared/voting/receipt';

/** What the list of ballots says of a receipt: there, not there; `changed` where the file is not the one whose root was published. */
export type Finding = 'there' | 'missing' | 'changed';

const BALLOT = 'B ';

export function findIn(text: string, receipt: string, root: string): Finding {
  const lines = text.split('\n').filter(Boolean);
  const leaves = lines.filter((line) => line.startsWith(BALLOT)).map((line) => bytesOf(line.slice(BALLOT.length)));
  const others = lines.filter((line) => !line.startsWith(BALLOT));
  if (hexOf(rootOf(merkle(sha256), others, leaves, utf8)) !== root) return 'changed';
  return leaves.some((leaf) => receiptOf(leaf) === receipt) ? 'there' : 'missing';
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A mini-program has no TextEncoder. */
function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text).match(/%..|[^%]/g) ?? [];
  return Uint8Array.from(escaped, (one) => (one.length > 1 ? Number.parseInt(one.slice(1), 16) : one.charCodeAt(0)));
}
