import type { Input, Reply } from '../../shared/kernel/procedure';
import type { subscribe as contract } from '../../shared/notifications/contract';
import type { Call, Person } from '../platform/call';
import { addSubscription } from './queries';

/**
 * Counts the messages a person accepted. WeChat asks for a template once, so one that is named twice is one message. A refusal needs no
 * row: without an acceptance nothing is sent.
 */
export async function subscribe(
  call: Call<Person>,
  { choices }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now } = call;
  const accepted = new Set(choices.flatMap(({ template, result }) => (result === 'accept' ? [template] : [])));
  return call.write(async (tx) => {
    for (const template of accepted)
      await addSubscription(tx, { jurisdiction, personId: call.caller.personId, template, now });
    return { accepted: accepted.size };
  });
}
