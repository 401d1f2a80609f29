import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { reviewPicture as contract } from '../../../shared/promises/contract';
import { decideOnPicture, writeAndMove } from '../../pictures/public';
import type { Call, Person } from '../../platform/call';
import { stepOf } from '../evidence';
import { lockMatter } from '../matter';

/** A person decides whether everybody sees a picture. */
export async function reviewPicture(
  call: Call<Person>,
  { id, ...decided }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return writeAndMove(call, async (tx) => {
    const { sides } = await lockMatter(tx, call, id);
    ensure(sides.includes('station') || sides.includes('office'), 'not_found');
    await decideOnPicture(tx, call, { promise_id: id }, decided, stepOf);
    return { decided: true };
  });
}
