import type { Me } from '../../shared/identity/contract';
import type { Call, Person } from '../platform/call';
import { selectPerson } from './queries';
import { seatOf } from './seat';
import { meOf } from './session';

/** The person as they may see themselves, with the roles they hold now. */
export async function me(call: Call<Person>): Promise<Me> {
  const { person, seat } = await call.read(async (tx) => {
    const person = await selectPerson(tx, call.jurisdiction, call.caller.personId);
    return { person, seat: await seatOf(tx, call, person) };
  });
  return meOf(call, person, seat);
}
