import { dayOf, startOf } from '../../../shared/kernel/days';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { phoneLooks as contract, PhoneLook } from '../../../shared/requests/contract';
import type { Call, Person } from '../../platform/call';
import { pageOfRows, readCursor } from '../../platform/pages';
import { detailOf } from '../queries/events';
import { countLooks, type LookRow, selectLooks } from '../queries/looks';

/** Who looked at the phone of whoever asks, in every matter that is theirs. */
export async function phoneLooks(
  call: Call<Person>,
  { cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const before = readCursor(cursor, 'id')?.[0] ?? null;
  const newYear = startOf(`${dayOf(now).slice(0, 4)}-01-01`);
  const { rows, thisYear } = await call.read(async (tx) => ({
    rows: await selectLooks(tx, jurisdiction, caller.personId, before),
    thisYear: await countLooks(tx, jurisdiction, caller.personId, newYear),
  }));
  const { page, next } = pageOfRows(rows, (row) => [row.id]);
  return { items: page.map(lookOf), next, thisYear };
}

/** One look, as the resident reads it. */
export function lookOf(row: LookRow): PhoneLook {
  const { reason = 'ask', by = null, place = '联络站' } = detailOf(row);
  return {
    id: row.id,
    at: row.at.toISOString(),
    by,
    from: place,
    reason,
    words: row.words ?? '',
    request: { id: row.request_id, title: row.title },
  };
}
