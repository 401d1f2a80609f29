import { type Day, dayOf } from '../../shared/kernel/days';
import { spellTrackingNumber } from '../../shared/kernel/ids';
import { ensure } from '../../shared/kernel/problems';
import type { EventKind } from '../../shared/requests/lifecycle';
import { CATEGORY_NAMES } from '../../shared/requests/words';
import { countyDirectoryOf } from '../directory/public';
import { clerksOfStation } from '../identity/public';
import type { Call, Heard, Person, Subject } from '../platform/call';
import type { Tx } from '../platform/database';
import { makePromises } from '../promises/public';
import { knownIn } from './cited';
import { hideFromDepartment } from './content/hidden-words';
import { subjectOf } from './lifecycle/assignment';
import { happen } from './lifecycle/happen';
import { lockMatter, type Matter } from './lifecycle/matter';
import { askOn, followersOf } from './lifecycle/question';
import { selectAssignedLines, selectDeputiesOf } from './queries/assigned';
import { selectKnown } from './queries/known';
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
    const known = await selectKnown(tx, call.jurisdiction, ids);
    const hideIn = (id: string) => (words: string) => hideFromDepartment(words, ...(known.get(id) ?? []));
    return new Map(
      rows.map((row) => [
        row.id,
        {
          title: hideIn(row.id)(row.title),
          kind: CATEGORY_NAMES[row.category],
          placeName: directory.villageName(row.village),
          dueOn: row.due_on,
          daysLeft: leftOf(row, directory, today),
          returns: row.returns,
          hide: hideIn(row.id),
        },
      ]),
    );
  },
  async lock(tx, call, id) {
    ensure(await lockRequest(tx, call.jurisdiction, id), 'not_found');
  },
  async standing(tx, call, id) {
    const { facts, sides } = await lockMatter(tx, call, await countyDirectoryOf(call), id);
    if (facts.self.isOwn || facts.self.hasSpoken) return 'own';
    return sides.includes('station') ? 'assigner' : null;
  },
  async assigners(tx, call, id) {
    const request = await lockRequest(tx, call.jurisdiction, id);
    ensure(request, 'not_found');
    const ofStation = await clerksOfStation(tx, call.jurisdiction, request.station_id);
    return [...ofStation, ...(await clerksOfStation(tx, call.jurisdiction, null))];
  },
  async hear(tx, call, id, { event, words, pictures, resultClass, promised = [], until, said }) {
    const matter = await lockMatter(tx, call, await countyDirectoryOf(call), id);
    const detail = {
      department: matter.request.department_id,
      ...(resultClass ? { resultClass } : {}),
      ...(until ? { until } : {}),
      ...(said ? { said } : {}),
    };
    const set = until ? { asked_until: until } : {};
    // What is promised is looked at before its last day is written down.
    if (promised.length) await promise(tx, call, matter, promised);
    const questionOn = lastOf(promised);
    await happen(tx, call, matter, EVENT_OF[event], { words, pictures, detail, set, promised, questionOn });
  },
  async deputies(tx, call, ids) {
    const rows = await selectDeputiesOf(tx, call.jurisdiction, ids);
    return new Map(rows.flatMap(({ id, deputy_id }) => (deputy_id ? [[id, [deputy_id]] as const] : [])));
  },
  async hidden(tx, call, ids) {
    return [...(await knownIn(tx, call, ids)).values()].flat();
  },
  async promised(tx, call, id, { asksOn }) {
    await askOn(tx, call, await lockMatter(tx, call, await countyDirectoryOf(call), id), asksOn);
  },
};

type Promised = NonNullable<Heard['promised']>;

/** The last day of what is promised: nobody is asked whether it is solved before that. */
function lastOf(promised: Promised): Day | null {
  return [...promised.map(({ dueOn }) => dueOn)].sort().at(-1) ?? null;
}

/** What is said of the matter beside a promise is no title: words are hidden later. @throws ProblemError `promise_day_bad` */
async function promise(tx: Tx, call: Call<Person>, matter: Matter, promised: Promised): Promise<void> {
  const { request, directory } = matter;
  const { department_id: departmentId, station_id, tracking_number, village, category } = request;
  ensure(departmentId, 'not_found');
  const about = CATEGORY_NAMES[category].replace(/：.*/, '');
  const source = `${directory.villageName(village)} · ${about} · 编号 ${spellTrackingNumber(tracking_number)}`;
  await makePromises(tx, call, {
    subject: { ...subjectOf(request), source, public: false },
    departmentId,
    promised: promised.map((one) => ({ ...one, stationId: station_id ?? undefined })),
    followers: await followersOf(tx, call, matter),
  });
}
