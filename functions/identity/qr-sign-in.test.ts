import { sql } from 'kysely';
import * as identity from '../../shared/identity/contract';
import type { ProblemError } from '../../shared/kernel/problems';
import { COUNTY, OTHER_COUNTY, testApi } from '../testing/api';

const api = testApi();
const MINUTE = 60_000;
const HOUR = 3_600_000;

const openQrSignIn = () => api.nobody.call(identity.openQrSignIn, {});
const collect = (secret: string) => api.nobody.call(identity.collectQrSignIn, { secret });
const waits = (secret: string) => api.nobody.problem(identity.collectQrSignIn, { secret });

async function countDesks(): Promise<number> {
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ count: number }>`select count(*)::int as count from desk_sign_in`.execute(tx),
  );
  return rows[0]?.count ?? 0;
}

test('a computer waits, the phone says who sits there, and the computer is them, once', async () => {
  const { code, secret, expiresAt } = await openQrSignIn();
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
  expect(expiresAt).toBe(new Date(api.clock.now().getTime() + 5 * MINUTE).toISOString());
  expect(await waits(secret)).toBe('qr_waiting');
  const clerk = await api.signedIn('clerk');
  expect(await clerk.call(identity.confirmQrSignIn, { code })).toEqual({ confirmed: true });
  const session = await collect(secret);
  expect(session.me).toEqual(await clerk.call(identity.me, {}));
  const token = { token: session.accessToken };
  expect(await api.nobody.call(identity.me, {}, token)).toEqual(session.me);
  expect(await waits(secret)).toBe('qr_code_bad');
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ person_id: string }>`select person_id from audit_log where action = 'desk_confirmed'`.execute(tx),
  );
  expect(rows).toEqual([{ person_id: session.me.id }]);
});

test('the first who says so it is; they may say it again, also when the computer has gone in already', async () => {
  const { code, secret } = await openQrSignIn();
  const [clerk, admin] = [await api.signedIn('clerk'), await api.signedIn('admin')];
  const said = await Promise.allSettled([clerk, admin].map((phone) => phone.call(identity.confirmQrSignIn, { code })));
  const lost = said.filter((one) => one.status === 'rejected').map(({ reason }) => (reason as ProblemError).code);
  expect(lost).toEqual(['qr_code_bad']);
  const first = said[0]?.status === 'fulfilled' ? clerk : admin;
  const second = first === clerk ? admin : clerk;
  expect((await collect(secret)).me.id).toBe((await first.call(identity.me, {})).id);
  expect(await first.call(identity.confirmQrSignIn, { code })).toEqual({ confirmed: true });
  expect(await second.problem(identity.confirmQrSignIn, { code })).toBe('qr_code_bad');
  expect(await waits(secret)).toBe('qr_code_bad');
});

test('collected by two at once, it is one session', async () => {
  const { code, secret } = await openQrSignIn();
  await (await api.signedIn('admin')).call(identity.confirmQrSignIn, { code });
  const ends = await Promise.allSettled([collect(secret), collect(secret), collect(secret)]);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('five minutes: then neither the phone nor the computer gets on, and the rows are swept', async () => {
  const [late, told] = [await openQrSignIn(), await openQrSignIn()];
  await (await api.signedIn('xu')).call(identity.confirmQrSignIn, { code: told.code });
  api.clock.advance(5 * MINUTE);
  const xu = await api.signedIn('xu');
  expect(await xu.problem(identity.confirmQrSignIn, { code: late.code })).toBe('qr_code_bad');
  expect(await waits(late.secret)).toBe('qr_code_bad');
  expect(await waits(told.secret)).toBe('qr_code_bad');
  const fresh = await openQrSignIn();
  await api.runSchedules();
  expect(await countDesks()).toBe(1);
  expect(await waits(fresh.secret)).toBe('qr_waiting');
});

test('neither a guess nor another county opens it, and a resident has nothing to do there', async () => {
  const { code, secret } = await openQrSignIn();
  const admin = await api.signedIn('admin');
  expect(await admin.problem(identity.confirmQrSignIn, { code: '0'.repeat(16) })).toBe('qr_code_bad');
  expect(await waits('A'.repeat(43))).toBe('qr_code_bad');
  await admin.call(identity.confirmQrSignIn, { code });
  expect(await api.nobody.problem(identity.collectQrSignIn, { secret }, { county: OTHER_COUNTY })).toBe('qr_code_bad');
  expect(await (await api.signedIn('chen')).problem(identity.confirmQrSignIn, { code })).toBe('not_allowed');
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ kept: string }>`select string_agg(desk_sign_in::text, '') as kept from desk_sign_in`.execute(tx),
  );
  for (const known of [code, secret, Buffer.from(code).toString('hex')]) expect(rows[0]?.kept).not.toContain(known);
});

test("a computer's session ends after twelve hours, renewed or not; signing out there ends it at once", async () => {
  const sitDown = async () => {
    const { code, secret } = await openQrSignIn();
    await (await api.signedIn('clerk')).call(identity.confirmQrSignIn, { code });
    return collect(secret);
  };
  let { refreshToken } = await sitDown();
  for (let hour = 0; hour < 11; hour += 1) {
    api.clock.advance(HOUR);
    const renewed = await api.nobody.call(identity.renew, { refreshToken });
    expect(renewed.me.roles[1]?.role).toBe('clerk');
    ({ refreshToken } = renewed);
  }
  api.clock.advance(HOUR);
  expect(await api.nobody.problem(identity.renew, { refreshToken })).toBe('session_ended');
  const again = await sitDown();
  await api.nobody.call(identity.signOut, {}, { token: again.accessToken });
  expect(await api.nobody.problem(identity.renew, { refreshToken: again.refreshToken })).toBe('session_ended');
});

test('the code scanned by something else than WeChat opens a page that says what to do', async () => {
  const { code } = await openQrSignIn();
  const response = await fetch(`${api.url}/d/${COUNTY}-${code}`);
  const page = await response.text();
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(page).toContain('请用微信扫这个码');
  expect(page).not.toContain(code);
});
