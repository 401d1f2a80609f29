import { dayOf } from '../../shared/kernel/days';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { list as contract } from '../../shared/notifications/contract';
import type { Call, Person } from '../platform/call';
import { pageOfRows, readCursor } from '../platform/pages';
import { selectNotifications } from './queries';

/** What the person was told, newest first. */
export async function list(call: Call<Person>, { cursor }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const before = readCursor(cursor, 'id')?.[0] ?? null;
  const rows = await call.read((tx) => selectNotifications(tx, call.jurisdiction, call.caller.personId, before));
  const { page, next } = pageOfRows(rows, (row) => [row.id]);
  return {
    items: page.map(({ id, kind, title, body, page, subject_context, subject_id, created_at, read_at }) => ({
      id,
      kind,
      title,
      body,
      subject: subject_context && subject_id ? { context: subject_context, id: subject_id } : null,
      page,
      at: created_at.toISOString(),
      on: dayOf(created_at),
      read: read_at !== null,
    })),
    next,
  };
}
