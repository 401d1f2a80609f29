import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { answerReports as contract } from '../../../shared/requests/contract';
import { refusal } from '../../../shared/requests/lifecycle';
import { countyDirectoryOf } from '../../directory/public';
import { writeAndMove } from '../../pictures/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';
import { refused } from '../lifecycle/refused';
import { answerOpen } from '../lifecycle/reports';
import { selectOpenReports } from '../queries/reports';

/**
 * The station takes a reported matter off the board, which is the same decision as not to publish it, or leaves it: by whoever may decide on the
 * board at all, so that nobody judges what is said of their own answer, nor their own report (decision 14).
 */
export async function answerReports(
  call: Call<Person>,
  { id, takeDown, words, seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const directory = await countyDirectoryOf(call);
  return writeAndMove(call, async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    const problem = refusal('declined', matter.facts, matter.sides);
    if (problem) throw await refused(tx, call, matter, 'declined', problem);
    const open = await selectOpenReports(tx, jurisdiction, id);
    ensure(open.length, 'reports_answered');
    ensure(!open.some(({ person_id }) => person_id === caller.personId), 'own_report');
    const event = takeDown ? ('taken_down' as const) : ('kept' as const);
    if (takeDown) await happen(tx, call, matter, 'declined', { words });
    const answered = takeDown ? open.length : await answerOpen(tx, call, matter.request, { event, words, seen });
    ensure(answered, 'reports_answered');
    const entry = { personId: caller.personId, objectKind: 'request', objectId: id, reason: words };
    await audit(tx, { jurisdiction, action: `reports_${event}`, ...entry, now });
    return { answered };
  });
}
