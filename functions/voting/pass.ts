import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Electorate } from '../../shared/voting/definition';

/**
 * What lets somebody vote: their entry of the roll, as what they vote, at which station, and whose session may use it. Signed under the link
 * key of the vote, so that it ends with that. It says nothing of a ballot.
 */
export type Pass = { poll: string; entry: string; electorate: Electorate; station: string | null; person: string };

const macOf = (link: KeyObject, body: string) => createHmac('sha256', link).update(`pass/${body}`).digest();

export function signPass(link: KeyObject, pass: Pass): string {
  const { poll, entry, electorate, station, person } = pass;
  const body = Buffer.from(JSON.stringify([poll, entry, electorate, station, person])).toString('base64url');
  return `${body}.${macOf(link, body).toString('base64url')}`;
}

/** Null when it is none of ours. */
export function readPass(link: KeyObject, text: string): Pass | null {
  const [body = '', mac = ''] = text.split('.');
  const given = Buffer.from(mac, 'base64url');
  const right = macOf(link, body);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [poll, entry, electorate, station, person] = JSON.parse(Buffer.from(body, 'base64url').toString());
  return { poll, entry, electorate, station, person };
}
