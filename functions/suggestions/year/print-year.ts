import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { printYear as contract } from '../../../shared/suggestions/contract/office';
import { countyDirectoryOf } from '../../directory/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { handOut } from '../../platform/hand-out';
import { DOCX_TYPE } from '../../platform/print/docx';
import { XLSX_TYPE } from '../../platform/spreadsheet/write-spreadsheet';
import { countAttachments } from '../attachments';
import { countJoined, countStanding, selectOfYear } from '../queries';
import { numberOf } from '../reading/number';
import { yearDocx, yearXlsx } from './files';
import { type Told, yearReport } from './report';

const KINDS = { docx: { type: DOCX_TYPE, draw: yearDocx }, xlsx: { type: XLSX_TYPE, draw: yearXlsx } } as const;

/** @throws ProblemError `no_suggestions_in_year` */
export async function printYear(
  call: Call<Person>,
  { year, as }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const directory = await countyDirectoryOf(call);
  const { rows, standing, attached, leading } = await call.read(async (tx) => {
    const rows = await selectOfYear(tx, jurisdiction, year);
    const ids = rows.map(({ id }) => id);
    return {
      rows,
      standing: await countStanding(tx, jurisdiction, ids),
      attached: await countAttachments(tx, call, ids),
      leading: await countJoined(tx, jurisdiction, ids),
    };
  });
  ensure(rows.length, 'no_suggestions_in_year');
  const told = rows.map(
    (row): Told => ({
      number: numberOf(row) ?? '',
      occasion: row.occasion,
      title: row.title,
      leadName: directory.deputyName(row.lead_id),
      cosigners: standing.get(row.id) ?? 0,
      attachments: attached.get(row.id) ?? 0,
      departmentName: directory.departmentName(row.department_id),
      submittedOn: row.submitted_on,
      dueOn: row.due_on,
      answeredOn: row.answered_on,
      resultClass: row.result_class,
      attitude: row.attitude,
      result: row.result,
      state: row.state,
      outcome: row.outcome,
      round: row.round,
      extended: row.extended,
      complex: row.complex_reason !== null,
      marked: row.marked,
      together: row.handled_with !== null || row.answered_with !== null || leading.has(row.id),
      watcherName: directory.departmentName(row.watcher_id),
      redirectedTo: row.redirected_to,
    }),
  );
  const departments = directory.departments().map(({ name }) => name);
  // What ended departments had still counts.
  const ended = [...new Set(told.flatMap(({ departmentName }) => departmentName ?? []))].filter(
    (name) => !departments.includes(name),
  );
  const report = yearReport(
    { countyName: directory.countyName, departments: [...departments, ...ended] },
    { year, told, on: dayOf(now) },
  );
  await call.write((tx) =>
    audit(tx, {
      jurisdiction,
      personId: caller.personId,
      action: 'suggestions.printYear',
      objectKind: 'suggestions',
      objectId: null,
      detail: { year, as, rows: rows.length },
      now,
    }),
  );
  const { type, draw } = KINDS[as];
  const made = await handOut(call, { bytes: draw(report), type, extension: as, fileName: `${report.title}.${as}` });
  return { ...made, rows: rows.length };
}
