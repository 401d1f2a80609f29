import { createCipheriv, createDecipheriv, createHash, createHmac, type KeyObject } from 'node:crypto';
import type { Ballot, Sheet } from '../../shared/voting/ballot';
import { canonical } from '../../shared/voting/definition';
import { merkle } from '../../shared/voting/merkle';

export const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();
export const tree = merkle(sha256);

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
  return mac.update(canonical(sheets)).digest('hex').slice(0, 32);
}

/** What the list of ballots has of one: it binds every answer, and shows none. */
export function leafOf(ballot: Ballot): Buffer {
  return tree.leafHash(Buffer.from(canonical(ballot))) as Buffer;
}

/** AES-256-GCM, bound to the row it lies in; the nonce is the ballot's own id, which no other ballot has. */
export function sealBallot(seal: KeyObject, ballot: Ballot, voter: Buffer): Buffer {
  const nonce = Buffer.from(ballot.id, 'hex').subarray(0, 12);
  const text = Buffer.from(canonical(ballot));
  const padded = Buffer.alloc(Math.ceil((text.length + 1) / PADDED_TO) * PADDED_TO, ' ');
  text.copy(padded);
  const cipher = createCipheriv('aes-256-gcm', seal, nonce).setAAD(voter);
  return Buffer.concat([nonce, cipher.update(padded), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when the key is another, the bytes were changed, or they belong to another row */
export function openBallot(seal: KeyObject, sealed: Buffer, voter: Buffer): Ballot {
  const decipher = createDecipheriv('aes-256-gcm', seal, sealed.subarray(0, 12), { authTagLength: TAG });
  decipher.setAAD(voter).setAuthTag(sealed.subarray(-TAG));
  const text = Buffer.concat([decipher.update(sealed.subarray(12, -TAG)), decipher.final()]);
  return JSON.parse(text.toString()) as Ballot;
}
