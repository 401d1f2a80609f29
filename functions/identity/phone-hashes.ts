import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { hashesOf } from '../platform/phones';
import { selectPhone } from './queries-people';

/** What a person's verified phone is found by, under every key; none when they verified no phone. */
export async function phoneHashesOf(tx: Tx, call: Call, personId: string): Promise<Buffer[]> {
  const phone = await phoneOf(tx, call, personId);
  return phone === null ? [] : hashesOf(call.services.phones, phone);
}

/** A person's verified phone as `+86…`: it stays in the process. Null when they verified none. */
export async function phoneOf(tx: Tx, { jurisdiction, services }: Call, personId: string): Promise<string | null> {
  const cipher = await selectPhone(tx, jurisdiction, personId);
  return cipher && services.phones.decrypt(cipher, { jurisdiction, personId });
}
