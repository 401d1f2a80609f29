import type { Definition } from '../../shared/voting/definition';
import type { Tx } from '../platform/database';
import { type PollRow, selectBox, selectTurnout } from './queries';

/** How many ballots came by electorate, station (null: none), channel and day: from the box, and once that is emptied as it was counted. */
export async function turnoutOf(tx: Tx, { jurisdiction, id, counted_at, definition }: PollRow) {
  if (!counted_at) return selectBox(tx, jurisdiction, id);
  const { stations } = JSON.parse(definition) as Definition;
  const rows = await selectTurnout(tx, jurisdiction, id);
  return rows.map(({ station, ...row }) => ({ ...row, station_id: stations[station]?.id ?? null }));
}
