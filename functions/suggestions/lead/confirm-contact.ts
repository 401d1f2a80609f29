import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { confirmContact as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { act } from '../act';
import { contactsOf } from '../contacts';

export function confirmContact(
  call: Call<Person>,
  { id, contact, confirmed }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  return act(call, { id }, confirmed ? 'contact_confirmed' : 'contact_denied', (_, { events, suggestion }) => {
    const found = contactsOf(events).find((one) => one.id === contact);
    ensure(found?.confirmed === null && found.round === suggestion.round, 'contact_gone');
    return { words: found.words, detail: { contact } };
  });
}
