import { ANSWERED, ENDED, isIn } from '../../../shared/requests/states';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import { deputiesWithPeople } from '../../identity/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { selectOwnMatters } from '../queries/due';
import { assign } from './assign';
import { lockMatter } from './matter';
import { isOwnMatter } from './sides';

const WHY = '这是代表自己的事，请别的代表来回。';
const WHY_ANSWERED = '这是代表自己的事，前面的回话不算，请别的代表来回。';

/**
 * Nobody is both sides: a matter whose deputy turns out to be on the resident's side (they became the village's deputy, or what was
 * entered for somebody is theirs) goes to all of the village's deputies.
 */
export async function recuseAll(call: Call<null>): Promise<void> {
  const { jurisdiction } = call;
  const directory = await countyDirectoryOf(call);
  const own = await call.read(async (tx) =>
    selectOwnMatters(tx, jurisdiction, await deputiesWithPeople(tx, jurisdiction)),
  );
  for (const one of own) await call.write((tx) => recuse(tx, call, directory, one));
}

/** Does nothing where the person is not the deputy's, or the matter is closed. An answer they gave counts for nothing. */
export async function recuse(
  tx: Tx,
  call: Call<null>,
  directory: CountyDirectory,
  { id, personId }: { id: string; personId: string },
): Promise<void> {
  const matter = await lockMatter(tx, call, directory, id);
  const { request, facts } = matter;
  if (request.deputy_id === null || isIn(facts.state, ENDED) || !isOwnMatter(request, personId)) return;
  const answered = isIn(facts.state, ANSWERED);
  // What stands on the notice board stays, without the answer; the station looks at it again.
  const offBoard = {
    public_answer: null,
    publication: request.publication === 'published' ? ('pending' as const) : request.publication,
  };
  await assign(tx, call, { ...matter, facts: { ...facts, deputyIsOwn: true } }, 'reassigned', {
    to: null,
    words: answered ? WHY_ANSWERED : WHY,
    set: answered ? offBoard : {},
  });
}
