import { v7 } from 'uuid';
import * as assignments from '../../../shared/assignments/contract';
import { addDays } from '../../../shared/kernel/days';
import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import * as suggestions from '../../../shared/suggestions/contract';
import { callAs } from '../../local/seed/call-as';
import { departmentsNamed, seedDepartments } from '../../local/seed/departments';
import { castOf, seedCosigners, submitted } from '../../suggestions/testing/suggestion';
import { COUNTY, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** The one line a day counts nothing from which its reader stepped aside (decision 50). */
const api = testApi();
const phones: Record<string, TestPhone> = {};
const as = (key: string) => phones[key] as TestPhone;
const [housing = '', transport = ''] = ['县住建局', '县交通运输局'].flatMap((name) => departmentsNamed([name]));
const WHY = '说的是我表哥家门口的路灯。';

const joins = (key: string, role: { role: 'admin' | 'clerk' | 'department'; department_id?: string }) =>
  api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .insertInto('membership')
      .values({
        jurisdiction: COUNTY,
        id: v7(),
        person_id: callAs(api.services, key).caller.personId,
        granted_at: api.clock.now(),
        ...role,
      })
      .execute(),
  );
const signIn = async (...keys: string[]) => {
  for (const key of keys) phones[key] = await api.signedIn(key);
};
/** What the newest line of the kind says, of this day. */
async function line(key: string, kind: string): Promise<string | undefined> {
  const { items } = await as(key).call(notifications.list, {});
  return items.find((one) => one.kind === kind && one.at.slice(0, 13) >= api.clock.now().toISOString().slice(0, 13))
    ?.body;
}
const aside = (key: string, id: string, context: 'requests' | 'suggestions' = 'requests') =>
  as(key).call(assignments.stepAside, { context, id, words: WHY });
async function nextMorning(days: number): Promise<void> {
  await api.clock.set(`${addDays(api.clock.now().toISOString().slice(0, 10), days)}T01:00:00Z`);
  await signIn('chen', 'xu', 'clerk', 'admin', 'lu', 'fang', 'lin', 'mao');
}

beforeAll(async () => {
  await seedDepartments(api.services);
  await seedCosigners(api);
  await joins('lin', { role: 'department', department_id: transport });
  await joins('jian', { role: 'department', department_id: housing });
  await joins('mao', { role: 'admin' });
  await signIn('chen', 'xu', 'clerk', 'admin', 'lu', 'fang', 'lin', 'mao', 'jian');
});

const together = (words: string) => ({ kind: 'advice' as const, parts: [{ departmentId: transport, words }] });

async function requestWithPart(): Promise<string> {
  const { id } = await as('chen').call(requests.submit, matterFor('徐示例'));
  await as('xu').call(requests.refer, { id, departmentId: housing, words: '请去看看灯杆。' });
  const seen = (await as('clerk').call(requests.follow, { id })).events[0]?.id ?? '';
  await as('clerk').call(requests.assign, { id, seen, departmentId: housing, together: together('灯杆要不要挪？') });
  return id;
}

test('what a clerk, the office or a department stepped aside from is not in their line', async () => {
  const [one, other] = [await requestWithPart(), await requestWithPart()];
  const { id: suggestion, version } = await submitted(await castOf(api));
  await as('admin').call(suggestions.assign, {
    id: suggestion,
    version,
    departmentId: housing,
    together: together('公路能不能开挖。'),
  });
  await nextMorning(40);
  const run = async () => {
    for (const name of ['requests.digest', 'assignments.digest', 'suggestions.tell-late-parts'])
      await api.runSchedule(name);
  };
  await run();
  expect(await line('clerk', 'station_digest')).toContain('2 件一起办的部门超时了');
  expect(await line('fang', 'department_digest')).toBe('3 件超时，3 件请您协办');
  expect(await line('lu', 'department_digest')).toContain('3 件等您收下');
  expect(await line('admin', 'suggestion_parts_late')).toBe('1 件建议，一起办的部门超时了');

  for (const key of ['clerk', 'fang', 'lu']) await aside(key, one);
  for (const key of ['fang', 'admin']) await aside(key, suggestion, 'suggestions');
  await nextMorning(1);
  await run();
  expect(await line('clerk', 'station_digest')).toContain('1 件一起办的部门超时了');
  expect(await line('fang', 'department_digest')).toBe('1 件超时，1 件请您协办');
  expect(await line('lu', 'department_digest')).toContain('2 件等您收下');
  expect(await line('admin', 'suggestion_parts_late')).toBeUndefined();
  // Who has nothing to do with it goes on hearing of all.
  expect(await line('lin', 'department_digest')).toBe('3 件超时，3 件请您协办');
  expect(await line('mao', 'suggestion_parts_late')).toBe('1 件建议，一起办的部门超时了');

  await aside('fang', other);
  await nextMorning(1);
  await run();
  expect(await line('fang', 'department_digest')).toBeUndefined();
});
