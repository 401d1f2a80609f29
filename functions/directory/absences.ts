import type { absences as contract } from '../../shared/directory/contract';
import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import { selectAbsences } from './queries';

/** The deputy's own days away that are not over, the next first. */
export async function absences(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { deputyId } = call.caller;
  ensure(deputyId, 'not_allowed');
  return { absences: await call.read((tx) => selectAbsences(tx, call.jurisdiction, deputyId, dayOf(call.now))) };
}
