import type { checkWorkbook as contract, WorkbookFault, WorkbookNotice } from '../../shared/directory/contract/office';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { selectRoster } from './queries-workbook';
import { groups } from './workbook/places';
import { compareWorkbook, endsMany, readWorkbook } from './workbook-file';

const SHOWN = 500;

/** A dry run: all that is wrong with a workbook, and what it would change. The directory is not touched; that somebody looked is written down. */
export async function checkWorkbook(
  call: Call<Person>,
  { fileId }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const sent = await readWorkbook(call, fileId);
  ensure(sent, 'file_missing');
  const stored = await call.read((tx) => selectRoster(tx, jurisdiction));
  const { digest, faults, warnings, plan } = compareWorkbook(call, sent, stored);
  await call.write((tx) =>
    audit(tx, {
      jurisdiction,
      personId: caller.personId,
      action: 'workbook_checked',
      objectKind: 'workbook',
      objectId: fileId,
      detail: { faults: faults.length },
      now,
    }),
  );
  return {
    digest,
    faults: faults.slice(0, SHOWN),
    faultCount: faults.length,
    warnings: alike(warnings).slice(0, SHOWN),
    changes: plan.changes,
    ending: { ...plan.terms.ending, confirm: endsMany(plan.terms.ending) },
  };
}

/** The same about many rows is said once. */
function alike(warnings: WorkbookFault[]): WorkbookNotice[] {
  const kinds = groups(warnings, ({ sheet, column, reason }) => JSON.stringify([sheet, column, reason]));
  return [...kinds.values()].flatMap((same) => {
    const [first] = same;
    return first ? { ...first, rows: same.flatMap(({ row }) => row ?? []) } : [];
  });
}
