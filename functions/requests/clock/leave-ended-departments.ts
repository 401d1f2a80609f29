import { isIn, QUESTIONED, WITH_DEPARTMENT } from '../../../shared/requests/states';
import { countyDirectoryOf } from '../../directory/public';
import type { Call } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';
import { selectWithDepartments } from '../queries/due';

const BATCH = 200;
const WHY = '这个部门没有了，由联络站另外找管这件事的部门。';

/** What a department has that is no longer on the roll goes back to the station. The clock goes on; residents see it. */
export async function leaveEndedDepartments(call: Call<null>): Promise<void> {
  const { jurisdiction } = call;
  const directory = await countyDirectoryOf(call);
  const ended = directory.endedDepartments();
  for (;;) {
    const found = await call.read((tx) => selectWithDepartments(tx, jurisdiction, ended, BATCH));
    for (const id of found)
      await call.write(async (tx) => {
        const matter = await lockMatter(tx, call, directory, id);
        const { department, state } = matter.facts;
        if (department !== 'ended' || !(isIn(state, WITH_DEPARTMENT) || isIn(state, QUESTIONED))) return;
        const detail = { department: matter.request.department_id };
        await happen(tx, call, matter, 'taken_back', { words: WHY, detail });
      });
    if (found.length < BATCH) return;
  }
}
