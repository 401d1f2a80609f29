import type { results as contract } from '../../../shared/appraisals/contract';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { countsIn } from '../../../shared/voting/published-results';
import type { Call } from '../../platform/call';
import { type PublishedVote, publishedVote } from '../../voting/public';

type Results = Reply<typeof contract>;

/** The same object each time, so that it is printed once. */
const told = new WeakMap<PublishedVote, Results>();

/** The published numbers, one record each. Nothing of them before they are published. */
export async function results(call: Call<null>, { id }: Input<typeof contract>): Promise<Results> {
  const vote = await publishedVote(call, id);
  ensure(vote, 'not_found');
  const before = told.get(vote);
  if (before) return before;
  const { tables, ...about } = vote.data;
  const reply = { ...about, counts: countsIn(about, tables) };
  told.set(vote, reply);
  return reply;
}
