import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { reviewPicture as contract } from '../../../shared/suggestions/contract';
import { decideOnPicture, writeAndMove } from '../../pictures/public';
import type { Call, Person } from '../../platform/call';
import { lockMatter } from '../matter';

/** The office decides whether others see a photo WeChat was not sure of. */
export async function reviewPicture(
  call: Call<Person>,
  { id, ...decided }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return writeAndMove(call, async (tx) => {
    const { sides } = await lockMatter(tx, call, id);
    ensure(sides.includes('office'), 'not_found');
    await decideOnPicture(tx, call, { suggestion_id: id }, decided);
    return { decided: true };
  });
}
