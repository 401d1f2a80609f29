import type { writeReport as contract } from '../../../shared/appraisals/contract';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { COUNTY } from '../../../shared/voting/results';
import type { Call, Person } from '../../platform/call';
import { saidByIds } from '../../voting/public';
import { saveReport } from '../queries';
import { readWritten } from './source';

/** Sections three and four, and the days; what stands in three was released, and at that station. */
export async function writeReport(
  call: Call<Person>,
  { version, body, ...which }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  return call.write(async (tx) => {
    const { poll, definition, station, place, body: before } = await readWritten(tx, call, which);
    const asked = body.asks.map(({ subject }) => subject);
    ensure(
      asked.every((id) => definition.subjects.some((one) => one.id === id)),
      'department_unknown',
    );
    const wanted = [...new Set(body.topics.map(({ word }) => word))];
    const rows = poll.words_published_at ? await saidByIds(tx, { jurisdiction, pollId: poll.id }, wanted) : [];
    const own = rows.filter((row) => station === COUNTY || Number(row.station) === station);
    ensure(own.length === wanted.length, 'words_not_released');
    const of = { jurisdiction, campaignId: poll.id, place };
    ensure(
      await saveReport(tx, of, { version, body: { ...before, ...body }, by: caller.personId, now }),
      'report_changed',
    );
    return { version: version + 1 };
  });
}
