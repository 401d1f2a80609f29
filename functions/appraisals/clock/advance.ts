import type { EventKind } from '../../../shared/appraisals/lifecycle';
import { RUNNING, type State } from '../../../shared/appraisals/states';
import type { Call } from '../../platform/call';
import { finish, publish } from '../../voting/public';
import { happen, lockMatter } from '../campaign';
import { type Campaign, selectCampaigns } from '../queries';

const MOST = 100;

/**
 * Brings every running appraisal on as far as the time lets it (到点关票、数票、公布): each step is done once, whoever starts it, and what broke
 * off goes on with the next tick. One that cannot go on keeps no other waiting.
 */
export async function advance(call: Call<null>): Promise<void> {
  const running = await call.read((tx) => selectCampaigns(tx, call.jurisdiction, RUNNING, MOST));
  const faults: unknown[] = [];
  for (const campaign of running) await advanceOne(call, campaign).catch((error) => faults.push(error));
  if (faults.length) throw faults[0];
}

async function advanceOne(call: Call<null>, { id, draft }: Campaign): Promise<void> {
  if (new Date(draft.closesAt) > call.now) return;
  // Said first: where the count can't go on, the desk shows a box that is shut.
  await record(call, id, 'open', 'closed');
  if ((await finish(call, id)) !== 'counted') return;
  await record(call, id, 'closed', 'counted');
  if (await publish(call, id)) await record(call, id, 'counted', 'published');
}

/** Writes an event where the appraisal is still in the state before it. */
async function record(call: Call<null>, id: string, from: State, event: EventKind): Promise<void> {
  await call.write(async (tx) => {
    const matter = await lockMatter(tx, call, id);
    const { state, draft } = matter.campaign;
    // The close may have been moved since the list was read.
    if (state === from && new Date(draft.closesAt) <= call.now) await happen(tx, call, matter, event);
  });
}
