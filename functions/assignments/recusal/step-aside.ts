import { v7 } from 'uuid';
import type { stepAside as contract } from '../../../shared/assignments/contract';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { peopleOfDepartments } from '../../identity/public';
import { audit } from '../../platform/audit';
import type { Call, Person } from '../../platform/call';
import { beside } from './aside';
import { insertRecusal, selectDepartmentsAt, selectPeopleAside } from './queries';

/**
 * Who works at the desk or in a department and has a part in a matter says so, and neither reads it nor works on it as that any more (回避；
 * 信访工作条例). Somebody has to be left who does.
 */
export async function stepAside(
  call: Call<Person>,
  { context, id, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now } = call;
  const { personId } = call.caller;
  return call.write(async (tx) => {
    const subject = await call.subjects(context);
    ensure(subject?.assigners, 'not_found');
    await subject.lock(tx, call, id);
    const standing = await subject.standing(tx, call, id);
    // Who is on its resident's side does not work on it in any case.
    ensure(standing !== 'own', 'own_assignment');
    const { caller } = await beside(tx, call, id);
    const at = await selectDepartmentsAt(tx, jurisdiction, { context, id });
    const departments = at.filter((one) => caller.departmentIds.includes(one));
    ensure(standing === 'assigner' || departments.length, 'not_found');
    const aside = new Set([personId, ...(await selectPeopleAside(tx, jurisdiction, id))]);
    const remains = (people: readonly (string | null)[]) => people.some((one) => one !== null && !aside.has(one));
    if (standing === 'assigner') ensure(remains(await subject.assigners(tx, call, id)), 'nobody_else');
    for (const department of departments) {
      const people = await peopleOfDepartments(tx, jurisdiction, [department]);
      ensure(remains(people.map(({ person_id }) => person_id)), 'nobody_else');
    }
    const of = { jurisdiction, person_id: personId, subject_context: context, subject_id: id };
    await insertRecusal(tx, { ...of, id: v7(), words, at: now });
    await audit(tx, {
      jurisdiction,
      personId,
      action: 'stepped_aside',
      objectKind: OBJECTS[context],
      objectId: id,
      reason: words,
      now,
    });
    return { aside: true };
  });
}

/** As the audit log calls them. */
const OBJECTS = { requests: 'request', suggestions: 'suggestion' } as const;
