import type { Input, Reply } from '../../../shared/kernel/procedure';
import { BOXES, type Box, type counts as contract } from '../../../shared/suggestions/contract';
import { asideFrom } from '../../assignments/public';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { countBox } from '../queries';
import { daysOf } from './desk';

export async function counts(call: Call<Person>, { watcher }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const committees = (await countyDirectoryOf(call)).committees();
  const days = await daysOf(call);
  return call.read(async (tx) => {
    const boxes = {} as Record<Box, number>;
    const looked = { ...days, watcher, aside: await asideFrom(tx, call) };
    for (const box of BOXES) boxes[box] = await countBox(tx, call.jurisdiction, box, looked);
    return { boxes, committees };
  });
}
