import type { Reply } from '../../../shared/kernel/procedure';
import type { mine as contract } from '../../../shared/promises/contract';
import type { Call, Person } from '../../platform/call';
import { selectOfDepartments } from '../queries';
import { workAll } from './show';

const MOST = 200;

export async function mine(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller } = call;
  return call.read(async (tx) => ({
    promises: await workAll(tx, call, await selectOfDepartments(tx, jurisdiction, caller.departmentIds, MOST)),
  }));
}
