import { sql } from 'kysely';
import * as identity from '../../shared/identity/contract';
import * as requests from '../../shared/requests/contract';
import { COUNTY, deputyNamed, matterFor, OTHER_COUNTY, testApi } from '../testing/api';

const api = testApi();
const MINUTE = 60_000;
const DAY = 86_400_000;

const codeFor = async (what: 'login' | 'phone', person: string) =>
  (await api.standIn.post<{ code: string }>(`/${what}`, { person })).code;
const signIn = async (person: string) => api.nobody.call(identity.signIn, { code: await codeFor('login', person) });

beforeEach(() => api.standIn.mend());

test('one WeChat account is one person in a county, however often and at once it signs in', async () => {
  const sessions = await Promise.all([signIn('xin'), signIn('xin'), signIn('xin')]);
  expect(new Set(sessions.map(({ me }) => me.id)).size).toBe(1);
  expect(new Set(sessions.map(({ refreshToken }) => refreshToken)).size).toBe(3);
  expect(sessions[0]?.me).toMatchObject({ name: null, maskedPhone: null, roles: [{ role: 'resident' }] });
  const there = await api.signedIn('xin', OTHER_COUNTY);
  expect((await there.call(identity.me, {})).id).not.toBe(sessions[0]?.me.id);
});

test('a deputy signs in as resident and deputy', async () => {
  const { me } = await signIn('xu');
  expect(me).toMatchObject({ name: '徐示例', maskedPhone: '138 **** 0004' });
  const nowhere = { stationId: null, stationName: null, village: null, villageName: null };
  expect(me.roles).toEqual([
    { ...nowhere, role: 'resident', deputyId: null, deputyName: null },
    { ...nowhere, role: 'deputy', deputyId: deputyNamed('徐示例').id, deputyName: '徐示例' },
  ]);
});

test("WeChat's no in plain words: a code that is used, old or made up, a blocked account, WeChat away", async () => {
  const code = await codeFor('login', 'xin');
  await api.nobody.call(identity.signIn, { code });
  expect(await api.nobody.problem(identity.signIn, { code })).toBe('wechat_code_bad');
  expect(await api.nobody.problem(identity.signIn, { code: 'made-up' })).toBe('wechat_code_bad');
  const old = await codeFor('login', 'xin');
  api.clock.advance(6 * MINUTE);
  expect(await api.nobody.problem(identity.signIn, { code: old })).toBe('wechat_code_bad');

  await api.standIn.faults({ blocked: ['xin'] });
  expect(await api.nobody.problem(identity.signIn, { code: await codeFor('login', 'xin') })).toBe('wechat_blocked');
  await api.standIn.mend();
  for (const fault of [
    { away: true },
    { garbled: true },
    { httpStatus: 502 },
    { codes: { '/sns/jscode2session': -1 } },
  ]) {
    await api.standIn.faults(fault);
    expect(await api.nobody.problem(identity.signIn, { code: await codeFor('login', 'xin') })).toBe('wechat_away');
    await api.standIn.mend();
  }
});

test('the phone is verified once, kept sealed, and shown masked to its owner alone', async () => {
  const xin = await api.signedIn('xin');
  expect(await xin.problem(requests.submit, matterFor('徐示例'))).toBe('phone_needed');
  const { me, accessToken } = await xin.call(identity.verifyPhone, { code: await codeFor('phone', 'xin') });
  expect(me.maskedPhone).toBe('138 **** 0002');
  expect(await xin.problem(requests.submit, matterFor('徐示例'))).toBe('phone_needed');
  xin.token = accessToken;
  expect(await xin.call(requests.submit, matterFor('徐示例'))).toMatchObject({ deputyName: '徐示例' });
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ kept: string }>`select person::text as kept from person where id = ${me.id}`.execute(tx),
  );
  expect(rows[0]?.kept).toContain(me.id);
  expect(rows[0]?.kept).not.toContain('13800000002');
});

test('a phone code that is used, old or made up is asked for again; the phone stays unknown', async () => {
  const lin = await api.signedIn('lin');
  const code = await codeFor('phone', 'lin');
  await lin.call(identity.verifyPhone, { code });
  expect(await lin.problem(identity.verifyPhone, { code })).toBe('wechat_code_bad');
  expect(await lin.problem(identity.verifyPhone, { code: await codeFor('login', 'lin') })).toBe('wechat_code_bad');
  const old = await codeFor('phone', 'lin');
  api.clock.advance(6 * MINUTE);
  expect(await lin.problem(identity.verifyPhone, { code: old })).toBe('wechat_code_bad');
  await api.standIn.faults({ away: true });
  expect(await lin.problem(identity.verifyPhone, { code: 'any' })).toBe('wechat_away');
});

test('an access token ends after a quarter of an hour, a session after a month in which nobody came', async () => {
  const { accessToken, ...session } = await signIn('chen');
  let { refreshToken } = session;
  const me = () => api.nobody.send(identity.me, {}, { token: accessToken });
  api.clock.advance(14 * MINUTE);
  expect((await me()).status).toBe(200);
  api.clock.advance(2 * MINUTE);
  expect((await me()).body).toMatchObject({ code: 'session_ended' });
  for (let month = 0; month < 3; month += 1) {
    api.clock.advance(29 * DAY);
    ({ refreshToken } = await api.nobody.call(identity.renew, { refreshToken }));
  }
  api.clock.advance(31 * DAY);
  expect(await api.nobody.problem(identity.renew, { refreshToken })).toBe('session_ended');
});

test('signing out ends this phone alone', async () => {
  const [here, there] = [await signIn('chen'), await signIn('chen')];
  await api.nobody.call(identity.signOut, {}, { token: here.accessToken });
  expect(await api.nobody.problem(identity.renew, { refreshToken: here.refreshToken })).toBe('session_ended');
  expect(await api.nobody.call(identity.renew, { refreshToken: there.refreshToken })).toMatchObject({
    me: { id: there.me.id },
  });
});

test('a role that was taken away is gone with the next renewal', async () => {
  const { refreshToken } = await signIn('mao');
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update membership set withdrawn_at = ${api.clock.now()} where deputy_id = ${deputyNamed('毛范例').id}`.execute(
      tx,
    ),
  );
  const { me, accessToken } = await api.nobody.call(identity.renew, { refreshToken });
  expect(me.roles.map(({ role }) => role)).toEqual(['resident']);
  const token = { token: accessToken };
  expect(await api.nobody.problem(requests.inbox, { state: 'with_deputy' }, token)).toBe('not_allowed');
});

test('sessions that ended are forgotten a month later, not sooner', async () => {
  const { refreshToken } = await signIn('chen');
  const count = async () => {
    await api.runSchedules();
    const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
      sql<{ count: number }>`select count(*) from session`.execute(tx),
    );
    return rows[0]?.count;
  };
  const before = await count();
  expect(before).toBeGreaterThan(0);
  api.clock.advance(59 * DAY);
  expect(await count()).toBeGreaterThan(0);
  expect(await api.nobody.problem(identity.renew, { refreshToken })).toBe('session_ended');
  api.clock.advance(2 * DAY);
  expect(await count()).toBe(0);
});
