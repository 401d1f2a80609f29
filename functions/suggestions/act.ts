import { ProblemError } from '../../shared/kernel/problems';
import { type EventKind, refusal } from '../../shared/suggestions/lifecycle';
import type { Suggestion } from '../../shared/suggestions/shown';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { type Happening, happen } from './happen';
import { lockMatter, type Matter, type Seen } from './matter';
import { showOne } from './reading/show';

/**
 * Somebody does one thing to a suggestion and sees it as it is then. `work` says what goes with the event, from what is so while it is locked, once the table allows it.
 * @throws ProblemError what the table says
 */
export async function act(
  call: Call<Person>,
  { id, ...seen }: { id: string } & Seen,
  event: EventKind,
  work: Happening | ((tx: Tx, matter: Matter) => Happening | Promise<Happening>) = {},
): Promise<Suggestion> {
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, id, seen);
    // Nothing is looked at, and no number drawn, for what the table refuses.
    const problem = refusal(event, matter.facts, matter.sides);
    if (problem) throw new ProblemError(problem);
    const happening = typeof work === 'function' ? await work(tx, matter) : work;
    const after = await happen(tx, call, matter, event, happening);
    return showOne(tx, call, after);
  });
}
