import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { hasSteppedAside, selectAsideOf, selectPeopleAside } from './queries';

/** Works at a station, in the office or in a department. */
function isStaff({ admin, stationIds, departmentIds }: Person): boolean {
  return admin || stationIds.length > 0 || departmentIds.length > 0;
}

/**
 * From what the caller stepped aside (回避), by id: their lists leave it out. Whose matter it is, or who is its deputy, is that still.
 * @returns nothing for who is no staff, and for the clock
 */
export async function asideFrom(tx: Tx, { jurisdiction, caller }: Call): Promise<readonly string[]> {
  return caller && isStaff(caller) ? asideOf(tx, jurisdiction, caller.personId) : [];
}

/** The same of anybody. */
export async function asideOf(tx: Tx, jurisdiction: string, personId: string): Promise<readonly string[]> {
  return (await selectAsideOf(tx, jurisdiction, personId)).map(({ subject_id }) => subject_id);
}

/** Of these people, who did not step aside from it: nobody else is told of it as staff. */
export async function withoutAside(
  tx: Tx,
  jurisdiction: string,
  subjectId: string,
  personIds: readonly string[],
): Promise<string[]> {
  if (!personIds.length) return [];
  const aside = await selectPeopleAside(tx, jurisdiction, subjectId);
  return personIds.filter((personId) => !aside.includes(personId));
}

/** The same call as by somebody without a role of the staff, where the caller stepped aside from this one. */
export async function beside<C extends Call>(tx: Tx, call: C, subjectId: string): Promise<C> {
  const { jurisdiction, caller } = call;
  if (!caller || !isStaff(caller)) return call;
  if (!(await hasSteppedAside(tx, jurisdiction, { personId: caller.personId, subjectId }))) return call;
  return { ...call, caller: { ...caller, admin: false, stationIds: [], departmentIds: [], villages: [] } };
}
