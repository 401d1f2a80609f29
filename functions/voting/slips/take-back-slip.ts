import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { takeBackSlip as contract } from '../../../shared/voting/contract';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { normalizePhone } from '../../platform/phones';
import { openBox } from '../open-box';
import { memberHash } from '../open-poll';
import { selectRollEntry } from '../queries';
import { lockSeries, removeTicked, takeBackIssue, untick, wasIssued } from '../queries-slips';
import { countsOf } from './counts';
import { ensureOpen, isOf } from './in-hand';
import { tickedBy } from './tick';

/**
 * A tick set on the wrong number goes, with the count of one slip, and the phone votes as before. Who set it takes it back, at that station, on
 * that day, and only while a slip is out; anybody else hears that there is no such tick. Nothing tells whose slip that is: a clerk who hands one
 * out to nobody could give a second ballot to somebody who has handed in theirs. So who takes back how often is written down, without the
 * number.
 */
export async function takeBackSlip(
  call: Call<Person>,
  { id, stationId, act, phone }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { link } = await openBox(call, id);
  ensure(isOf(caller, stationId), 'slip_other_station');
  const of = { jurisdiction, pollId: id };
  const hash = memberHash(link, 'residents', normalizePhone(phone) ?? phone);
  return call.write(async (tx) => {
    await ensureOpen(tx, call, id);
    ensure(await lockSeries(tx, jurisdiction, stationId), 'slips_used_up');
    const own = { jurisdiction, poll_id: id, station_id: stationId, person_id: caller.personId };
    const issue = { ...own, issued_on: dayOf(now), last_act: act };
    if (await wasIssued(tx, issue)) return { counts: await countsOf(tx, of, stationId) };
    ensure((await countsOf(tx, of, stationId)).out > 0, 'slip_not_out');
    const found = await selectRollEntry(tx, { jurisdiction, poll_id: id, electorate: 'residents', member_hash: hash });
    ensure(found?.paper, 'paper_not_ticked');
    const by = { entry: found.id, stationId, personId: caller.personId, day: issue.issued_on };
    const [joined, ticked] = [true, false].map((joined) => tickedBy(link, { ...by, joined })) as [Buffer, Buffer];
    const isUndone =
      (await removeTicked(tx, of, { id: found.id, ticked_by: joined })) ||
      (await untick(tx, of, { id: found.id, ticked_by: ticked }));
    ensure(isUndone, 'paper_not_ticked');
    await takeBackIssue(tx, issue);
    const entry = { personId: caller.personId, objectKind: 'poll', objectId: id, detail: { station: stationId } };
    await audit(tx, { jurisdiction, action: 'voting.takeBackSlip', ...entry, now });
    return { counts: await countsOf(tx, of, stationId) };
  });
}
