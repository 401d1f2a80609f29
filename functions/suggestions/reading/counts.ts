import type { Reply } from '../../../shared/kernel/procedure';
import { BOXES, type Box, type counts as contract } from '../../../shared/suggestions/contract';
import { asideFrom } from '../../assignments/public';
import type { Call, Person } from '../../platform/call';
import { countBox } from '../queries';
import { daysOf } from './desk';

export async function counts(call: Call<Person>): Promise<Reply<typeof contract>> {
  const days = await daysOf(call);
  return call.read(async (tx) => {
    const boxes = {} as Record<Box, number>;
    const looked = { ...days, aside: await asideFrom(tx, call) };
    for (const box of BOXES) boxes[box] = await countBox(tx, call.jurisdiction, box, looked);
    return { boxes };
  });
}
