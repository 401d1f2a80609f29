import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { reports as contract, report as oneContract } from '../../../shared/promises/report/contract';
import type { Call, Person } from '../../platform/call';
import { selectReport, selectReportsOf, selectYears } from './queries';
import { showReport, showReports } from './show';

export async function reports(call: Call<Person>, { year }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller } = call;
  const whose = { all: caller.admin, departments: caller.departmentIds, deputy: caller.deputyId };
  return call.read(async (tx) => {
    const years = await selectYears(tx, jurisdiction, whose);
    const wanted = year === undefined ? (years[0] ?? null) : Number(year);
    const rows = wanted === null ? [] : await selectReportsOf(tx, jurisdiction, whose, wanted);
    return { year: wanted, years, reports: await showReports(tx, call, rows) };
  });
}

export async function report(
  call: Call<Person>,
  { id }: Input<typeof oneContract>,
): Promise<Reply<typeof oneContract>> {
  return call.read(async (tx) => {
    const row = await selectReport(tx, call.jurisdiction, id);
    ensure(row, 'not_found');
    return showReport(tx, call, row);
  });
}
