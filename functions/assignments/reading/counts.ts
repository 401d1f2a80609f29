import { BOXES, type Box, type counts as contract } from '../../../shared/assignments/contract';
import { dayOf } from '../../../shared/kernel/days';
import type { Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { countBox } from '../queries';
import { asideFrom } from '../recusal/aside';

export async function counts(call: Call<Person>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  return call.read(async (tx) => {
    const boxes = {} as Record<Box, number>;
    const of = { departments: caller.departmentIds, aside: await asideFrom(tx, call) };
    for (const box of BOXES) boxes[box] = await countBox(tx, jurisdiction, of, box);
    return { boxes, late: await countBox(tx, jurisdiction, of, 'owed', dayOf(now)) };
  });
}
