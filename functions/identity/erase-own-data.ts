import { randomInt } from 'node:crypto';
import type { eraseOwnData as contract } from '../../shared/identity/contract';
import { makeCode } from '../../shared/kernel/ids';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { openOf } from './own-data';
import { nobodysOpenid } from './owned';
import { lockPerson, selectOpenid, selectRoles } from './queries';

/**
 * Everything of a person goes in one transaction, each context its own, this one last (个人信息保护法 第四十七条). Nothing of it can be undone. What
 * is written down of it is that it was done, under a number that is given to the person alone.
 */
export async function eraseOwnData(
  call: Call<Person>,
  { open }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { personId } = caller;
  const owned = await call.owned();
  return call.write(async (tx) => {
    await lockPerson(tx, jurisdiction, personId);
    // Pressed twice: the second came while the first went on.
    ensure((await selectOpenid(tx, jurisdiction, personId)) !== nobodysOpenid(personId), 'session_ended');
    ensure((await selectRoles(tx, jurisdiction, personId)).length === 0, 'erase_holds_role');
    ensure((await openOf(tx, call, owned)) === open, 'erase_changed');
    // The contexts are listed with identity first: who somebody is goes when nobody asks for it any more.
    for (const { erase } of [...owned].reverse()) await erase?.(tx, call);
    const receipt = makeCode(8, randomInt);
    const done = { action: 'own_data_erased', objectKind: 'person', objectId: personId, detail: { receipt } } as const;
    await audit(tx, { jurisdiction, personId, ...done, now });
    return { at: now.toISOString(), receipt };
  });
}
