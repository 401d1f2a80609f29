import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { submit as contract } from '../../../shared/requests/contract';
import { rememberName } from '../../identity/public';
import type { Call, Person } from '../../platform/call';
import { begin, prepare } from '../lifecycle/begin';

/** A resident's request (说件事). */
export async function submit(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller } = call;
  const prepared = await prepare(call, input);
  return call.write(async (tx) => {
    // Nobody may be both sides: the resident's word must be another's.
    ensure(input.deputyId === undefined || input.deputyId !== caller.deputyId, 'own_matter');
    const reply = await begin(tx, call, prepared, { resident_id: caller.personId });
    if (input.name) await rememberName(tx, jurisdiction, caller.personId, input.name);
    return reply;
  });
}
