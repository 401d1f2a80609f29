import { sql } from 'kysely';
import { z } from 'zod';
import * as directory from '../../shared/directory/contract';
import * as identity from '../../shared/identity/contract';
import * as notifications from '../../shared/notifications/contract';
import * as requests from '../../shared/requests/contract';
import { demoDepartments, departmentsNamed, seedDepartments } from '../local/seed/departments';
import { COUNTY, matterFor, OTHER_COUNTY, testApi } from '../testing/api';
import type { TestPhone } from '../testing/phone';

const api = testApi();
const MINUTE = 60_000;
const REASON = '局里推荐的';
let admin: TestPhone;

beforeAll(() => seedDepartments(api.services));
beforeEach(async () => {
  admin = await api.signedIn('admin');
});

const idOf = (name: string) => departmentsNamed([name])[0] ?? '';
const [roads, housing] = [idOf('县交通运输局'), idOf('县住建局')];
const grantTo = (departmentId: string, given: { phone?: string } = {}) => ({
  role: 'department' as const,
  name: '陶示办',
  departmentId,
  reason: REASON,
  ...given,
});
const departmentsOf = async (phone: TestPhone) => (await phone.call(identity.me, {})).departments ?? [];
const own = async (phone: TestPhone) => (await phone.call(identity.myDepartments, {})).departments;
const asOwner = (statement: ReturnType<typeof sql>) => api.store.owner.inTenant(COUNTY, (tx) => statement.execute(tx));

/** The department ends, or is there again, until it is known everywhere. */
async function setEnd(id: string, day: string | null): Promise<void> {
  await asOwner(sql`update department set ended_on = ${day}::date where id = ${id}`);
  api.clock.advance(MINUTE);
}

test('a phone of yesterday reads who somebody of a department is: the roles it knew, and no other', async () => {
  const role = z.enum(['resident', 'deputy', 'supervisor', 'clerk', 'admin']);
  const before = z.object({ roles: z.array(z.object({ role })) });
  const me = await (await api.signedIn('fang')).call(identity.me, {});
  expect(before.parse(me).roles).toEqual([{ role: 'resident' }]);
  expect(me.departments).toEqual([{ id: roads, name: '县交通运输局' }]);
  const chen = await (await api.signedIn('chen')).call(identity.me, {});
  expect(Object.keys(chen).sort()).toEqual(['id', 'maskedPhone', 'name', 'roles']);
});

test('the departments of today in the order of the roll, without the committee and those that ended', async () => {
  const names = demoDepartments().map(({ name }) => name);
  const listed = async () => (await api.nobody.call(directory.departments, {})).departments.map(({ name }) => name);
  expect(await listed()).toEqual(names.slice(0, -1));
  await setEnd(housing, '2026-11-01');
  expect(await listed()).not.toContain('县住建局');
  await setEnd(housing, null);
  expect((await api.nobody.call(directory.departments, {}, { county: OTHER_COUNTY })).departments).toEqual([]);
});

test('sees its own department, what it is for and who else is of it; nothing of another, and no matters', async () => {
  const fang = await api.signedIn('fang');
  expect(await own(fang)).toEqual([
    {
      id: roads,
      name: '县交通运输局',
      duties: '管公路、桥、公交车和村里的班车',
      people: expect.arrayContaining([
        { membershipId: expect.any(String), name: '方示办', joined: true, me: true },
        { membershipId: expect.any(String), name: '曹试办', joined: false, me: false },
      ]),
    },
  ]);
  expect((await own(await api.signedIn('lu'))).map(({ name }) => name)).toEqual(['县住建局']);
  for (const key of ['chen', 'clerk', 'admin'])
    expect(await (await api.signedIn(key)).problem(identity.myDepartments, {})).toBe('not_allowed');
  const { id } = await (await api.signedIn('chen')).call(requests.submit, matterFor('徐示例'));
  expect(await fang.problem(requests.follow, { id })).toBe('not_found');
  expect(await fang.problem(requests.worklist, { box: 'open' })).toBe('not_allowed');
});

test('several people a department, one person in several, by phone and by invitation; and they hear of it', async () => {
  const cao = await api.signedIn('cao');
  await api.verifyPhone(cao, 'cao');
  expect((await departmentsOf(cao)).map(({ name }) => name).sort()).toEqual(['县交通运输局', '县民政局']);
  await api.runSchedules();
  const { items } = await cao.call(notifications.list, {});
  expect(items.map(({ body }) => body)).toEqual(expect.arrayContaining(['县交通运输局工作人员', '县民政局工作人员']));
  const given = await admin.call(identity.grant, grantTo(roads));
  expect(given).toMatchObject({
    role: 'department',
    departmentId: roads,
    departmentName: '县交通运输局',
    bound: false,
  });
  const { code } = await admin.call(identity.invite, { id: given.id });
  const lin = await api.signedIn('lin');
  const { me, accessToken } = await lin.call(identity.acceptInvitation, { code });
  expect(me.departments).toEqual([{ id: roads, name: '县交通运输局' }]);
  lin.token = accessToken;
  expect((await own(lin))[0]?.people.map(({ name }) => name).sort()).toEqual(['方示办', '曹试办', '陶示办']);
  const list = await admin.call(identity.memberships, { role: 'department', words: '陶示办' });
  expect(list.items).toMatchObject([{ departmentName: '县交通运输局', bound: true, source: 'granted' }]);
  await admin.call(identity.withdraw, { id: given.id, reason: '调走了' });
  expect(await lin.problem(identity.confirmQrSignIn, { code: '0'.repeat(16) })).toBe('not_allowed');
  expect(await departmentsOf(await api.signedIn('lin'))).toEqual([]);
});

test('is given for a department of this county that there is, once', async () => {
  const nowhere = '0193a000-0000-7000-8000-000000000001';
  const committee = idOf('县人大社会建设委员会');
  const bare = { role: 'department' as const, name: '陶示办', reason: REASON };
  expect(await admin.problem(identity.grant, bare)).toBe('invalid_input');
  expect(await admin.problem(identity.grant, { ...bare, role: 'admin', departmentId: roads })).toBe('invalid_input');
  expect(await admin.problem(identity.grant, grantTo(nowhere))).toBe('not_found');
  expect(await admin.problem(identity.grant, grantTo(committee))).toBe('not_found');
  expect(await admin.problem(identity.grant, grantTo(roads, { phone: '13800000011' }))).toBe('role_taken');
  await setEnd(housing, '2026-11-01');
  expect(await admin.problem(identity.grant, grantTo(housing))).toBe('not_found');
  await setEnd(housing, null);
});

test('who is of a department that has ended sees nothing of it, whatever the token says, until it is there again', async () => {
  const lu = await api.signedIn('lu');
  await setEnd(housing, '2026-11-01');
  expect(await own(lu)).toEqual([]);
  expect(await lu.problem(identity.confirmQrSignIn, { code: '0'.repeat(16) })).toBe('not_allowed');
  const again = await api.signedIn('lu');
  expect(await departmentsOf(again)).toEqual([]);
  expect(await again.problem(identity.myDepartments, {})).toBe('not_allowed');
  const listed = await admin.call(identity.memberships, { role: 'department', words: '鲁草拟' });
  expect(listed.items).toMatchObject([{ departmentName: '县住建局' }]);
  await setEnd(housing, null);
  expect((await own(await api.signedIn('lu'))).map(({ name }) => name)).toEqual(['县住建局']);
});

test('a role in a department that came a moment ago, which not every instance knows yet, is taken', async () => {
  await api.nobody.call(directory.departments, {});
  const id = '0193a000-0000-7000-8000-000000000002';
  await asOwner(
    sql`insert into department (jurisdiction, id, kind, name, roll) values (${COUNTY}, ${id}, 'department', '县样例局', 99)`,
  );
  const given = await admin.call(identity.grant, { ...grantTo(housing), phone: '13800000010' });
  await asOwner(sql`update membership set department_id = ${id} where id = ${given.id}`);
  const wu = await api.signedIn('wu');
  await api.verifyPhone(wu, 'wu');
  api.clock.advance(MINUTE);
  expect(await departmentsOf(await api.signedIn('wu'))).toEqual([{ id, name: '县样例局' }]);
});

test('a role that waits for a phone goes on waiting while its department has ended', async () => {
  await admin.call(identity.grant, { ...grantTo(housing), phone: '13800000002' });
  await setEnd(housing, '2026-11-01');
  const xin = await api.signedIn('xin');
  await api.verifyPhone(xin, 'xin');
  await setEnd(housing, null);
  expect(await departmentsOf(await api.signedIn('xin'))).toEqual([]);
  await api.verifyPhone(xin, 'xin');
  expect(await departmentsOf(xin)).toEqual([{ id: housing, name: '县住建局' }]);
});
