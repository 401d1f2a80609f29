import type { moveClose as contract } from '../../../shared/appraisals/contract';
import { refusal } from '../../../shared/appraisals/lifecycle';
import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { movePollClose } from '../../voting/public';
import { happen, lockMatter } from '../campaign';

/**
 * The box shuts at the proposed moment from now on. Questionnaire, departments, roll and rule stay frozen under the same hash, which never had
 * the close in it; that it was moved, and why, is published with the results and stands in the list that anybody counts again.
 */
export async function moveClose(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, input.id, { proposal: input.proposal });
    const { campaign, facts, sides, proposal } = matter;
    ensure(proposal, refusal('close_moved', facts, sides) ?? 'campaign_changed');
    const { closesAt, reason } = proposal;
    const closing = { from: campaign.draft.closesAt, to: closesAt, reason, on: dayOf(now) };
    const changes = { draft: { ...campaign.draft, closesAt }, closings: [...campaign.closings, closing] };
    await happen(tx, call, matter, 'close_moved', { ...changes, closesAt, reason });
    await movePollClose(tx, { jurisdiction, pollId: campaign.id, closing });
    const entry = { jurisdiction, personId: caller.personId, objectKind: 'campaign', objectId: campaign.id, now };
    await audit(tx, { ...entry, action: 'appraisals.moveClose' });
    return { closesAt };
  });
}
