import type { comeBack as contract } from '../../shared/directory/contract';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { Call, Person } from '../platform/call';
import { forgetDirectory } from './directory';
import { withdrawAbsence } from './queries';

/** Takes back days away of the deputy who asks. A second time, when the first reply was lost on the way, is all right. */
export async function comeBack(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { deputyId } = call.caller;
  ensure(deputyId, 'not_allowed');
  const found = await call.write((tx) => withdrawAbsence(tx, call.jurisdiction, { id, deputyId, now: call.now }));
  ensure(found, 'not_found');
  forgetDirectory(call);
  return { back: true };
}
