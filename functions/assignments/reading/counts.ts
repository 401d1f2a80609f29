import { BOXES, type Box, type counts as contract } from '../../../shared/assignments/contract';
import { dayOf } from '../../../shared/kernel/days';
import type { Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { countBox } from '../queries';

export async function counts(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  return call.read(async (tx) => {
    const boxes = {} as Record<Box, number>;
    for (const box of BOXES) boxes[box] = await countBox(tx, jurisdiction, caller.departmentIds, box);
    return { boxes, late: await countBox(tx, jurisdiction, caller.departmentIds, 'owed', dayOf(now)) };
  });
}
