import { sql } from 'kysely';
import { v7 } from 'uuid';
import type { AuditAction } from '../../shared/kernel/audit';
import { checkAudit } from '../counties/audit-chain';
import { COUNTY, testApi } from '../testing/api';
import { audit } from './audit';
import { checkChain, hashOf, linkEntries } from './audit-chain';
import type { Tx } from './database';

const api = testApi();
const asApp = <T>(work: (tx: Tx) => Promise<T>) => api.store.database.inTenant(COUNTY, work);
const asOwner = <T>(work: (tx: Tx) => Promise<T>) => api.store.owner.inTenant(COUNTY, work);
const check = () => asApp((tx) => checkChain(tx, COUNTY));
const operate = () =>
  checkAudit(
    { database: api.store.owner, phones: api.services.phones, now: api.clock.now() },
    { do: 'audit', county: COUNTY },
  );
const write = (action: AuditAction, reason?: string) =>
  asApp((tx) =>
    audit(tx, {
      jurisdiction: COUNTY,
      personId: null,
      action,
      objectKind: 'test',
      objectId: v7(),
      reason,
      detail: { b: 1, a: 'x', long: true },
      now: api.clock.now(),
    }),
  );
const link = () => api.runSchedule('identity.link-audit');

test('what many write at once waits for nobody, and is in the chain once each', async () => {
  for (let turn = 0; turn < 10; turn += 1)
    await Promise.all(Array.from({ length: 4 }, (_, n) => write('phone_seen', `第 ${turn * 4 + n} 条`)));
  const before = await check();
  expect(before).toMatchObject({ links: 0, head: null, broken: null, unlinked: 0 });
  expect(before.waiting).toBeGreaterThanOrEqual(40);
  await Promise.all([link(), ...Array.from({ length: 3 }, () => write('receipt_printed')), link()]);
  await link();
  const after = await check();
  expect(after).toMatchObject({ links: before.waiting + 3, waiting: 0, broken: null, unlinked: 0 });
  expect(after.head).toMatch(/^[0-9a-f]{64}$/);
  expect((await operate()).said[0]).toBe(`日志 ${after.links} 条，一条接一条，都对得上。`);
});

test('two who link at the same moment: one does, the other is stopped, and nothing is in it twice', async () => {
  await write('phone_seen');
  const now = api.clock.now();
  const ends = await Promise.allSettled([
    asApp((tx) => linkEntries(tx, COUNTY, now)),
    asApp((tx) => linkEntries(tx, COUNTY, now)),
  ]);
  expect(ends.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(await check()).toMatchObject({ waiting: 0, broken: null, unlinked: 0 });
});

test('who answers calls can change neither log nor chain; what the owner changed or took out shows, and from where on', async () => {
  for (const table of ['audit_log', 'audit_link'])
    await expect(asApp((tx) => sql`delete from ${sql.table(table)}`.execute(tx))).rejects.toThrow('permission denied');
  const { rows } = await asOwner((tx) =>
    sql<{ entry_id: string }>`select entry_id from audit_link where place = 7`.execute(tx),
  );
  const id = rows[0]?.entry_id ?? '';
  await asOwner((tx) => sql`update audit_log set reason = reason || '。' where id = ${id}`.execute(tx));
  expect(await check()).toMatchObject({ broken: 7 });
  expect(await operate()).toMatchObject({ ok: false, said: [expect.stringContaining('第 7 条'), expect.anything()] });
  await asOwner((tx) => sql`update audit_log set reason = rtrim(reason, '。') where id = ${id}`.execute(tx));
  expect(await check()).toMatchObject({ broken: null });
  await asOwner((tx) => sql`delete from audit_log where id = ${id}`.execute(tx));
  expect(await check()).toMatchObject({ broken: 7 });
});

test('the order of keys is the database’s, and makes no difference; what is said does', () => {
  const entry = {
    id: v7(),
    at: new Date(0),
    person_id: null,
    action: 'a',
    object_kind: 'k',
    object_id: null,
    reason: null,
  };
  const first = Buffer.alloc(32);
  const of = (detail: unknown, more = {}) => hashOf(first, { ...entry, ...more, detail }).toString('hex');
  expect(of({ a: 1, b: { c: 2, d: [3] } })).toBe(of({ b: { d: [3], c: 2 }, a: 1 }));
  expect(of({ a: 1 })).not.toBe(of({ a: 2 }));
  expect(of({}, { reason: '' })).not.toBe(of({}));
});
