import type { verifyPhone as contract } from '../../shared/identity/contract';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { countyDirectoryOf } from '../directory/public';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { enqueue } from '../platform/outbox';
import { hashesOf, sealPhone } from '../platform/phones';
import { bindRoles } from './bind-roles';
import { selectOpenid, selectPerson, updatePhone } from './queries';
import { selectPersonByPhone } from './queries-memberships';
import { seatOf } from './seat';
import { accessFor } from './session';

/** What the outbox calls a phone that a person verified; its payload is `{ personId }`. */
export const PHONE_VERIFIED = 'identity.phone-verified';

/** What it calls a phone that is another account's from now on; its payload is `{ personId }`, who was found by it until then. */
export const PHONE_MOVED = 'identity.phone-moved';

/**
 * Keeps the phone WeChat vouches for, by a code of this very account: sealed, and findable by its HMAC alone. Asked for before the first publishing act
 * (网络安全法 第二十四条). Whoever the roster or the office names by it is that from now on. An account that had it before keeps its matters and roles,
 * is found by it no more, and hears so.
 */
export async function verifyPhone(
  call: Call<Person>,
  { code }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now, services } = call;
  const { personId, sessionId: id } = caller;
  const openid = await call.read((tx) => selectOpenid(tx, jurisdiction, personId));
  const { phone } = await services.wechat.phoneNumber(code, openid);
  const hashes = hashesOf(services.phones, phone);
  const { cipher, hash, key: hashKey } = sealPhone(services.phones, phone, { jurisdiction, personId });
  const names = await countyDirectoryOf(call);
  const { person, seat } = await call.write(async (tx) => {
    const before = await selectPersonByPhone(tx, jurisdiction, hashes);
    await updatePhone(tx, jurisdiction, personId, { cipher, hash, hashKey }, now);
    await audit(tx, {
      jurisdiction,
      personId,
      action: 'phone_verified',
      objectKind: 'person',
      objectId: personId,
      now,
    });
    await bindRoles(tx, call, names, { personId, hashes });
    await enqueue(tx, { jurisdiction, topic: PHONE_VERIFIED, payload: { personId }, runAt: now, now });
    if (before !== null && before !== personId)
      await enqueue(tx, { jurisdiction, topic: PHONE_MOVED, payload: { personId: before }, runAt: now, now });
    const person = await selectPerson(tx, jurisdiction, personId);
    return { person, seat: await seatOf(tx, call, person) };
  });
  return accessFor(call, person, { id, ...seat });
}
