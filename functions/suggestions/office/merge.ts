import { ensure, ProblemError } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { merge as contract } from '../../../shared/suggestions/contract';
import { refusal } from '../../../shared/suggestions/lifecycle';
import { MOST_TOGETHER } from '../../../shared/suggestions/limits';
import { isIn, WITH_DEPARTMENT } from '../../../shared/suggestions/states';
import type { Call, Person } from '../../platform/call';
import { happen } from '../happen';
import { lockMatter, type Matter, matterOf } from '../matter';
import { lockJoined, lockSuggestions, selectSuggestion } from '../queries';
import { showOne } from '../reading/show';
import { followOf, regroup, setAlong } from '../together';

/**
 * Others are handled with this one (并案), and what is handled with them along. All rows are locked first, in the order of their ids: of two who merge
 * the same the other way round the second hears what the first did. Where a department has the one that leads, it has the others from now on.
 */
export async function merge(
  call: Call<Person>,
  { id, version, others }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction } = call;
  const ids = [...new Set(others.map((one) => one.id))];
  return call.write(async (tx) => {
    ensure(ids.length === others.length && !ids.includes(id), 'not_found');
    await lockSuggestions(tx, jurisdiction, [id, ...ids]);
    const lead = await lockMatter(tx, call, id, { version });
    const problem = refusal('gained', lead.facts, lead.sides);
    if (problem) throw new ProblemError(problem);
    const chosen: Matter[] = [];
    for (const one of others) chosen.push(await lockMatter(tx, call, one.id, { version: one.version }));
    ensure(!chosen.some(({ suggestion }) => suggestion.handled_with === id), 'together_before');
    const there = await lockJoined(tx, jurisdiction, [id]);
    const along = (await lockJoined(tx, jurisdiction, ids)).filter((row) => !ids.includes(row.id));
    ensure(1 + there.length + chosen.length + along.length <= MOST_TOGETHER, 'too_many_together');
    const joining = [...chosen];
    for (const row of along) joining.push(await matterOf(tx, call, row));
    for (const { sides } of joining) ensure(sides.includes('office'), 'own_assignment');

    const gained = await happen(tx, call, lead, 'gained');
    const merged: { id: string; version: number }[] = [];
    for (const matter of joining) {
      let after = await happen(tx, call, matter, 'joined', { set: { handled_with: id } });
      if (isIn(gained.state, WITH_DEPARTMENT)) {
        const side = { facts: lead.facts, side: 'office' as const };
        const follows = followOf(await matterOf(tx, call, after), side);
        after = await happen(tx, call, follows, 'assigned', { set: setAlong(call, 'assigned', follows, gained) });
      }
      merged.push({ id: after.id, version: after.version });
    }
    await regroup(tx, call, id);
    const led = await selectSuggestion(tx, jurisdiction, id);
    ensure(led, 'not_found');
    return { suggestion: await showOne(tx, call, led), merged };
  });
}
