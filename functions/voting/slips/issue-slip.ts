import { v4 } from 'uuid';
import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { issueSlip as contract } from '../../../shared/voting/contract';
import { deputyOfPhone } from '../../identity/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { hashesOf, normalizePhone } from '../../platform/phones';
import { type OpenBox, openBox } from '../open-box';
import { memberHash } from '../open-poll';
import { insertRoll, selectRollEntry } from '../queries';
import { addIssue, countReplaced, countSpoiled, lockSeries, takeTicked, tickPaper, wasIssued } from '../queries-slips';
import type { RollMember } from '../tables';
import { countsOf } from './counts';
import { ensureOpen, isOf } from './in-hand';
import { tickedBy } from './tick';

/**
 * Hands out one slip. No slip is named here: a station hands out what lies on top of a pile that was printed in an order of chance, and the
 * tick does not say which.
 */
export async function issueSlip(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, caller, now } = call;
  const { id, stationId, act, phone, instead = false } = input;
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
    if (instead) await ensureSpoiled(tx, box, { ...of, stationId, phone });
    else if (phone) await tick(tx, call, box, { ...of, stationId, phone });
    await addIssue(tx, issue, instead ? 1 : 0);
    return { counts: await countsOf(tx, of, stationId) };
  });
}

type Of = { jurisdiction: string; pollId: string };

function memberOf({ link }: OpenBox, { jurisdiction, pollId }: Of, phone: string): RollMember {
  const electorate = 'residents' as const;
  const hash = memberHash(link, electorate, normalizePhone(phone) ?? phone);
  return { jurisdiction, poll_id: pollId, electorate, member_hash: hash };
}

/**
 * Somebody who gets another for the one they spoiled: it came back and was called spoiled, by one person at least because they stand there and
 * wait, and who has a phone was ticked for it. Else it would be a second ballot.
 */
async function ensureSpoiled(
  tx: Tx,
  box: OpenBox,
  { stationId, phone, ...of }: Of & { stationId: string; phone?: string | undefined },
): Promise<void> {
  if (phone) ensure((await selectRollEntry(tx, memberOf(box, of, phone)))?.paper, 'paper_never_taken');
  ensure((await countSpoiled(tx, of, stationId)) > (await countReplaced(tx, of, stationId)), 'slip_none_spoiled');
}

/**
 * Their phone gives way to the paper: it votes no more. What it cast stays in the box until the close, so that nobody sees whether there is
 * something.
 */
async function tick(
  tx: Tx,
  call: Call<Person>,
  box: OpenBox,
  { stationId, phone, ...of }: Of & { stationId: string; phone: string },
): Promise<void> {
  const { definition, link } = box;
  if (definition.electorates.includes('deputies')) ensure(!(await isDeputy(tx, call, phone)), 'deputy_by_phone');
  // A random id, because one that has the time in it would tell when they came.
  const id = v4();
  const who = memberOf(box, of, phone);
  await insertRoll(tx, [{ ...who, id, station_id: stationId }]);
  const entry = await tickPaper(tx, who);
  ensure(entry, 'paper_ticked');
  const by = { entry: entry.id, stationId, personId: call.caller.personId, day: dayOf(call.now) };
  const ticked_by = tickedBy(link, { ...by, joined: entry.id === id });
  // All who were ticked are written anew with each that comes, in the order of their hashes: nobody sees who came after whom.
  const ticked = await takeTicked(tx, of, entry.station_id);
  await insertRoll(
    tx,
    ticked
      .map((row) => (row.id === entry.id ? { ...row, ticked_by } : row))
      .sort((a, b) => Buffer.compare(a.member_hash, b.member_hash)),
  );
}

/** A deputy votes as that and nothing else, on the phone. */
async function isDeputy(tx: Tx, { jurisdiction, services }: Call, phone: string): Promise<boolean> {
  return (await deputyOfPhone(tx, jurisdiction, hashesOf(services.phones, phone))) !== null;
}
