import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { refer as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

/** The deputy asks the station to find the department whose it is. The clock goes on, and the station has it until one does. */
export async function refer(
  call: Call<Person>,
  { id, departmentId, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    ensure(departmentId === undefined || directory.isDepartment(departmentId), 'no_such_department');
    const detail = { department: departmentId ?? null };
    return happen(tx, call, matter, 'referred', { words: words || null, detail });
  });
}
