import { sayAction } from '../../shared/identity/audit';
import { type exportAudit as contract, MOST_ENTRIES } from '../../shared/identity/contract/office';
import { dayOf, sayTime } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { handOut } from '../platform/hand-out';
import { safeCell } from '../platform/spreadsheet/safe-cell';
import { writeSpreadsheet, XLSX_TYPE } from '../platform/spreadsheet/write-spreadsheet';
import { auditLine, checkDays } from './audit-log';
import { selectAuditLog } from './queries-audit';

const COLUMNS = [
  ['哪天', 12],
  ['几点', 8],
  ['谁', 14],
  ['做了什么', 26],
  ['为什么', 40],
  ['编号', 38],
] as const;

/** What is on the screen, all pages of it; that it was taken is logged too. */
export async function exportAudit(call: Call<Person>, filter: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  checkDays(filter);
  const lines = await call.write(async (tx) => {
    const found = await selectAuditLog(tx, jurisdiction, filter, null, MOST_ENTRIES + 1);
    ensure(found.length <= MOST_ENTRIES, 'too_many_entries');
    await audit(tx, {
      jurisdiction,
      personId: caller.personId,
      action: 'identity.exportAudit',
      objectKind: 'audit',
      objectId: null,
      detail: { rows: found.length, ...filter },
      now,
    });
    return found.map(auditLine);
  });
  const bytes = writeSpreadsheet([
    {
      name: '日志',
      titled: true,
      widths: COLUMNS.map(([, width]) => width),
      rows: [
        COLUMNS.map(([title]) => title),
        ...lines.map(({ at, by, action, reason, objectId }) => {
          const when = new Date(at);
          return [dayOf(when), sayTime(when), by, sayAction(action), reason ?? '', objectId ?? ''].map(safeCell);
        }),
      ],
    },
  ]);
  const fileName = `日志 ${dayOf(now)}.xlsx`;
  return { ...(await handOut(call, { bytes, type: XLSX_TYPE, extension: 'xlsx', fileName })), rows: lines.length };
}
