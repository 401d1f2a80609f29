import type { secondFactor as contract } from '../../shared/identity/contract';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import { selectPerson } from './queries';
import { selectSecondFactor } from './queries-second-factor';
import { seatOf } from './seat';
import { meOf } from './session';

/** Whether somebody has a second factor, and which of their roles wait for it where they sit. */
export async function secondFactor(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { person, seat, factor } = await call.read(async (tx) => {
    const person = await selectPerson(tx, jurisdiction, caller.personId);
    return {
      person,
      seat: await seatOf(tx, call, person),
      factor: await selectSecondFactor(tx, jurisdiction, caller.personId),
    };
  });
  const { waiting = [] } = await meOf(call, person, seat);
  const locked = factor?.locked_until ?? null;
  return {
    waits: waiting,
    since: factor?.since.toISOString() ?? null,
    backupLeft: factor?.backup_left ?? 0,
    lockedUntil: locked && locked > now ? locked.toISOString() : null,
  };
}
