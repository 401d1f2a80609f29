import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '../../../shared/kernel/problems';
import type { Definition, Subject } from '../../../shared/voting/definition';
import { MAC_LETTERS, type ReadSlip, readSlip, type Serial } from '../../../shared/voting/slips/slip';
import { askedOf } from '../asked';
import { voterOf } from '../seal';

// What follows from a slip's serial alone, while the link key is there.

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const nameOf = ({ prefix, number }: Serial) => `slip/${prefix}-${number}`;

/** As whom a slip votes: the serial is the voter, so that a slip is one ballot however often it is typed. */
export const voterOfSlip = (link: KeyObject, serial: Serial): Buffer => voterOf(link, nameOf(serial));

/** What a slip asks, in its own order: drawn by its serial, as a phone's is by its entry of the roll. */
export const askedOfSlip = (definition: Definition, serial: Serial): Subject[] => askedOf(definition, nameOf(serial));

/** What its QR code carries besides: 50 bits that nobody can make who has not the key of this vote. */
export function macOfSlip(link: KeyObject, serial: Serial): string {
  const mac = createHmac('sha256', link)
    .update(`print/${nameOf(serial)}`)
    .digest();
  return Array.from(mac.subarray(0, MAC_LETTERS), (byte) => LETTERS[byte & 31]).join('');
}

/** Whether a slip that was scanned was printed here; what was typed says nothing of it. */
export function isGenuine(link: KeyObject, { mac, ...serial }: ReadSlip): boolean {
  return mac === null || timingSafeEqual(Buffer.from(mac), Buffer.from(macOfSlip(link, serial)));
}

/** @throws ProblemError `slip_misread`, and `slip_check`, which says the digit that is wrong */
export function serialOf(text: string): ReadSlip {
  const read = readSlip(text);
  if (!('misread' in read)) return read;
  if (read.misread === 'shape') throw new ProblemError('slip_misread');
  const { given, right } = read;
  throw new ProblemError('slip_check', undefined, { title: `校验位不对，看看末位是 ${right} 还是 ${given}。` });
}
