import type { published as contract } from '../../../shared/appraisals/contract';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call } from '../../platform/call';
import { publishedVote, resultsAddressOf } from '../../voting/public';

/** Where the results are. However many ask, the database is asked nothing. */
export async function published(call: Call<null>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const vote = await publishedVote(call, id);
  ensure(vote, 'not_found');
  return { url: resultsAddressOf(call, id), hash: vote.hash };
}
