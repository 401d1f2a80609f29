import { type Names, namesOf } from '../directory/public';
import { deputiesWithPeople } from '../identity/public';
import type { Call } from '../platform/call';
import type { Tx } from '../platform/database';
import { isOwnMatter } from './access';
import { give } from './give';
import { newRound } from './new-round';
import { lockRequest, type RequestRow, updateRequest } from './queries';
import { selectOwnMatters } from './queries-desk';

const WHY = '这是代表自己的事，请别的代表来回。';
const WHY_ANSWERED = '这是代表自己的事，前面的回话不算，请别的代表来回。';

/**
 * Nobody is both sides: a matter whose deputy turns out to be on the resident's side (they became the village's deputy, or what was
 * entered for somebody is theirs) goes to all of the village's deputies. An answer they gave counts for nothing.
 */
export async function giveUpOwn(call: Call<null>): Promise<void> {
  const { jurisdiction } = call;
  const names = await namesOf(call);
  const own = await call.read(async (tx) =>
    selectOwnMatters(tx, jurisdiction, await deputiesWithPeople(tx, jurisdiction)),
  );
  for (const { id, personId } of own) await call.write((tx) => giveUp(tx, call, names, { id, personId }));
}

type Own = { id: string; personId: string };

/** Does nothing where the person is not the deputy, or the matter is closed. */
export async function giveUp(tx: Tx, call: Call<null>, names: Names, { id, personId }: Own): Promise<void> {
  const { jurisdiction, now } = call;
  const request = await lockRequest(tx, jurisdiction, id);
  if (!request?.deputy_id || request.state === 'closed' || !isOwnMatter(request, personId)) return;
  const answered = request.state === 'answered';
  const again = answered ? { ...newRound(request, names.settings, now), ...offBoard(request) } : {};
  if (answered) await updateRequest(tx, jurisdiction, id, again);
  const words = answered ? WHY_ANSWERED : WHY;
  await give(tx, call, names, { request: { ...request, ...again }, kind: 'reassigned', to: null, words });
}

/** What stands on the notice board stays, without the answer; the station looks at it again. */
function offBoard({ publication }: RequestRow) {
  return { public_answer: null, publication: publication === 'published' ? ('pending' as const) : publication };
}
