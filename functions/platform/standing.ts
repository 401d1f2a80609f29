import { ensure, ProblemError } from '../../shared/kernel/problems';
import type { Procedure, Role, SecondFactorRole } from '../../shared/kernel/procedure';
import type { Person } from './call';
import type { Tx } from './database';

/** A role and the deputy, station, village, department or county it is held for. */
type HeldFor = { role: Role; id: string };

/** `office`: whoever acts for the office alone takes turns. `own`: the person's roles stay theirs until the transaction ends. */
export type Hold = 'office' | 'own' | 'none';

type Who = { jurisdiction: string; personId: string; sessionId: string };

/** The roles that act, and those that wait for a second factor (动态码): they don't act at a desk, and nowhere does what the office alone does (decision 45). */
type Acting = { roles: readonly { role: Role }[]; waits?: readonly SecondFactorRole[] };

/** What a person is this very moment: whether somebody ended their session, and the roles they hold. */
export type ReadStanding = (
  tx: Tx,
  who: Who,
  hold: Hold,
) => Promise<{ ended: boolean; roles: readonly HeldFor[]; waits: readonly SecondFactorRole[] }>;

type Caller = { jurisdiction: string; caller: Person };

/** Every role that a person's token speaks of. */
export function rolesOf(
  { deputyId, stationIds, villages, departmentIds, admin }: Person,
  jurisdiction: string,
): HeldFor[] {
  const of = (role: Role, ids: readonly string[]) => ids.map((id) => ({ role, id }));
  return [
    ...of('deputy', deputyId ? [deputyId] : []),
    ...of('clerk', stationIds),
    ...of('supervisor', villages),
    ...of('department', departmentIds),
    ...of('admin', admin ? [jurisdiction] : []),
  ];
}

/** Open to everybody who signed in, whatever else they are. */
const isForAll = ({ who }: Procedure) => who === 'anyone' || who.includes('resident');

const isOfOfficeAlone = ({ who }: Procedure) => who.length === 1 && who[0] === 'admin';

/** What a write of this procedure holds on to until it is written. */
export function holdOf(procedure: Procedure): Hold {
  if (isForAll(procedure)) return 'none';
  return isOfOfficeAlone(procedure) ? 'office' : 'own';
}

/** @throws ProblemError `second_factor_needed` where a role fits that waits for one; `not_allowed` for everybody else who holds no role that fits */
export function ensureMay(procedure: Procedure, { roles, waits = [] }: Acting): void {
  const { who } = procedure;
  if (isForAll(procedure) || who === 'anyone') return;
  ensure(!(isOfOfficeAlone(procedure) && waits.includes('admin')), 'second_factor_needed');
  if (roles.some(({ role }) => who.includes(role))) return;
  throw new ProblemError(waits.some((role) => who.includes(role)) ? 'second_factor_needed' : 'not_allowed');
}

/** A write for which a role is needed and whose verb might do costly work before it writes; one with a key asks in its transaction. */
export function asksFirst(procedure: Procedure): boolean {
  return procedure.method !== 'GET' && !procedure.idempotent && !isForAll(procedure);
}

/**
 * An access token may be a quarter of an hour old: whoever writes is asked again, in the transaction that writes.
 * @throws ProblemError `not_allowed` for who holds none of the procedure's roles any more, `second_factor_needed` where one waits; `session_ended` where the token says more than
 * is true: a phone renews it and comes back as what it is, unless the session itself was ended
 */
export async function ensureStanding(
  tx: Tx,
  read: ReadStanding,
  procedure: Procedure,
  { jurisdiction, caller }: Caller,
  hold: Hold,
): Promise<void> {
  const { ended, roles, waits } = await read(tx, { jurisdiction, ...caller }, hold);
  ensure(!ended, 'session_ended');
  ensureMay(procedure, { roles, waits });
  const held = new Set(roles.map(({ role, id }) => `${role} ${id}`));
  ensure(
    rolesOf(caller, jurisdiction).every(({ role, id }) => held.has(`${role} ${id}`)),
    'session_ended',
  );
}
