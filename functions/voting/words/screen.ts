import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { screen as contract } from '../../../shared/voting/contract';
import { SCREENERS } from '../../../shared/voting/limits';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { deleteScreener, insertScreener, selectScreeners } from '../queries-words';
import { countedPoll, screenersOf } from './screeners';

/** Makes who calls one of the two who read what was written. Who had the place before reads nothing from then on. */
export async function screen(
  call: Call<Person>,
  { id, instead }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const of = { jurisdiction, pollId: id };
  return call.write(async (tx) => {
    await countedPoll(tx, call, id, 'lock');
    const there = await selectScreeners(tx, of);
    if (!there.some(({ person_id }) => person_id === caller.personId)) {
      const replaced = there.length < SCREENERS ? null : there.find(({ person_id }) => person_id === instead);
      ensure(replaced !== undefined, 'screeners_full');
      if (replaced) await deleteScreener(tx, of, replaced.person_id);
      await insertScreener(tx, of, caller.personId, now);
      const entry = { jurisdiction, personId: caller.personId, objectKind: 'poll', objectId: id, now };
      const detail: Record<string, string> = replaced ? { instead: replaced.person_id } : {};
      await audit(tx, { ...entry, action: 'words.screens', detail });
    }
    return { screeners: await screenersOf(tx, call, id) };
  });
}
