import { v7 } from 'uuid';
import { addDays, dayOf } from '../../../shared/kernel/days';
import type { Promised } from '../../../shared/promises/shown';
import { departmentsNamed } from '../../local/seed/departments';
import { clockCall } from '../../platform/call';
import { COUNTY, type TestApi } from '../../testing/api';
import { makePromises } from '../make';

/** The day so many days from today; negative: ago. */
export const dayIn = ({ clock }: TestApi, days: number): string => addDays(dayOf(clock.now()), days);

/** A promise of this department, for something that is nobody's concern here. @returns its id */
export async function promised(
  api: TestApi,
  { department = '县交通运输局', isPublic = true, subject: of, ...changes }: Partial<Promised> & Changes = {},
): Promise<string> {
  const subject = { context: 'tests', id: v7(), ...of, source: '2026 年度部门评议', public: isPublic };
  const one = { words: '草坪到县城公交，早上加一班', dueOn: dayIn(api, 30), ...changes };
  const departmentId = departmentsNamed([department])[0] ?? '';
  const call = clockCall(api.services, COUNTY);
  await call.write((tx) => makePromises(tx, call, { subject, departmentId, promised: [one] }));
  const row = await call.read((tx) =>
    tx
      .selectFrom('promise')
      .select('id')
      .where('subject_id', '=', subject.id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow(),
  );
  return row.id;
}
type Changes = { department?: string; isPublic?: boolean; subject?: { context: string; id: string } };

/** An opinion that this department has to answer, or has. @returns its id */
export async function opinionOf(
  api: TestApi,
  department = '县交通运输局',
  state: 'sent' | 'answered' = 'sent',
): Promise<string> {
  const now = api.clock.now();
  const id = v7();
  const subject = { subject_context: 'tests', subject_id: v7(), source: '2026 年度部门评议' };
  const row = { jurisdiction: COUNTY, id, ...subject, department_id: departmentsNamed([department])[0] ?? '' };
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .insertInto('opinion')
      .values({
        ...row,
        words: '请说清楚哪天加。',
        figures: '[]',
        due_on: dayIn(api, 30),
        state,
        again: false,
        version: 1,
        created_at: now,
        changed_at: now,
      })
      .execute(),
  );
  return id;
}
