import type { involve as contract } from '../../../shared/assignments/contract';
import { OWED } from '../../../shared/assignments/states';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { happen } from '../happen';
import { lockMatter } from '../matter';
import { askParts } from '../parts/happen';
import { showOne } from '../reading/show';

/** The lead asks others for their opinion (协办). Who does so has taken it, and whoever waits for the answer hears that alone. */
export async function involve(
  call: Call<Person>,
  { id, version, parts }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return call.write(async (tx) => {
    const { subject, ...matter } = await lockMatter(tx, call, id, version);
    const { subject_id, state } = matter.assignment;
    ensure((await subject.standing(tx, call, subject_id)) !== 'own', 'own_assignment');
    const after = await happen(tx, call, matter, 'involved');
    await askParts(tx, call, after, { kind: 'advice', parts, side: 'lead' });
    if (state !== after.state && OWED.includes(state)) await subject.hear(tx, call, subject_id, { event: 'accepted' });
    return showOne(tx, call, after);
  });
}
