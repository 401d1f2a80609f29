import type { Me } from '../../shared/identity/contract';
import type { Call, Person } from '../platform/call';
import { selectPerson } from './queries';
import { meOf } from './session';

/** The person as they may see themselves, with the roles they hold now. */
export async function me(call: Call<Person>): Promise<Me> {
  const person = await call.read((tx) => selectPerson(tx, call.jurisdiction, call.caller.personId));
  return meOf(call, person);
}
