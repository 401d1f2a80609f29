import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { selectPerson } from './queries';

/** What a person's verified phone is found by, under every key; none when they verified no phone. */
export async function phoneHashesOf(tx: Tx, { jurisdiction, services }: Call, personId: string): Promise<Buffer[]> {
  const { phone_cipher } = await selectPerson(tx, jurisdiction, personId);
  if (!phone_cipher) return [];
  const phone = services.phones.decrypt(phone_cipher, { jurisdiction, personId });
  return services.phones.phoneHashes(phone).map(({ hash }) => hash);
}
