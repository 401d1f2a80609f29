import { v7 } from 'uuid';
import type * as contract from '../../../shared/assignments/contract';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { ownAssignment } from '../matter';
import { deletePhrase, insertPhrase, selectPhrases } from './queries';

/** What the department that has the assignment says often (常用的话). */
export async function phrases(
  call: Call<Person>,
  { id }: Input<typeof contract.phrases>,
): Promise<Reply<typeof contract.phrases>> {
  return call.read(async (tx) => ({ items: await selectPhrases(tx, await departmentOf(tx, call, id)) }));
}

/** One more, for all its people; what is kept already stays as it is. */
export async function keepPhrase(
  call: Call<Person>,
  { id, words }: Input<typeof contract.keepPhrase>,
): Promise<Reply<typeof contract.keepPhrase>> {
  return call.write(async (tx) => {
    const of = await departmentOf(tx, call, id);
    ensure(await insertPhrase(tx, of, { id: v7(), words, now: call.now }), 'phrases_full');
    return { items: await selectPhrases(tx, of) };
  });
}

/** One less; of what somebody took away before nothing is left to do. */
export async function dropPhrase(
  call: Call<Person>,
  { id, phrase }: Input<typeof contract.dropPhrase>,
): Promise<Reply<typeof contract.dropPhrase>> {
  return call.write(async (tx) => {
    const of = await departmentOf(tx, call, id);
    await deletePhrase(tx, of, phrase);
    return { items: await selectPhrases(tx, of) };
  });
}

async function departmentOf(tx: Tx, call: Call<Person>, id: string) {
  const { department_id: departmentId } = await ownAssignment(tx, call, id);
  return { jurisdiction: call.jurisdiction, departmentId };
}
