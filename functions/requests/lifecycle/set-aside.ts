import type { CountyDirectory } from '../../directory/public';
import { clerksOfStation } from '../../identity/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import type { RequestRow } from '../queries/requests';
import { updateFoundAt } from '../queries/search';
import { happen } from './happen';
import type { Matter } from './matter';
import { hideFromDeputies } from './notify';

const TITLE = '只给人大办公室看的事';

/**
 * It may be a report of wrongdoing: it leaves its deputy, its station and every list of theirs, and what they were told of it says no more what it is
 * about. Whoever entered it for somebody from a station is among them.
 */
export async function setAside(
  tx: Tx,
  call: Call,
  directory: CountyDirectory,
  matter: Matter,
  words: string | null,
): Promise<RequestRow> {
  const { jurisdiction } = call;
  const before = matter.request;
  const after = await happen(tx, call, matter, 'sent_to_office', { words, to: null, set: { station_id: null } });
  await updateFoundAt(tx, jurisdiction, before.id, null);
  const others = before.station_id === null ? [] : await clerksOfStation(tx, jurisdiction, before.station_id);
  await hideFromDeputies(tx, call, directory, before, { title: TITLE, others });
  return after;
}
