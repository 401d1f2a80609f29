import type { Definition } from '../../../shared/voting/definition';
import type { StationSlips } from '../../../shared/voting/slips/counts';
import type { Tx } from '../../platform/database';
import { deleteEntries, rewriteSlips } from '../queries-slips';
import { stationSlips } from './counts';

/**
 * The slips when the box is counted: where they are is published, what was typed of them forgotten, and nothing is left of the order in which
 * they came. One of which only a pass was typed was not entered, and stays one that waits.
 */
export async function putSlipsAway(
  tx: Tx,
  of: { jurisdiction: string; pollId: string },
  definition: Definition,
): Promise<StationSlips[]> {
  const slips = await stationSlips(tx, of, definition);
  if (!slips.length) return [];
  await deleteEntries(tx, of);
  await rewriteSlips(tx, of);
  return slips;
}
