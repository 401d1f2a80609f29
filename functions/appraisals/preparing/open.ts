import type { open as contract } from '../../../shared/appraisals/contract';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { USUAL_OUTCOME } from '../../../shared/voting/outcome';
import { countyDirectoryOf } from '../../directory/public';
import { countVerified } from '../../identity/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { type Member, openPoll } from '../../voting/public';
import { happen, lockMatter } from '../campaign';
import { subjectsOf } from '../departments';

/**
 * The second person opens it: questionnaire, departments, roll and threshold are frozen together, under a hash that is shown. Deputies are on
 * the roll from now on; of residents only how many have a verified phone today is known, and they join with their village when they take
 * their ballot.
 */
export async function open(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, now } = call;
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, input.id, input.version);
    const state = await happen(tx, call, matter, 'opened');
    const { id, draft } = matter.campaign;
    const members: Member[] = draft.electorates.includes('deputies')
      ? directory.serving(now).map(({ id, stationId }) => ({ electorate: 'deputies', member: id, stationId }))
      : [];
    const { title, electorates, asks, threshold, questions, closesAt, outcome = USUAL_OUTCOME } = draft;
    const definition = {
      id,
      title,
      electorates,
      asks,
      threshold,
      questions,
      outcome,
      ...(draft.weights ? { weights: draft.weights } : {}),
      slipsTwice: draft.slipsTwice ?? true,
      opensAt: now.toISOString(),
      roll: { residents: await countVerified(tx, jurisdiction), deputies: members.length },
      subjects: subjectsOf(directory, draft),
      stations: directory.stationNames(),
    };
    const subject = { context: 'appraisals', id };
    await openPoll(tx, call, { definition, closesAt: new Date(closesAt), subject, members });
    const entry = { jurisdiction, personId: call.caller.personId, objectKind: 'campaign', objectId: id, now };
    await audit(tx, { ...entry, action: 'appraisals.open' });
    return { state };
  });
}
