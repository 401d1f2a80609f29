import { addDays, daysBetween } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { likeSame as contract } from '../../../shared/requests/contract';
import { viewersOf } from '../../../shared/requests/lifecycle';
import { isIn, WITH_DEPARTMENT, WITH_HOTLINE } from '../../../shared/requests/states';
import { asideFrom, beside } from '../../assignments/public';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { matterOf } from '../lifecycle/matter';
import { searchForm } from '../queries/bigrams';
import { selectCompared, selectLike, selectSaying } from '../queries/merged';
import { type RequestRow, selectRequest } from '../queries/requests';
import { mostAlike, sharedWords, tellingPairs } from './alike';

const MOST = 5;
/** What came longer apart is another time that it happened. */
const DAYS = 60;
const WORDS_SHOWN = 2;

/** What a station may put together with a matter: what residents say is the same first, then what the machine finds. Whether it is the same a person says. */
export async function likeSame(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction } = call;
  const directory = await countyDirectoryOf(call);
  return call.read(async (tx) => {
    const request = await selectRequest(tx, jurisdiction, id);
    ensure(request, 'not_found');
    const { facts, sides } = matterOf(request, [], await beside(tx, call, id), directory);
    ensure(viewersOf(facts, sides).includes('station'), 'not_found');
    const said = await saidOf(tx, call, request);
    const pairs = tellingPairs(request.words, [directory.villageName(request.village)]);
    const found = await foundOf(tx, call, request, pairs);
    // From what they stepped aside they put nothing together.
    const aside = await asideFrom(tx, call);
    const ids = [...new Set([...said, ...found.keys()])].filter((one) => !aside.includes(one)).slice(0, MOST);
    const rows = new Map((await selectCompared(tx, jurisdiction, [...ids, id])).map((row) => [row.id, row]));
    const form = searchForm(request.words);
    const items = ids.flatMap((one) => {
      const row = rows.get(one);
      if (!row) return [];
      return {
        id: row.id,
        trackingNumber: row.tracking_number,
        title: row.title,
        words: row.words,
        where: row.place,
        villageName: directory.villageName(row.village),
        submittedOn: row.submitted_on,
        dueOn: row.due_on,
        state: row.state,
        deputyName: directory.deputyName(row.deputy_id),
        departmentName: directory.departmentName(row.department_id),
        pictures: row.pictures,
        seen: row.seen,
        said: said.includes(one),
        sameVillage: row.village === request.village,
        both: sharedWords(
          form,
          found.get(one) ?? tellingPairs(row.words).filter((pair) => pairs.includes(pair)),
          WORDS_SHOWN,
        ),
        daysApart: Math.abs(daysBetween(row.submitted_on, request.submitted_on)),
        joins: mayJoin(row.state),
      };
    });
    const own = rows.get(id);
    return { items, joins: mayJoin(request.state), seen: own?.seen ?? id, words: request.words };
  });
}

/** What a department or the hotline has leads, and goes into no other. */
function mayJoin(state: RequestRow['state']): boolean {
  return !isIn(state, WITH_DEPARTMENT) && !isIn(state, WITH_HOTLINE);
}

/** What one resident says is the same as what another said; where that is handled with another, that other one. */
async function saidOf(tx: Tx, call: Call<Person>, { id, same_as, station_id }: RequestRow): Promise<string[]> {
  const { jurisdiction, caller } = call;
  const saying = await selectSaying(tx, jurisdiction, id, MOST);
  if (same_as === null) return saying;
  const same = await selectRequest(tx, jurisdiction, same_as);
  const lead = same?.merged_into ?? same?.id;
  // The board is the county's: what another station has only the office puts together with this.
  const theirs = same && (caller.admin || same.station_id === station_id);
  return lead && theirs && lead !== id ? [lead, ...saying.filter((one) => one !== lead)] : saying;
}

async function foundOf(tx: Tx, { jurisdiction }: Call, request: RequestRow, pairs: readonly string[]) {
  if (!pairs.length) return new Map<string, readonly string[]>();
  const { id, station_id: stationId, village, submitted_on, category } = request;
  const days = { from: addDays(submitted_on, -DAYS), to: addDays(submitted_on, DAYS) };
  const { rows, looked } = await selectLike(tx, jurisdiction, { id, stationId, village, pairs, ...days });
  const candidates = rows.map((row) => ({ ...row, kind: row.category === category }));
  return new Map(mostAlike(candidates, looked, MOST).map((one) => [one.id, one.shared]));
}
