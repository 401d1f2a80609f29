import { v7 } from 'uuid';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { report as contract } from '../../../shared/requests/contract';
import { REPORT_REASON_NAMES } from '../../../shared/requests/reports';
import { countyDirectoryOf } from '../../directory/public';
import { clerksOfStation } from '../../identity/public';
import { notifyOnceADay } from '../../notifications/public';
import type { Call, Person } from '../../platform/call';
import { isOwnMatter } from '../lifecycle/sides';
import { KINDS } from '../notifications';
import { insertReport } from '../queries/reports';
import { lockRequest } from '../queries/requests';
import { Settings } from '../settings';

/**
 * Says that a matter should not stand on the notice board (举报). Its station hears of it once a day in the app, and has it in a box of its own; nobody
 * reads who said it. Whose matter it is takes their consent back instead.
 */
export async function report(
  call: Call<Person>,
  { id, reason, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    ensure(!directory.settings(Settings).boardReadOnly, 'board_read_only');
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && request.published_at !== null, 'not_found');
    ensure(!isOwnMatter(request, caller.personId), 'report_own');
    const report = { id: v7(), request_id: id, person_id: caller.personId, reason, words: words || null };
    const isNew = await insertReport(tx, { jurisdiction, ...report, state: 'open', created_at: now });
    ensure(isNew, 'already_reported');
    const clerks = await clerksOfStation(tx, jurisdiction, request.station_id);
    for (const personId of clerks.filter((one) => one !== caller.personId))
      await notifyOnceADay(tx, {
        jurisdiction,
        personId,
        kind: KINDS.report_received,
        subject: { context: 'requests', id },
        title: request.public_title ?? '',
        body: `有人举报，请在电脑上答复：${REPORT_REASON_NAMES[reason]}`,
        now,
        quiet: true,
      });
    return { reported: true };
  });
}
