import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { hashesOf } from '../platform/phones';
import { selectPhone } from './queries-people';

/** What a person's verified phone is found by, under every key; none when they verified no phone. */
export async function phoneHashesOf(tx: Tx, { jurisdiction, services }: Call, personId: string): Promise<Buffer[]> {
  const cipher = await selectPhone(tx, jurisdiction, personId);
  if (!cipher) return [];
  const phone = services.phones.decrypt(cipher, { jurisdiction, personId });
  return hashesOf(services.phones, phone);
}
