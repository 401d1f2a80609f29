import { dayOf } from '../../shared/kernel/days';
import { type Names, namesOf, ROSTER_CHANGED } from '../directory/public';
import { personOfDeputy } from '../identity/public';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { drainTopic } from '../platform/schedules';
import { give } from './give';
import { isOnResidentsSide } from './own-answer';
import { lockRequest } from './queries';
import { selectOpenOf } from './queries-desk';

const BATCH = 200;
const WHY = '代表任期到了，由接任的代表接着办。';

/** Right after the roster was changed: open requests of deputies whose term ended go to their successors (换届). */
export async function succeedNow(call: Call<null>): Promise<void> {
  await drainTopic(call, ROSTER_CHANGED, () => succeed(call));
}

/**
 * Open requests of deputies whose term has ended go to the one successor of the village at the same level, and where there are several to
 * all of the village's deputies. The clock goes on; residents see it. Every day, because terms end by themselves.
 */
export async function succeed(call: Call<null>): Promise<void> {
  const names = await namesOf(call);
  const ended = names.endedDeputies(dayOf(call.now));
  for (;;) {
    const rows = await call.read((tx) => selectOpenOf(tx, call.jurisdiction, ended, BATCH));
    for (const { id } of rows) await call.write((tx) => handOver(tx, call, names, id));
    if (rows.length < BATCH) return;
  }
}

/** Gives an open request of a deputy whose term has ended to the successor; any other stays where it is. */
export async function handOver(tx: Tx, call: Call<null>, names: Names, id: string): Promise<void> {
  const request = await lockRequest(tx, call.jurisdiction, id);
  const open = request && (request.state === 'with_deputy' || request.state === 'asked');
  if (!open || request.deputy_id === null || names.isServing(request.deputy_id)) return;
  const found = successorOf(names, request.deputy_id, request.village, dayOf(call.now));
  // Nobody becomes the deputy of their own matter.
  const person = found && (await personOfDeputy(tx, call.jurisdiction, found));
  const to = person && (await isOnResidentsSide(tx, call.jurisdiction, request, person)) ? null : found;
  await give(tx, call, names, { request, kind: 'reassigned', to, words: WHY });
}

/** The one deputy of the village at a level the old one had; null when there is none or more than one. */
function successorOf(names: Names, oldId: string, village: string, today: string): string | null {
  const levels = names.levelsOf(oldId);
  const group = names.servingForVillage(village, today);
  for (const level of levels) {
    const found = group.filter((deputy) => deputy.levels.includes(level));
    if (found.length === 1) return found[0]?.id ?? null;
  }
  return null;
}
