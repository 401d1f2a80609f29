import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { similar as contract } from '../../../shared/requests/contract';
import { isIn, OPEN } from '../../../shared/requests/states';
import { countyDirectoryOf } from '../../directory/public';
import type { Call } from '../../platform/call';
import { type BoardRow, selectOnBoard } from '../queries/board';
import { selectNear } from '../queries/similar';
import { mostAlike, tellingPairs } from './alike';
import { itemOf } from './board';

const MOST = 3;
/** Of so many of the most alike, because some may be open at another station. */
const LOOKED_AT = 12;
const YEAR_MS = 366 * 86_400_000;

/** What on the notice board is like what somebody writes, as everybody reads it there. */
export async function similar(
  call: Call,
  { village: sent, category, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now } = call;
  const directory = await countyDirectoryOf(call);
  const village = sent && directory.currentVillage(sent);
  const pairs = tellingPairs(words, village ? [directory.villageName(village)] : []);
  if (!pairs.length) return { items: [] };
  return call.read(async (tx) => {
    const since = new Date(now.getTime() - YEAR_MS);
    const { rows: near, looked } = await selectNear(tx, jurisdiction, { village, pairs, since });
    const candidates = near.map((row) => ({ ...row, kind: row.category === category }));
    const found = mostAlike(candidates, looked, LOOKED_AT).map(({ id }) => id);
    const shown = new Map((await selectOnBoard(tx, jurisdiction, found)).map((row) => [row.id, row]));
    // What is open at another station could not be put together with it (`likeOf`): it is not offered.
    const station = village ? directory.stationOfVillage(village) : null;
    const joins = (row: BoardRow) => !village || !isIn(row.state, OPEN) || row.station_id === station;
    const rows = found
      .flatMap((id) => shown.get(id) ?? [])
      .filter(joins)
      .slice(0, MOST);
    return { items: rows.map((row) => itemOf(row, directory, [])) };
  });
}
