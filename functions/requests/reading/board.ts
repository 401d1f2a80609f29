import { dayOf } from '../../../shared/kernel/days';
import { hideKnown } from '../../../shared/kernel/personal';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { board as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call } from '../../platform/call';
import { pageOfRows, readCursor } from '../../platform/pages';
import { boardPictures } from '../content/pictures';
import { selectBoard } from '../queries/board';

/** The notice board (公开栏): what a person at a station agreed to, the last first. No name, no number, no place but the village. */
export async function board(call: Call, { cursor }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const after = readCursor(cursor, 'instant', 'id');
  const directory = await countyDirectoryOf(call);
  const { rows, pictures } = await call.read(async (tx) => {
    const rows = await selectBoard(tx, call.jurisdiction, after);
    return {
      rows,
      pictures: await boardPictures(
        tx,
        call,
        rows.map(({ id }) => id),
      ),
    };
  });
  const { page, next } = pageOfRows(rows, ({ published_at, id }) => [published_at.toISOString(), id]);
  const items = page.map((row) => ({
    id: row.id,
    title: hideKnown(row.public_title ?? '', row.hidden_words),
    words: hideKnown(row.public_words ?? '', row.hidden_words),
    answer: row.public_answer && hideKnown(row.public_answer, row.hidden_words),
    category: row.category,
    villageName: directory.villageName(row.village),
    deputyName: row.deputy_id && directory.deputyName(row.deputy_id),
    departmentName: directory.departmentName(row.answered_by),
    state: row.state,
    outcome: row.outcome,
    submittedOn: row.submitted_on,
    publishedOn: dayOf(row.published_at),
    pictures: pictures.get(row.id) ?? [],
  }));
  return { items, next };
}
