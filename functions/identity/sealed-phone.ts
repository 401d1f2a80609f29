import { type Phones, sealPhone } from '../platform/phones';
import type { PhoneColumns } from './queries-memberships';

/** The phone as a role's row keeps it, bound to the row. */
export function sealedPhone(
  phones: Phones,
  { jurisdiction, id }: { jurisdiction: string; id: string },
  phone: string | undefined,
): PhoneColumns {
  if (phone === undefined) return { phone_cipher: null, phone_hash: null, phone_hash_key: null };
  const { cipher, hash, key } = sealPhone(phones, phone, { jurisdiction, personId: id });
  return { phone_cipher: cipher, phone_hash: hash, phone_hash_key: key };
}
