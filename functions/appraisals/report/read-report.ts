import type { readReport as contract } from '../../../shared/appraisals/contract';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Call, Person } from '../../platform/call';
import { saveReader } from '../queries';
import { readWritten } from './source';

/** They read the report as it was on their screen; who reads an older one than there is has read the older one. */
export async function readReport(
  call: Call<Person>,
  { version, ...which }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  return call.write(async (tx) => {
    const written = await readWritten(tx, call, which);
    ensure(version <= written.version, 'report_changed');
    const of = { jurisdiction, campaignId: written.poll.id, place: written.place };
    await saveReader(tx, of, { person: caller.personId, version, now });
    return { version };
  });
}
