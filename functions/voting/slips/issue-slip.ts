import { v4 } from 'uuid';
import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { issueSlip as contract } from '../../../shared/voting/contract';
import { personOfPhone, rolesOfPerson } from '../../identity/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { hashesOf, normalizePhone } from '../../platform/phones';
import { type OpenBox, openBox } from '../open-box';
import { memberHash } from '../open-poll';
import { insertRoll } from '../queries';
import { addIssue, lockSeries, removeBallots, takeTicked, tickPaper, wasIssued } from '../queries-slips';
import { voterOf } from '../seal';
import { countsOf } from './counts';
import { ensureOpen, isOf } from './in-hand';

/**
 * Hands out one slip. No slip is named here: a station hands out what lies on top of a pile that was printed in an order of chance, and the
 * tick does not say which.
 */
export async function issueSlip(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { id, stationId, act, phone, instead } = input;
  ensure(input.adult, 'slip_for_adults');
  const box = await openBox(call, id);
  ensure(isOf(caller, stationId), 'slip_other_station');
  const { electorates, stations } = box.definition;
  ensure(electorates.includes('residents'), 'not_on_roll');
  ensure(
    stations.some((station) => station.id === stationId),
    'station_not_in_vote',
  );
  const of = { jurisdiction, pollId: id };
  return call.write(async (tx) => {
    await ensureOpen(tx, call, id);
    ensure(await lockSeries(tx, jurisdiction, stationId), 'slips_used_up');
    const own = { jurisdiction, poll_id: id, station_id: stationId, person_id: caller.personId };
    const issue = { ...own, issued_on: dayOf(now), last_act: act };
    if (await wasIssued(tx, issue)) return { counts: await countsOf(tx, of, stationId) };
    ensure((await countsOf(tx, of, stationId)).unissued > 0, 'slips_used_up');
    if (phone && !instead) await tick(tx, call, box, { ...of, phone, stationId });
    await addIssue(tx, issue);
    return { counts: await countsOf(tx, of, stationId) };
  });
}

/** Their phone gives way to the paper: it votes no more, and what it cast is out of the box, unread. */
async function tick(
  tx: Tx,
  call: Call,
  { definition, link }: OpenBox,
  {
    jurisdiction,
    pollId,
    phone,
    stationId,
  }: { jurisdiction: string; pollId: string; phone: string; stationId: string },
): Promise<void> {
  if (definition.electorates.includes('deputies')) ensure(!(await isDeputy(tx, call, phone)), 'deputy_by_phone');
  const electorate = 'residents' as const;
  const hash = memberHash(link, electorate, normalizePhone(phone) ?? phone);
  const member = { jurisdiction, poll_id: pollId, electorate, member_hash: hash };
  // A random id, because one that has the time in it would tell when they came.
  await insertRoll(tx, [{ ...member, id: v4(), station_id: stationId }]);
  const entry = await tickPaper(tx, member);
  ensure(entry, 'paper_ticked');
  // All who were ticked are written anew with each that comes, in the order of their hashes: nobody sees who came after whom.
  const ticked = await takeTicked(tx, { jurisdiction, pollId }, entry.station_id);
  await insertRoll(
    tx,
    ticked.sort((a, b) => Buffer.compare(a.member_hash, b.member_hash)),
  );
  await removeBallots(tx, { jurisdiction, pollId }, [voterOf(link, entry.id)]);
}

/** A deputy votes as that and nothing else, on the phone. */
async function isDeputy(tx: Tx, { jurisdiction, services }: Call, phone: string): Promise<boolean> {
  const person = await personOfPhone(tx, jurisdiction, hashesOf(services.phones, phone));
  const roles = person ? await rolesOfPerson(tx, jurisdiction, person) : [];
  return roles.some(({ role }) => role === 'deputy');
}
