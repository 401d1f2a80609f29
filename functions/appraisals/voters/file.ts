import type { file as contract } from '../../../shared/appraisals/contract';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call } from '../../platform/call';
import { pollById, publishedFileOf } from '../../voting/public';

/** Where the published file is, for a few minutes; the address is the same for everybody who asks in the same minutes. */
export async function file(call: Call<null>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const poll = await call.read((tx) => pollById(tx, call.jurisdiction, id));
  ensure(poll?.published_at, 'not_found');
  return { url: publishedFileOf(call, id) };
}
