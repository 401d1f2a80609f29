import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { supplement as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { handOver } from '../lifecycle/hand-over';
import { type Happening, happen } from '../lifecycle/happen';
import { lockMatter, type Matter } from '../lifecycle/matter';
import { selectRequest } from '../queries/requests';

/** Who reads what is said of it, where it is handled with another. */
async function heldBy(tx: Tx, { jurisdiction }: Call, { request, facts }: Matter): Promise<Pick<Happening, 'lead'>> {
  const lead = facts.merged && request.merged_into ? await selectRequest(tx, jurisdiction, request.merged_into) : null;
  return lead ? { lead } : {};
}

/** The resident writes more (补充几句). The deputy sees it as unread again; a question that was asked back is answered by it. */
export async function supplement(
  call: Call<Person>,
  { id, words, pictures }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    const { round } = await happen(tx, call, matter, 'supplemented', {
      words,
      pictures,
      ...(await heldBy(tx, call, matter)),
    });
    // Nobody is left who could say more: it went on as if it were not solved, and goes to the successor.
    if (round > matter.request.round) await handOver(tx, call, directory, id);
    return { added: true };
  });
}
