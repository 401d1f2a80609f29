import { dayOf } from '../../../shared/kernel/days';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { type search as contract, HotlineNumber } from '../../../shared/requests/contract';
import { asideFrom } from '../../assignments/public';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { pageOfRows, readCursor } from '../../platform/pages';
import { bigramQuery, searchForm, searchTerms } from '../queries/bigrams';
import { selectFound } from '../queries/search';
import { worklistItem } from './worklist-item';

/** By words or by a number, newest first: a deputy in what was sent to them, a clerk in what their stations hold, the office in all. */
export async function search(
  call: Call<Person>,
  { words, cursor }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { admin, deputyId, stationIds } = call.caller;
  const after = readCursor(cursor, 'id');
  const directory = await countyDirectoryOf(call);
  const terms = searchTerms(words);
  const wanted = {
    bigrams: bigramQuery(terms),
    terms,
    number: searchForm(words),
    slip: words,
    hotline: HotlineNumber.safeParse(words).data ?? null,
  };
  const reach = admin ? null : { deputyId, stations: stationIds };
  const rows = await call.read(async (tx) =>
    selectFound(tx, call.jurisdiction, { reach, aside: await asideFrom(tx, call) }, wanted, after),
  );
  const { page, next } = pageOfRows(rows, (row) => [row.id]);
  const today = dayOf(call.now);
  return { items: page.map((row) => worklistItem(row, directory, today, call.caller)), next };
}
