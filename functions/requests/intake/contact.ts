import type { CountyDirectory } from '../../directory/public';
import { personOfPhone } from '../../identity/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { sealPhone } from '../../platform/phones';
import { type Contact, NO_CONTACT } from '../queries/contacts';
import { offeredTo, tellOffered } from './offer-contacts';

/** The telephone of somebody a request is entered for, as it is kept. */
export function sealedContact({ services, jurisdiction }: Call, id: string, phone: string | undefined): Contact {
  if (!phone) return NO_CONTACT;
  const { cipher, hash, key } = sealPhone(services.phones, phone, { jurisdiction, personId: id });
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
