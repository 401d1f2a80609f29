import { createHmac, type KeyObject } from 'node:crypto';

/** Who ticked an entry of the roll, where and when. */
export type Tick = { entry: string; stationId: string; personId: string; day: string };

/**
 * What a tick keeps of that: whoever ticks finds their own again, and whoever reads the database finds nothing, of this clerk as of another
 * one. It ends with the link key.
 */
export function tickedBy(link: KeyObject, { entry, stationId, personId, day }: Tick): Buffer {
  return createHmac('sha256', link).update(`tick/${entry}/${stationId}/${personId}/${day}`).digest();
}
