import { dayOf } from '../../../shared/kernel/days';
import { countyDirectoryOf, ROSTER_CHANGED } from '../../directory/public';
import type { Call } from '../../platform/call';
import { drainTopic } from '../../platform/schedules';
import { handOver } from '../lifecycle/hand-over';
import { selectOpenOf } from '../queries/due';

const BATCH = 200;

/** Right after the roster was changed: open requests of deputies whose term ended go to their successors (换届). */
export async function handOverAfterImport(call: Call<null>): Promise<void> {
  await drainTopic(call, ROSTER_CHANGED, () => handOverEndedTerms(call));
}

/**
 * Open requests of deputies whose term has ended go to the one successor of the village at the same level, and where there are several to
 * all of the village's deputies. The clock goes on; residents see it. By the clock, because terms end by themselves.
 */
export async function handOverEndedTerms(call: Call<null>): Promise<void> {
  const directory = await countyDirectoryOf(call);
  const ended = directory.endedDeputies(dayOf(call.now));
  for (;;) {
    const found = await call.read((tx) => selectOpenOf(tx, call.jurisdiction, ended, BATCH));
    for (const { id } of found) await call.write((tx) => handOver(tx, call, directory, id));
    if (found.length < BATCH) return;
  }
}
