import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Facts } from '../../../shared/requests/lifecycle';
import { isIn, QUESTIONED } from '../../../shared/requests/states';
import { personOfDeputy } from '../../identity/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import type { RequestRow } from '../queries/requests';
import { type Happening, happen } from './happen';
import { asksFirst } from './higher';
import type { Matter } from './matter';
import { mergedInto } from './merged';
import { isOnResidentsSide } from './sides';

/**
 * Gives an open request to another deputy of its village, or (`to` null) to all of them. A question that waits for the resident goes on
 * waiting, and the clock goes on; the resident, the old deputy and the new one are told. To a deputy of a level above the county it goes once the resident
 * has agreed, who is asked now. What they were asked of another is asked no more.
 * @throws ProblemError what the table says of these events; `asks_each` where others are handled with it
 */
export async function assign(
  tx: Tx,
  call: Call,
  matter: Matter,
  event: 'passed' | 'reassigned',
  { to, words, set }: { to: string | null; words: string } & Pick<Happening, 'set'>,
): Promise<RequestRow> {
  const recipient = await recipientOf(tx, call, matter, to);
  const asked = { ...matter, facts: { ...matter.facts, recipient } };
  if (to === null || call.caller === null || !recipient.asksFirst)
    return happen(tx, call, await endProposal(tx, call, asked, 'handover_withdrawn'), event, { words, to, set });
  const proposed = event === 'passed' ? 'pass_proposed' : 'reassign_proposed';
  const after = await happen(tx, call, asked, proposed, {
    words,
    detail: { higher: to },
    set: { ...set, handover_to: to },
  });
  // Nobody asked the others, whose words that deputy would read.
  ensure(!(await mergedInto(tx, call, [after.id])).length, 'asks_each');
  return after;
}

/** The resident is asked no more whether it may go to another level: whose that was has no term, or it goes to somebody else. */
export async function endProposal(
  tx: Tx,
  call: Call,
  matter: Matter,
  event: 'handover_ended' | 'handover_withdrawn',
): Promise<Matter> {
  const { request, facts } = matter;
  if (request.handover_to === null || !isIn(request.state, QUESTIONED)) return matter;
  const after = await happen(tx, call, { ...matter, sides: ['clock'] }, event);
  return { ...matter, request: after, facts: { ...facts, state: after.state, handover: 'none' } };
}

/** What the table asks of a deputy to whom it is to go. */
export async function recipientOf(
  tx: Tx,
  { jurisdiction, now }: Call,
  { request, directory }: Matter,
  to: string | null,
): Promise<NonNullable<Facts['recipient']>> {
  const isSame = to === request.deputy_id;
  if (to === null) return { isSame, serves: true, isOfVillage: true, isOwn: false, asksFirst: false };
  const group = directory.servingForVillage(request.village, dayOf(now));
  const personId = await personOfDeputy(tx, jurisdiction, to);
  return {
    isSame,
    serves: directory.isServing(to),
    isOfVillage: group.some(({ id }) => id === to),
    isOwn: personId !== null && (await isOnResidentsSide(tx, jurisdiction, request, personId)),
    asksFirst: asksFirst(directory, request, to),
  };
}
