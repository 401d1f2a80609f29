import type { resetSecondFactor as contract } from '../../shared/identity/contract';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { hashesOf, type Phones } from '../platform/phones';
import { announceSecondFactor } from './announce-second-factor';
import { lockMembership, selectPersonByPhone } from './queries-memberships';
import { deleteSecondFactor } from './queries-second-factor';

/** Takes away the second factor of somebody who lost the telephone; each of their sessions waits again. The office acts, and nobody for themselves. */
export async function resetSecondFactor(
  call: Call<Person>,
  { id, reason }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  return call.write(async (tx) => {
    const personId = (await lockMembership(tx, jurisdiction, id))?.person_id;
    ensure(personId, 'not_found');
    ensure(personId !== caller.personId, 'second_factor_own');
    ensure(await deleteSecondFactor(tx, jurisdiction, personId), 'second_factor_none');
    await audit(tx, {
      jurisdiction,
      personId: caller.personId,
      action: 'second_factor_reset',
      objectKind: 'membership',
      objectId: id,
      reason,
      now,
    });
    await announceSecondFactor(tx, call, { personId, what: 'reset' });
    return { reset: true };
  });
}

type Operator = { jurisdiction: string; phones: Phones; now: Date };

/** The same by whoever runs the installation, of whoever verified this phone: there is nobody else in the office. */
export async function resetByOperator(
  tx: Tx,
  { jurisdiction, phones, now }: Operator,
  phone: string,
): Promise<'nobody' | 'none' | 'reset'> {
  const personId = await selectPersonByPhone(tx, jurisdiction, hashesOf(phones, phone));
  if (!personId) return 'nobody';
  if (!(await deleteSecondFactor(tx, jurisdiction, personId))) return 'none';
  const entry = { personId: null, action: 'second_factor_reset_by_operator', objectKind: 'person' } as const;
  await audit(tx, { jurisdiction, ...entry, objectId: personId, now });
  await announceSecondFactor(tx, { jurisdiction, now }, { personId, what: 'reset' });
  return 'reset';
}
