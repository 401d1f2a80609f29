import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { takeBack as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

/** The wrong department has it: the station takes it back and finds another. The clock goes on. */
export async function takeBack(
  call: Call<Person>,
  { id, seen, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { event: seen, on: 'holder' });
    return happen(tx, call, matter, 'taken_back', { words, detail: { department: matter.request.department_id } });
  });
}
