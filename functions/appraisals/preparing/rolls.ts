import type { rolls as contract } from '../../../shared/appraisals/contract';
import type { Reply } from '../../../shared/kernel/procedure';
import { countyDirectoryOf } from '../../directory/public';
import { countVerified } from '../../identity/public';
import type { Call, Person } from '../../platform/call';

export async function rolls(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, now } = call;
  const directory = await countyDirectoryOf(call);
  return call.read(async (tx) => ({
    residents: await countVerified(tx, jurisdiction),
    deputies: directory.serving(now).length,
  }));
}
