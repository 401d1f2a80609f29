import { sql } from 'kysely';
import { AUDIT_ACTIONS, actionsIn, sayAction } from '../../shared/identity/audit';
import * as identity from '../../shared/identity/contract';
import { exportAudit } from '../../shared/identity/contract/office';
import { AUDIT_GROUPS } from '../../shared/kernel/audit';
import { dayOf } from '../../shared/kernel/days';
import * as requests from '../../shared/requests/contract';
import { COUNTY, matterFor, testApi } from '../testing/api';
import { wordsOf } from '../testing/spreadsheet';

const api = testApi();
const DAY_MS = 86_400_000;

/** A resident says two things; a clerk looks at the phone of the first. */
beforeAll(async () => {
  const chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  const { id } = await chen.call(
    requests.submit,
    matterFor('徐示例', { words: '村口的路灯坏了三盏，晚上看不见。', name: '陈试用' }),
  );
  api.clock.advance(DAY_MS);
  const clerk = await api.signedIn('clerk');
  await clerk.call(requests.seePhone, { id, reason: 'visit', words: '=约周三去看灯' });
  await (await api.signedIn('chen')).call(identity.correctName, { name: '陈改名' });
});

const admin = () => api.signedIn('admin');
const link = () => api.runSchedule('identity.link-audit');

test('each action has its words and stands in one group', () => {
  expect(AUDIT_GROUPS.flatMap(actionsIn).sort()).toEqual(Object.keys(AUDIT_ACTIONS).sort());
  expect(sayAction('phone_seen')).toBe('看了居民的电话');
  expect(sayAction('toString')).toBe('toString');
});

test('who, what and why, the last first; by group and by day; no number and no resident’s name', async () => {
  const office = await admin();
  const { items } = await office.call(identity.auditLog, {});
  expect(items.map(({ at }) => at)).toEqual([...items.map(({ at }) => at)].sort().reverse());
  const looks = (await office.call(identity.auditLog, { group: 'phones' })).items;
  expect(looks).toEqual([
    expect.objectContaining({ by: '舒示例', action: 'phone_seen', reason: '=约周三去看灯', objectKind: 'request' }),
  ]);
  expect((await office.call(identity.auditLog, { group: 'own' })).items).toEqual([
    expect.objectContaining({ by: '居民', action: 'name_corrected' }),
  ]);
  const today = dayOf(api.clock.now());
  expect((await office.call(identity.auditLog, { group: 'phones', from: today, to: today })).items).toHaveLength(1);
  const before = dayOf(new Date(api.clock.now().getTime() - DAY_MS));
  expect((await office.call(identity.auditLog, { group: 'phones', to: before })).items).toEqual([]);
  for (const day of ['2026-02-30', '0000-01-01']) {
    expect(await office.problem(identity.auditLog, { from: day })).toBe('invalid_input');
    expect(await office.problem(exportAudit, { to: day })).toBe('invalid_input');
  }
  expect(JSON.stringify(items)).not.toMatch(/1[3-9]\d{9}|陈/);
});

test('nobody but the office reads it', async () => {
  for (const person of ['clerk', 'xu', 'chen', 'fang']) {
    const someone = await api.signedIn(person);
    expect(await someone.problem(identity.auditLog, {})).toBe('not_allowed');
    expect(await someone.problem(identity.checkAudit, {})).toBe('not_allowed');
    expect(await someone.problem(exportAudit, {})).toBe('not_allowed');
  }
});

test('page after page of one group has every entry once, also of one moment', async () => {
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`insert into audit_log (jurisdiction, id, at, action, object_kind)
      select ${COUNTY}, gen_random_uuid(), ${api.clock.now().toISOString()}::timestamptz, (array['role_granted', 'role_invited'])[1 + n % 2], 'membership'
      from generate_series(1, 45) n`.execute(tx),
  );
  const office = await admin();
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await office.call(identity.auditLog, { group: 'roles', cursor });
    seen.push(...items.map(({ id }) => id));
    cursor = next ?? undefined;
  } while (cursor);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThanOrEqual(45);
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`delete from audit_log where object_kind = 'membership' and not exists
      (select from audit_unlinked u where u.entry_id = audit_log.id) and not exists
      (select from audit_link l where l.entry_id = audit_log.id)`.execute(tx),
  );
});

test('taken along as .xlsx it is what the screen shows, no formula, and logged itself', async () => {
  const office = await admin();
  const { url, rows } = await office.call(exportAudit, { group: 'phones' });
  expect(rows).toBe(1);
  const text = wordsOf(Buffer.from(await (await fetch(url)).arrayBuffer()));
  expect(text).toContain("'=约周三去看灯");
  expect(text).toContain('看了居民的电话');
  expect(text).not.toContain('<f>');
  const [line] = (await office.call(identity.auditLog, { group: 'exports' })).items;
  expect(line).toMatchObject({ action: 'identity.exportAudit', objectKind: 'audit' });
});

test('the office sees that it is whole, and from where on it is not', async () => {
  const office = await admin();
  await link();
  const whole = await office.call(identity.checkAudit, {});
  expect(whole).toMatchObject({ broken: null, unlinked: 0, waiting: 0 });
  expect(whole.head).toMatch(/^[0-9a-f]{64}$/);
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update audit_log set reason = '改过的' where action = 'phone_seen'`.execute(tx),
  );
  expect((await office.call(identity.checkAudit, {})).broken).toBeGreaterThan(0);
});
