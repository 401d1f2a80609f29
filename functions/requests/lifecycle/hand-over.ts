import { dayOf } from '../../../shared/kernel/days';
import { isIn, OPEN } from '../../../shared/requests/states';
import type { CountyDirectory } from '../../directory/public';
import { personOfDeputy } from '../../identity/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { assign, endProposal } from './assign';
import { lockMatter } from './matter';
import { isOnResidentsSide } from './sides';

const WHY = '代表任期到了，由接任的代表接着办。';

/**
 * Gives an open request of a deputy whose term has ended to the successor; any other stays where it is. Where it was to go to a deputy whose term has ended, it
 * does not.
 */
export async function handOver(tx: Tx, call: Call, directory: CountyDirectory, id: string): Promise<void> {
  const byClock: Call<null> = { ...call, caller: null };
  const matter = await lockMatter(tx, byClock, directory, id);
  const { request, facts } = matter;
  if (facts.handover === 'over') await endProposal(tx, byClock, matter, 'handover_ended');
  if (!isIn(facts.state, OPEN) || facts.merged || request.deputy_id === null || directory.isServing(request.deputy_id))
    return;
  const found = successorOf(directory, request.deputy_id, request.village, dayOf(call.now));
  // Nobody becomes the deputy of their own matter.
  const personId = found && (await personOfDeputy(tx, call.jurisdiction, found));
  const isOwn = personId && (await isOnResidentsSide(tx, call.jurisdiction, request, personId));
  await assign(tx, byClock, await lockMatter(tx, byClock, directory, id), 'reassigned', {
    to: isOwn ? null : found,
    words: WHY,
  });
}

/** The one deputy of the village at a level the old one had; null when there is none or more than one. */
function successorOf(directory: CountyDirectory, oldId: string, village: string, today: string): string | null {
  const group = directory.servingForVillage(village, today);
  for (const level of directory.levelsOf(oldId)) {
    const found = group.filter((deputy) => deputy.levels.includes(level));
    if (found.length === 1) return found[0]?.id ?? null;
  }
  return null;
}
