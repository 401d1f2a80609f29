import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { mine as contract } from '../../../shared/suggestions/contract';
import type { Call, Person } from '../../platform/call';
import { pageOfRows, readCursor } from '../../platform/pages';
import { selectOfDeputy } from '../queries';
import { linesOf } from './lines';

export async function mine(call: Call<Person>, { cursor }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const [after = null] = readCursor(cursor, 'id') ?? [];
  return call.read(async (tx) => {
    const rows = await selectOfDeputy(tx, call.jurisdiction, call.caller.deputyId as string, after);
    const { page, next } = pageOfRows(rows, ({ id }) => [id]);
    return { items: await linesOf(tx, call, page), next };
  });
}
