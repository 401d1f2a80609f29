import { createCipheriv, createDecipheriv, createHmac, hash, type KeyObject } from 'node:crypto';
import type { Ballot, Sheet } from '../../shared/voting/ballot';
import { merkle } from '../../shared/voting/merkle';

export const sha256 = (bytes: Uint8Array | string): Buffer => hash('sha256', bytes, 'buffer');
export const tree = merkle(sha256);

const NONCE = 12;
const TAG = 16;
/** Ballots are as long as the next multiple of this, so that the length of what somebody wrote does not show. */
const PADDED_TO = 256;

/** What ties a ballot to an entry of the roll while the link key is there. */
export function voterOf(link: KeyObject, entry: string): Buffer {
  return createHmac('sha256', link).update(`voter/${entry}`).digest();
}

/** The random id of a ballot: the same when the same ballot is sent again, and for nobody to guess without the seal key. */
export function ballotIdOf(seal: KeyObject, voter: Buffer, revision: number, sheets: readonly Sheet[]): string {
  const mac = createHmac('sha256', seal).update('ballot/').update(voter).update(`/${revision}/`);
  return mac
    .update(JSON.stringify(inOrder(sheets)))
    .digest('hex')
    .slice(0, 32);
}

/** A ballot as the text that is hashed and sealed: its canonical JSON, a quarter of whose time it takes. */
export function textOf({ channel, electorate, id, sheets, station }: Ballot): string {
  return JSON.stringify({ channel, electorate, id, sheets: inOrder(sheets), station });
}

/** With the keys of each in order, and so in its text. */
function inOrder(sheets: readonly Sheet[]): Sheet[] {
  return sheets.map(({ answers, subject, words }) => ({ answers, subject, words }));
}

/** What the list of ballots has of one: it binds every answer, and shows none. */
export function leafOf(text: string): Buffer {
  return tree.leafHash(Buffer.from(text)) as Buffer;
}

/** AES-256-GCM, bound to the row it lies in; the nonce is the ballot's own id, which no other ballot has. */
export function sealBallot(seal: KeyObject, text: string, { id, voter }: { id: string; voter: Buffer }): Buffer {
  const nonce = Buffer.from(id, 'hex').subarray(0, NONCE);
  const bytes = Buffer.from(text);
  const padded = Buffer.alloc(Math.ceil((bytes.length + 1) / PADDED_TO) * PADDED_TO, ' ');
  bytes.copy(padded);
  const cipher = createCipheriv('aes-256-gcm', seal, nonce).setAAD(voter);
  return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
}

/** The text of a sealed ballot. @throws Error when the key is another, the bytes were changed, or they belong to another row */
export function openBallot(seal: KeyObject, sealed: Buffer, voter: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', seal, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(voter).setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()])
    .toString()
    .trimEnd();
}
