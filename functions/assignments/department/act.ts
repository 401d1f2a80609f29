import type { Assignment } from '../../../shared/assignments/contract';
import type { ResultClass } from '../../../shared/assignments/values';
import type { Day } from '../../../shared/kernel/days';
import type { Call, Heard, Person } from '../../platform/call';
import { happen } from '../happen';
import { lockMatter } from '../matter';
import { carryParts, endParts } from '../parts/happen';
import type { AssignmentRow, Changes } from '../queries';
import { showOne } from '../reading/show';

type Seen = { id: string; version: number };
type What = Pick<Heard, 'words' | 'pictures' | 'promised'> & { resultClass?: ResultClass; until?: Day };

/**
 * A department does something with what it has: both lives, the assignment's and the matter's, move in one transaction or neither does.
 * @param check looks at the assignment as it was, once the act itself is allowed; what it throws undoes all of it
 */
export async function act(
  call: Call<Person>,
  { id, version }: Seen,
  event: Heard['event'],
  what: What = {},
  check: (assignment: AssignmentRow) => void = () => {},
): Promise<Assignment> {
  return call.write(async (tx) => {
    const { subject, ...matter } = await lockMatter(tx, call, id, version);
    const after = await happen(tx, call, matter, event, setBy(event, what));
    check(matter.assignment);
    const said = event === 'answered' ? await carryParts(tx, call, after) : undefined;
    if (event === 'returned') await endParts(tx, call, after, 'lead');
    await subject.hear(tx, call, after.subject_id, { event, ...what, ...(said?.length ? { said } : {}) });
    return showOne(tx, call, after);
  });
}

/** What the assignment itself keeps of it. */
function setBy(event: Heard['event'], { resultClass, until }: What): Changes {
  switch (event) {
    case 'answered':
      return { result_class: resultClass };
    case 'asked':
      return { question: 'asked' };
    case 'extension_asked':
      return { extension: 'asked', asked_until: until };
    default:
      return {};
  }
}
