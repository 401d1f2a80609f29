import type { printReport as contract } from '../../../shared/appraisals/contract/office';
import type { Report } from '../../../shared/appraisals/report';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { handOut } from '../../platform/hand-out';
import { DOCX_TYPE } from '../../platform/print/docx';
import { PDF_TYPE } from '../../platform/print/pdf';
import { XLSX_TYPE } from '../../platform/spreadsheet/write-spreadsheet';
import { reportDocx } from './docx';
import { reportOf } from './model';
import { reportPdf } from './pdf';
import { readWritten, sourceOf } from './source';
import { reportXlsx } from './xlsx';

const KINDS: Record<
  Input<typeof contract>['as'],
  { type: string; draw: (report: Report) => Promise<Buffer> | Buffer }
> = {
  pdf: { type: PDF_TYPE, draw: reportPdf },
  docx: { type: DOCX_TYPE, draw: reportDocx },
  xlsx: { type: XLSX_TYPE, draw: reportXlsx },
};

export async function printReport(
  call: Call<Person>,
  { as, ...which }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const report = await call.read(async (tx) => reportOf(await sourceOf(tx, call, await readWritten(tx, call, which))));
  const { type, draw } = KINDS[as];
  const fileName = `${report.place}${report.title}.${as}`;
  return handOut(call, { bytes: await draw(report), type, extension: as, fileName });
}
