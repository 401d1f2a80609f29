import { sql } from 'kysely';
import * as directory from '../../shared/directory/contract';
import * as office from '../../shared/directory/contract/office';
import * as identity from '../../shared/identity/contract';
import type { ProblemError } from '../../shared/kernel/problems';
import * as requests from '../../shared/requests/contract';
import { demoCounty } from '../local/seed/county';
import { COUNTY, deputyNamed, matterFor, testApi, villageOf } from '../testing/api';
import type { TestPhone } from '../testing/phone';

/** Whoever writes is asked again who they are, in the transaction that writes; the walk does it for every procedure of a role. */
const api = testApi();

const own = (tx: Parameters<Parameters<typeof api.store.owner.inTenant>[1]>[0], table: string, where: string) =>
  sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)} where ${sql.raw(where)}`.execute(tx);

async function countOf(table: string, where: string): Promise<number> {
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) => own(tx, table, where));
  return rows[0]?.count ?? 0;
}

async function roleOf(admin: TestPhone, role: 'clerk' | 'supervisor' | 'admin', name: string): Promise<string> {
  const { items } = await admin.call(identity.memberships, { role });
  return items.find((one) => one.name === name)?.id ?? '';
}

test('twenty new codes at once leave one that is good', async () => {
  const admin = await api.signedIn('admin');
  const { id } = deputyNamed('徐示例');
  const calls = Array.from({ length: 20 }, () => admin.call(directory.renewCode, { id, reason: '卡片丢了' }));
  const codes = (await Promise.all(calls)).map(({ code }) => code);
  expect(new Set(codes).size).toBe(20);
  expect(await countOf('deputy_code', `deputy_id = '${id}' and withdrawn_at is null`)).toBe(1);
  const good = await Promise.all(codes.map((code) => api.nobody.send(directory.openCode, { code })));
  expect(good.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('withdrawn while twenty writes are on their way: what comes after the withdrawal is refused, and none hangs', async () => {
  const [admin, second] = [await api.signedIn('admin'), await api.signedIn('xin')];
  const role = { role: 'admin', name: '管二', phone: '13800000002', reason: '一起办' } as const;
  await api.verifyPhone(second, 'xin');
  const { id } = await admin.call(identity.grant, role);
  const phone = await api.signedIn('xin');
  const renew = () => phone.call(directory.renewCode, { id: deputyNamed('毛范例').id, reason: '卡片丢了' });
  const writes = Array.from({ length: 10 }, renew);
  const gone = admin.call(identity.withdraw, { id, reason: '不在这里了' });
  const ends = await Promise.allSettled([...writes, ...Array.from({ length: 10 }, renew)]);
  await gone;
  for (const end of ends) if (end.status === 'rejected') expect((end.reason as ProblemError).code).toBe('not_allowed');
  await expect(renew()).rejects.toMatchObject({ code: 'not_allowed' });
  expect(await phone.problem(office.beginFile, { kind: 'workbook' })).toBe('not_allowed');
  expect(await countOf('deputy_code', `deputy_id = '${deputyNamed('毛范例').id}' and withdrawn_at is null`)).toBe(1);
});

test('a token that says more than is true is renewed, and what everybody may do is then done', async () => {
  const admin = await api.signedIn('admin');
  const jian = await api.signedIn('jian');
  const id = await roleOf(admin, 'supervisor', '姜样本');
  await admin.call(identity.withdraw, { id, reason: '搬走了' });
  const village = villageOf('草坪村');
  expect(await jian.problem(requests.submit, matterFor('徐示例', { village }))).toBe('session_ended');
  const again = await api.signedIn('jian');
  expect(await again.call(requests.submit, matterFor('徐示例', { village }))).toMatchObject({ deputyName: '徐示例' });
});

test('of two stations one is withdrawn: the clerk’s token is renewed, not the clerk sent away', async () => {
  const admin = await api.signedIn('admin');
  const [first, second] = demoCounty().stations;
  const grants = [];
  for (const station of [first, second]) {
    const given = {
      role: 'clerk' as const,
      stationId: station?.id,
      name: '新办事员',
      phone: '13800000003',
      reason: '管两站',
    };
    grants.push(await admin.call(identity.grant, given));
  }
  const phone = await api.signedIn('lin');
  await api.verifyPhone(phone, 'lin');
  await admin.call(identity.withdraw, { id: grants[1]?.id ?? '', reason: '只管一站' });
  const matter = { ...matterFor('徐示例'), name: '余大伯' };
  expect(await phone.problem(requests.enterFor, matter)).toBe('session_ended');
  expect(
    await (await api.signedIn('lin')).problem(requests.moderate, { id: grants[0]?.id ?? '', publish: false }),
  ).toBe('not_found');
});

test('a session that ended writes nothing more, though its access token lasts', async () => {
  const chen = await api.signedIn('chen');
  await chen.call(identity.signOut, {});
  expect(await chen.problem(requests.submit, matterFor('徐示例'))).toBe('session_ended');
});

test('two of the office withdraw each other at once: one stays', async () => {
  const admin = await api.signedIn('admin');
  const role = { role: 'admin', name: '管三', phone: '13800000002', reason: '一起办' } as const;
  const { id } = await admin.call(identity.grant, role);
  const [mine, other] = [await roleOf(admin, 'admin', '管范例'), await api.signedIn('xin')];
  const both = [admin.problem, other.problem].map((end, index) =>
    end(identity.withdraw, { id: index ? mine : id, reason: '轮到我了' }).catch(() => 'ok'),
  );
  expect((await Promise.all(both)).sort()).toEqual(['not_allowed', 'ok']);
});
