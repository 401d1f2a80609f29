import { randomInt } from 'node:crypto';
import type { renewCode as contract } from '../../shared/directory/contract';
import { makeDeputyCode } from '../../shared/directory/rules';
import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { directoryOf, servingMandates } from './directory';
import { insertCode, withdrawCodes } from './queries';

/** A new code for a deputy, as when a card was lost. The old ones stay known, so that an old print says it is no longer used. */
export async function renewCode(
  call: Call<Person>,
  { id, reason }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const deputy = (await directoryOf(call)).deputies.get(id);
  ensure(deputy, 'not_found');
  ensure(servingMandates(deputy, dayOf(now)).length > 0, 'deputy_ended');
  return call.write(async (tx) => {
    const code = makeDeputyCode(randomInt);
    const withdrawn = await withdrawCodes(tx, { jurisdiction, deputyId: id, now });
    await insertCode(tx, { jurisdiction, deputyId: id, code, now });
    await audit(tx, {
      jurisdiction,
      personId: caller.personId,
      action: 'directory.renewCode',
      objectKind: 'deputy',
      objectId: id,
      reason,
      detail: { withdrawn },
      now,
    });
    return { code };
  });
}
