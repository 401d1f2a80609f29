import type { beginSecondFactor as contract } from '../../shared/identity/contract';
import { ensure } from '../../shared/kernel/problems';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import { selectPerson } from './queries';
import { keepEnrolling, selectSecondFactor } from './queries-second-factor';
import { asksFor } from './second-factor-rule';
import { newTotpSecret } from './totp';

/**
 * A secret for whoever holds a role that asks for one and has none. It stays with the session: who sat at another computer as the same person before never
 * sees what becomes theirs.
 */
export async function beginSecondFactor(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, services } = call;
  const { personId, sessionId } = caller;
  const owner = { jurisdiction, personId };
  const cipher = await call.write(async (tx) => {
    const { memberships, settings } = await selectPerson(tx, jurisdiction, personId);
    ensure(
      memberships.some(({ role }) => asksFor(settings, role)),
      'not_allowed',
    );
    ensure(!(await selectSecondFactor(tx, jurisdiction, personId)), 'second_factor_there');
    return keepEnrolling(tx, jurisdiction, sessionId, services.phones.sealSecret(newTotpSecret(), owner));
  });
  ensure(cipher, 'session_ended');
  return { secret: services.phones.openSecret(cipher, owner) };
}
