import type { Input, Reply } from '../../shared/kernel/procedure';
import type { subscribe as contract } from '../../shared/notifications/contract';
import type { Call, Person } from '../platform/call';
import { addSubscription } from './queries';

/** Counts the messages a person accepted. A refusal needs no row: without an acceptance nothing is sent. */
export async function subscribe(
  call: Call<Person>,
  { choices }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now } = call;
  const accepted = choices.filter(({ result }) => result === 'accept');
  return call.write(async (tx) => {
    for (const { template } of accepted)
      await addSubscription(tx, { jurisdiction, personId: call.caller.personId, template, now });
    return { accepted: accepted.length };
  });
}
