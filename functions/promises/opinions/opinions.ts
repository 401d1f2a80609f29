import type { Reply } from '../../../shared/kernel/procedure';
import type { opinions as contract } from '../../../shared/promises/contract';
import type { Call, Person } from '../../platform/call';
import { selectOpinionsOfDepartments } from './queries';
import { workOpinions } from './show';

const MOST = 50;

export async function opinions(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller } = call;
  return call.read(async (tx) => {
    const rows = await selectOpinionsOfDepartments(tx, jurisdiction, caller.departmentIds, MOST);
    return { opinions: await workOpinions(tx, call, rows) };
  });
}
