import { dayOf } from '../../../shared/kernel/days';
import { personOfDeputy } from '../../identity/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import type { RequestRow } from '../queries/requests';
import { type Happening, happen } from './happen';
import type { Matter } from './matter';
import { isOnResidentsSide } from './sides';

/**
 * Gives an open request to another deputy of its village, or (`to` null) to all of them. A question that waits for the resident goes on
 * waiting, and the clock goes on; the resident, the old deputy and the new one are told.
 * @throws ProblemError what the table says of `passed` and `reassigned`
 */
export async function assign(
  tx: Tx,
  call: Call,
  matter: Matter,
  event: 'passed' | 'reassigned',
  { to, words, set }: { to: string | null; words: string } & Pick<Happening, 'set'>,
): Promise<RequestRow> {
  const recipient = await recipientOf(tx, call, matter, to);
  return happen(tx, call, { ...matter, facts: { ...matter.facts, recipient } }, event, { words, to, set });
}

async function recipientOf(tx: Tx, { jurisdiction, now }: Call, { request, directory }: Matter, to: string | null) {
  const isSame = to === request.deputy_id;
  if (to === null) return { isSame, serves: true, isOfVillage: true, isOwn: false };
  const group = directory.servingForVillage(request.village, dayOf(now));
  const personId = await personOfDeputy(tx, jurisdiction, to);
  return {
    isSame,
    serves: directory.isServing(to),
    isOfVillage: group.some(({ id }) => id === to),
    isOwn: personId !== null && (await isOnResidentsSide(tx, jurisdiction, request, personId)),
  };
}
