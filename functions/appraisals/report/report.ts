import type { report as contract } from '../../../shared/appraisals/contract';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { reportOf } from './model';
import { readersOf } from './readers';
import { readWritten, sourceOf } from './source';

/** The report of a station, or of the county, with what its people may change of it. */
export async function report(call: Call<Person>, which: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { caller } = call;
  return call.read(async (tx) => {
    const written = await readWritten(tx, call, which);
    const { subjects, stations } = written.definition;
    return {
      report: reportOf(await sourceOf(tx, call, written)),
      version: written.version,
      body: written.body,
      subjects: subjects.map(({ id, name }) => ({ id, name })),
      readers: await readersOf(tx, call, written),
      stations: stations.filter(({ id }) => caller.admin || caller.stationIds.includes(id)),
    };
  });
}
