import type { edit as contract } from '../../../shared/appraisals/contract';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen, lockMatter } from '../campaign';
import { subjectsOf } from '../departments';

export async function edit(
  call: Call<Person>,
  { id, version, draft }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, id, version);
    subjectsOf(directory, draft);
    // A desk of yesterday knows neither of the rule nor of paper.
    const { outcome, slipsTwice } = matter.campaign.draft;
    const kept = { ...(outcome ? { outcome } : {}), ...(slipsTwice === undefined ? {} : { slipsTwice }) };
    await happen(tx, call, matter, 'edited', { draft: { ...kept, ...draft } });
    return { version: version + 1 };
  });
}
