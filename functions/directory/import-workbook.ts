import type { importWorkbook as contract } from '../../shared/directory/contract/office';
import { addDays, dayOf } from '../../shared/kernel/days';
import { ensure, ProblemError } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import { afterCommit } from '../platform/after-commit';
import { audit } from '../platform/audit';
import type { Call, Person } from '../platform/call';
import { isUniqueViolation, type Tx } from '../platform/database';
import { enqueue, enqueueAll } from '../platform/outbox';
import { ROLE_GIVEN, ROSTER_CHANGED } from './public';
import * as queries from './queries-workbook';
import type { Plan } from './workbook/plan';
import { compareWorkbook, endsMany, fileKey, readWorkbook } from './workbook-file';

/** By then no instance answers from the directory it knew before (`directory.ts` keeps it for half a minute). */
const KNOWN_BY_ALL_MS = 30_000;

/** Writes what a checked workbook changes, all or nothing, and throws the file away: it holds phones. */
export async function importWorkbook(
  call: Call<Person>,
  { fileId, digest, ending }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, services } = call;
  const sent = await readWorkbook(call, fileId);
  const reply = await call.write(async (tx) => {
    // In here, because a retry gets its first reply although the file is gone.
    ensure(sent, 'file_missing');
    await queries.lockRoster(tx, jurisdiction);
    const compared = compareWorkbook(call, sent, await queries.selectRoster(tx, jurisdiction));
    ensure(compared.digest === digest, 'file_changed');
    ensure(compared.faults.length === 0, 'workbook_faulty');
    const { plan } = compared;
    ensure(!endsMany(plan.terms.ending) || ending === plan.terms.ending.terms, 'ending_unconfirmed');
    const held = await apply(tx, call, plan).catch(changedMeanwhile);
    // Somebody must be left who can sign in as the office; a name in the sheet alone can not.
    ensure((await queries.lockOffice(tx, jurisdiction)).length, 'nobody_left');
    const told = held.map((membershipId) => ({ membershipId }));
    await enqueueAll(tx, { jurisdiction, topic: ROLE_GIVEN, payloads: told, runAt: now, now });
    await writeDown(tx, call, fileId, plan);
    const runAt = new Date(now.getTime() + KNOWN_BY_ALL_MS);
    if (totalOf(plan) > 0) await enqueue(tx, { jurisdiction, topic: ROSTER_CHANGED, payload: {}, runAt, now });
    return { changes: plan.changes };
  });
  await afterCommit(services, () => services.storage.remove(fileKey(jurisdiction, fileId)));
  return reply;
}

/** Somebody gave a role by hand in this very moment. */
function changedMeanwhile(error: unknown): never {
  throw isUniqueViolation(error) ? new ProblemError('file_changed') : error;
}

/**
 * In the order in which rows need one another; roles that end make room for those that begin.
 * @returns the ids of the new roles that somebody holds at once
 */
async function apply(tx: Tx, { jurisdiction, now }: Call, plan: Plan): Promise<string[]> {
  const { wards, stations, deputies, terms, departments, memberships } = plan;
  await queries.insertWards(tx, jurisdiction, wards.adds);
  await queries.updateWards(tx, jurisdiction, wards.changes);
  await queries.replaceWardPlaces(tx, jurisdiction, wards.regroup);
  await queries.insertStations(tx, jurisdiction, stations.adds);
  await queries.updateStations(tx, jurisdiction, stations.changes);
  await queries.replaceStationVillages(tx, jurisdiction, stations.regroup);
  await queries.insertDeputies(tx, jurisdiction, deputies.adds, now);
  await queries.updateDeputies(tx, jurisdiction, deputies.changes);
  await queries.insertMandates(tx, jurisdiction, terms.adds);
  await queries.updateMandates(tx, jurisdiction, terms.changes);
  await queries.endMandates(tx, jurisdiction, terms.ends);
  await queries.insertDepartments(tx, jurisdiction, departments.adds);
  await queries.updateDepartments(tx, jurisdiction, departments.changes);
  await queries.endDepartments(tx, jurisdiction, departments.ends, addDays(dayOf(now), -1));
  await queries.lockTakers(tx, jurisdiction, memberships.adds);
  await queries.withdrawRoles(tx, jurisdiction, memberships.ends, now);
  await queries.withdrawEnded(tx, jurisdiction, memberships.adds, { now, today: dayOf(now) });
  await queries.renameRoles(tx, jurisdiction, memberships.renames);
  return queries.insertRoles(tx, jurisdiction, memberships.adds, now);
}

function totalOf({ changes }: Plan): number {
  return changes.reduce((sum, { adds, changes, ends }) => sum + adds + changes + ends, 0);
}

async function writeDown(
  tx: Tx,
  { jurisdiction, caller, now }: Call<Person>,
  fileId: string,
  plan: Plan,
): Promise<void> {
  const detail = Object.fromEntries(
    plan.changes.map(({ sheet, adds, changes, ends }) => [sheet, `${adds} added, ${changes} changed, ${ends} ended`]),
  );
  await audit(tx, {
    jurisdiction,
    personId: caller.personId,
    action: 'workbook_imported',
    objectKind: 'workbook',
    objectId: fileId,
    detail,
    now,
  });
}
