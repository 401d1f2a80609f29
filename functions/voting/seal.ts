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

/** A ballot that is on its way into the box, and how often its voter has changed it. */
type Cast = Omit<Ballot, 'id'> & { voter: Buffer; revision: number };

/**
 * A ballot as it lies in the box. `leaf` is what the list of ballots has of it: it binds every answer, and shows none. `sealed` is
 * AES-256-GCM, bound to the row it lies in; the nonce is the ballot's own id, which no other ballot has. That id is random: the same
 * when the same ballot is sent again, and for nobody to guess without the seal key.
 */
export function makeBallot(
  seal: KeyObject,
  { voter, revision, sheets, ...of }: Cast,
): { leaf: Buffer; sealed: Buffer } {
  const said = JSON.stringify(inOrder(sheets));
  const mac = createHmac('sha256', seal).update('ballot/').update(voter).update(`/${revision}/`).update(said);
  const id = mac.digest('hex').slice(0, 32);
  const text = textOf({ id, ...of }, said);
  return { leaf: leafOf(text), sealed: sealText(seal, text, { id, voter }) };
}

/** A ballot as the text that is hashed and sealed: its canonical JSON, a quarter of whose time it takes. */
function textOf({ channel, electorate, id, station }: Omit<Ballot, 'sheets'>, sheets: string): string {
  const [before, behind] = [{ channel, electorate, id }, { station }].map((part) => JSON.stringify(part).slice(1, -1));
  return `{${before},"sheets":${sheets},${behind}}`;
}

/** The sheets with the keys of each in order, and so in its text. */
function inOrder(sheets: readonly Sheet[]): Sheet[] {
  return sheets.map(({ answers, subject, words }) => ({ answers, subject, words }));
}

/** What the list of ballots has of a ballot whose text this is. */
export function leafOf(text: string): Buffer {
  return tree.leafHash(Buffer.from(text)) as Buffer;
}

/** A text sealed for one row, `voter` being that row's own. @param id 32 hexadecimal digits that no other text sealed with this key has */
export function sealText(seal: KeyObject, text: string, { id, voter }: { id: string; voter: Buffer }): Buffer {
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
