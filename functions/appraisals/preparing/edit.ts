import type { edit as contract } from '../../../shared/appraisals/contract';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen, lockMatter } from '../campaign';
import { subjectsOf } from '../departments';
import { ensureWeighable } from './weighable';

export async function edit(
  call: Call<Person>,
  { id, version, draft }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, id, version);
    subjectsOf(directory, draft);
    ensureWeighable(draft);
    // A desk of yesterday knows neither of the rule nor of paper or weights; where it asks only one side now, nothing is weighed any more.
    const { outcome, slipsTwice, weights } = matter.campaign.draft;
    const kept = {
      ...(outcome ? { outcome } : {}),
      ...(slipsTwice === undefined ? {} : { slipsTwice }),
      ...(weights && draft.electorates.length > 1 ? { weights } : {}),
    };
    await happen(tx, call, matter, 'edited', { draft: { ...kept, ...draft } });
    return { version: version + 1 };
  });
}
