import type { settingChanges as contract } from '../../../shared/directory/contract/office';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { pageOfRows, readCursor } from '../../platform/pages';
import { shownChange } from './change';
import { knownSettings } from './known';
import { selectDecided } from './queries';

/** What was decided about one setting, or about all of them, the last first. */
export async function settingChanges(
  call: Call<Person>,
  { setting, cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const after = readCursor(cursor, 'instant', 'id');
  const known = await knownSettings(call);
  const rows = await call.read((tx) => selectDecided(tx, call.jurisdiction, setting, after));
  const { page, next } = pageOfRows(rows, ({ decided_at, id }) => [decided_at?.toISOString() ?? '', id]);
  return { items: page.map((change) => shownChange(call, change, known)), next };
}
