import type { Assignment } from '../../../shared/assignments/contract';
import type { DepartmentEvent } from '../../../shared/assignments/lifecycle';
import type { ResultClass } from '../../../shared/assignments/values';
import type { Call, Person } from '../../platform/call';
import { happen } from '../happen';
import { lockMatter } from '../matter';
import { showOne } from '../reading/show';

type Seen = { id: string; version: number };
type What = { words?: string; pictures?: readonly string[]; resultClass?: ResultClass };

/** A department does something with what it has: both lives, the assignment's and the matter's, move in one transaction or neither does. */
export async function act(
  call: Call<Person>,
  { id, version }: Seen,
  event: DepartmentEvent,
  what: What = {},
): Promise<Assignment> {
  return call.write(async (tx) => {
    const { subject, ...matter } = await lockMatter(tx, call, id, version);
    const { resultClass } = what;
    const after = await happen(tx, call, matter, event, resultClass ? { result_class: resultClass } : {});
    await subject.hear(tx, call, after.subject_id, { event, ...what });
    return showOne(call, after);
  });
}
