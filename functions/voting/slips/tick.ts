import { createHmac, type KeyObject } from 'node:crypto';

/** Who ticked an entry of the roll, where and when. `joined`: it was put on the roll by the tick; nobody had taken a ballot on that phone. */
export type Tick = { entry: string; stationId: string; personId: string; day: string; joined: boolean };

/**
 * What a tick keeps of that: whoever ticks finds their own again, and whoever reads the database finds nothing, of this clerk as of another
 * one. It ends with the link key.
 */
export function tickedBy(link: KeyObject, { entry, stationId, personId, day, joined }: Tick): Buffer {
  const tick = `tick/${entry}/${stationId}/${personId}/${day}`;
  return createHmac('sha256', link)
    .update(joined ? `${tick}/joined` : tick)
    .digest();
}
