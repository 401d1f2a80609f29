import type { giveSecondFactor as contract } from '../../shared/identity/contract';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import { selectPerson } from './queries';
import { lockSecondFactor, markGiven } from './queries-second-factor';
import { selectSeat } from './queries-sessions';
import { accessFor } from './session';
import { triedOf, tryCode } from './try-code';

/** From now on every role acts in this session. Where it was given already, by another tab or an attempt whose reply was lost, no code is used up. */
export async function giveSecondFactor(
  call: Call<Person>,
  { code }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { personId, sessionId: id } = caller;
  const tried = await triedOf(call, code);
  const { problem, person, seat } = await call.write(async (tx) => {
    await lockSecondFactor(tx, jurisdiction, personId);
    const { given } = await selectSeat(tx, jurisdiction, id);
    const problem = given ? null : await tryCode(tx, call, tried);
    if (!given && !problem) await markGiven(tx, jurisdiction, id, now);
    const person = await selectPerson(tx, jurisdiction, personId);
    return { problem, person, seat: await selectSeat(tx, jurisdiction, id) };
  });
  if (problem) throw problem;
  return accessFor(call, person, { id, ...seat });
}
