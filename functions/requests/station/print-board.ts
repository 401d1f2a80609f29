import { dayOf } from '../../../shared/kernel/days';
import { PAGE_SIZE } from '../../../shared/kernel/pages';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { STANDING_NAMES } from '../../../shared/requests/board';
import type { printBoard as contract } from '../../../shared/requests/contract/office';
import { CATEGORY_NAMES } from '../../../shared/requests/words';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { handOut } from '../../platform/hand-out';
import { PDF_TYPE } from '../../platform/print/pdf';
import { selectBoard } from '../queries/board';
import { itemOf } from '../reading/board';
import { boardPdf } from './board-pdf';

/** The newest of what stands on the board under these filters, as sheets of A3 to hang up. It is what everybody reads anyway. */
export async function printBoard(call: Call<Person>, filters: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const directory = await countyDirectoryOf(call);
  const rows = await call.write(async (tx) => {
    const found = await selectBoard(tx, jurisdiction, filters, [], null);
    ensure(found.length, 'nothing_on_board');
    const entry = { personId: caller.personId, objectKind: 'county', objectId: null, detail: filters };
    await audit(tx, { jurisdiction, action: 'board_printed', ...entry, now });
    return found;
  });
  const [station] = caller.admin ? [] : caller.stationIds;
  const shown = rows.slice(0, PAGE_SIZE);
  const chosen = sayChosen(filters, directory, shown[0]?.village ?? '');
  const bytes = await boardPdf({
    house: directory.stationName(station ?? null) ?? `${directory.countyName}人大代表联络站`,
    chosen,
    items: shown.map((row) => itemOf(row, directory, [])),
    printedOn: dayOf(now),
  });
  return handOut(call, { bytes, type: PDF_TYPE, extension: 'pdf', fileName: `公开栏 ${chosen}.pdf`, opens: true });
}

function sayChosen(
  { village, town, category, department, standing }: Input<typeof contract>,
  directory: CountyDirectory,
  first: string,
): string {
  const chosen = [
    village ? directory.villageName(village) : town && directory.townName(first),
    category && CATEGORY_NAMES[category],
    department && directory.departmentName(department),
    standing && STANDING_NAMES[standing],
  ].filter(Boolean);
  return chosen.length ? chosen.join(' · ') : '最新登的';
}
