import type { CountyDirectory } from '../../directory/public';
import { personOfPhone } from '../../identity/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { type Contact, NO_CONTACT } from '../queries/contacts';
import { offeredTo, tellOffered } from './offer-contacts';

/** The telephone of somebody a request is entered for, as it is kept. */
export function contactOf({ services, jurisdiction }: Call, id: string, phone: string | undefined): Contact {
  if (!phone) return NO_CONTACT;
  const { hash, key } = services.phones.phoneHash(phone);
  const cipher = services.phones.encrypt(phone, { jurisdiction, personId: id });
  return { contact_cipher: cipher, contact_hash: hash, contact_hash_key: key };
}

/** Whoever verified the phone before is asked at once. */
export async function offerToKnown(
  tx: Tx,
  call: Call,
  directory: CountyDirectory,
  id: string,
  hashes: readonly Buffer[],
): Promise<void> {
  const personId = await personOfPhone(tx, call.jurisdiction, hashes);
  if (!personId) return;
  for (const request of await offeredTo(tx, call, personId, id))
    await tellOffered(tx, call, directory, personId, request);
}
