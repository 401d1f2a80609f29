import type { Definition } from '../../../shared/voting/definition';
import type { SlipCounts, StationSlips } from '../../../shared/voting/slips/counts';
import { WAITING } from '../../../shared/voting/slips/states';
import type { Tx } from '../../platform/database';
import { countIssued, countSlips } from '../queries-slips';

type Of = { jurisdiction: string; pollId: string };

/** Where the slips of each station are; stations for which none was printed are not there. */
export async function countsByStation(tx: Tx, of: Of): Promise<Map<string, SlipCounts>> {
  const [rows, issues] = await Promise.all([countSlips(tx, of), countIssued(tx, of)]);
  const issuedAt = new Map(issues.map(({ station_id, count }) => [station_id, Number(count)]));
  const stations = [...new Set(rows.map(({ station_id }) => station_id))];
  return new Map(
    stations.map((station) => {
      const own = rows.filter(({ station_id }) => station_id === station);
      return [station, counted(own, issuedAt.get(station) ?? 0)];
    }),
  );
}

type Counted = Awaited<ReturnType<typeof countSlips>>[number];

function counted(rows: readonly Counted[], issued: number): SlipCounts {
  const sum = (which: (row: Counted) => boolean) => rows.filter(which).reduce((all, { count }) => all + count, 0);
  const returned = sum(({ came_back }) => came_back);
  const spoiled = sum(({ state }) => state === 'spoiled');
  const inBook = sum(({ state }) => state === 'printed');
  const out = issued - returned;
  return {
    printed: sum(() => true),
    issued,
    returned,
    unissued: inBook - out,
    out,
    waiting: sum(({ state }) => WAITING.includes(state)),
    entered: sum(({ state }) => state === 'entered'),
    spoiled,
  };
}

const NONE: SlipCounts = {
  printed: 0,
  issued: 0,
  returned: 0,
  unissued: 0,
  out: 0,
  waiting: 0,
  entered: 0,
  spoiled: 0,
};

/** The same of one station. */
export async function countsOf(tx: Tx, of: Of, stationId: string): Promise<SlipCounts> {
  return (await countsByStation(tx, of)).get(stationId) ?? NONE;
}

/** As they are published with the results: stations in the order of their list. */
export async function stationSlips(tx: Tx, of: Of, { stations }: Definition): Promise<StationSlips[]> {
  const counts = await countsByStation(tx, of);
  return stations.flatMap(({ id, name }) => {
    const own = counts.get(id);
    return own ? [{ name, counts: own }] : [];
  });
}
