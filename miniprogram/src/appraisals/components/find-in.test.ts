import { createHash } from 'node:crypto';
import { merkle } from '../../../../shared/voting/merkle';
import { rootOf } from '../../../../shared/voting/published-file';
import { receiptOf } from '../../../../shared/voting/receipt';
import { findIn } from './find-in';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const lines = ['lianxin-vote 1', 'D {"title":"2026 年部门评议 😀"}', 'T residents -1 0 0 1 12'];
const leaves = Array.from({ length: 7 }, (_, at) => sha256(Buffer.from([at]))).sort(Buffer.compare);
const text = [...lines, ...leaves.map((leaf) => `B ${leaf.toString('hex')}`), ''].join('\n');
const root = Buffer.from(rootOf(merkle(sha256), lines, leaves, (words) => Buffer.from(words))).toString('hex');
const mine = receiptOf(leaves[3] as Buffer);

test('a ballot that is in the list is found, and one that is not is missed', () => {
  expect(findIn(text, mine, root)).toBe('there');
  expect(findIn(text, '0000000000ZZ', root)).toBe('missing');
});

test.each([
  ['a number that was changed', text.replace(' 12\n', ' 13\n')],
  ['a ballot that was taken out', text.replace(`B ${leaves[5]?.toString('hex')}\n`, '')],
  ['another title', text.replace('😀', '😁')],
])('%s shows', (_, changed) => {
  expect(findIn(changed, mine, root)).toBe('changed');
});
