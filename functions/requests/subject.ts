import { dayOf } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { EventKind } from '../../shared/requests/lifecycle';
import { CATEGORY_NAMES } from '../../shared/requests/words';
import { countyDirectoryOf } from '../directory/public';
import type { Heard, Subject } from '../platform/call';
import { hideFromDepartment } from './content/hidden-words';
import { happen } from './lifecycle/happen';
import { lockMatter } from './lifecycle/matter';
import { selectAssignedLines } from './queries/assigned';
import { lockRequest } from './queries/requests';
import { leftOf } from './reading/days-left';

const EVENT_OF = {
  accepted: 'accepted',
  returned: 'returned',
  progressed: 'progressed',
  asked: 'question_asked',
  extension_asked: 'extension_asked',
  answered: 'department_answered',
} as const satisfies Record<Heard['event'], EventKind>;

/** What a department has of requests, and what becomes of them when it does something. */
export const subject: Subject = {
  async lines(tx, call, ids) {
    const directory = await countyDirectoryOf(call);
    const today = dayOf(call.now);
    const rows = await selectAssignedLines(tx, call.jurisdiction, ids);
    return new Map(
      rows.map((row) => [
        row.id,
        {
          title: hideFromDepartment(row.title, row),
          kind: CATEGORY_NAMES[row.category],
          placeName: directory.villageName(row.village),
          dueOn: row.due_on,
          daysLeft: leftOf(row, directory, today),
          returns: row.returns,
        },
      ]),
    );
  },
  async lock(tx, call, id) {
    ensure(await lockRequest(tx, call.jurisdiction, id), 'not_found');
  },
  async hear(tx, call, id, { event, words, pictures, resultClass, until }) {
    const matter = await lockMatter(tx, call, await countyDirectoryOf(call), id);
    const detail = {
      department: matter.request.department_id,
      ...(resultClass ? { resultClass } : {}),
      ...(until ? { until } : {}),
    };
    const set = until ? { asked_until: until } : {};
    await happen(tx, call, matter, EVENT_OF[event], { words, pictures, detail, set });
  },
};
