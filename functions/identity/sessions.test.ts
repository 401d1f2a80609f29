import { sql } from 'kysely';
import * as directory from '../../shared/directory/contract';
import type { Session } from '../../shared/identity/contract';
import * as identity from '../../shared/identity/contract';
import type { ProblemError } from '../../shared/kernel/problems';
import * as notifications from '../../shared/notifications/contract';
import * as requests from '../../shared/requests/contract';
import { COUNTY, matterFor, testApi } from '../testing/api';
import { sendRaw, type TestPhone } from '../testing/phone';
import { hashInvitation } from './invitation';

jest.mock('./invitation', () => {
  const actual = jest.requireActual<typeof import('./invitation')>('./invitation');
  return { ...actual, hashInvitation: jest.fn(actual.hashInvitation) };
});

/** Refresh tokens that change, sessions one can see and end, and what has a most a day or at all. */
const api = testApi({ dailyFactor: 1 });
const MINUTE = 60_000;

const loginCode = async (person: string) => (await api.standIn.post<{ code: string }>('/login', { person })).code;
const signIn = async (person: string) => api.nobody.call(identity.signIn, { code: await loginCode(person) });
const renew = (refreshToken: string) => api.nobody.call(identity.renew, { refreshToken });
const refused = (refreshToken: string) => api.nobody.problem(identity.renew, { refreshToken });

async function ends(calls: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(calls);
  return settled.map((end) => (end.status === 'fulfilled' ? 'ok' : (end.reason as ProblemError).code));
}

async function sitDown(person: string): Promise<Session> {
  const { code, secret } = await api.nobody.call(identity.openQrSignIn, {});
  await (await api.signedIn(person)).call(identity.confirmQrSignIn, { code });
  return api.nobody.call(identity.collectQrSignIn, { secret });
}

describe('a refresh token', () => {
  test('changes with every renewal; a lost reply is asked for again, two tabs get the same', async () => {
    const { refreshToken: first } = await signIn('chen');
    const { refreshToken: second } = await renew(first);
    expect(second).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(second).not.toBe(first);
    api.clock.advance(50_000);
    expect((await renew(first)).refreshToken).toBe(second);
    const tabs = await Promise.all([renew(second), renew(second), renew(second)]);
    const [third = ''] = tabs.map(({ refreshToken }) => refreshToken);
    expect(new Set(tabs.map(({ refreshToken }) => refreshToken))).toEqual(new Set([third]));
    // A tab that is late is not sent back to a token that was renewed since.
    expect((await renew(first)).refreshToken).toBe(third);
    expect((await renew(third)).refreshToken).not.toBe(third);
  });

  test('used again later ends the session, for the thief and for its owner, and that is written down', async () => {
    const { refreshToken: first, accessToken } = await signIn('chen');
    const { refreshToken: second } = await renew(first);
    const other = await signIn('chen');
    api.clock.advance(2 * MINUTE);
    expect(await refused(first)).toBe('session_ended');
    expect(await refused(second)).toBe('session_ended');
    const words = matterFor('徐示例');
    expect(await api.nobody.problem(requests.submit, words, { token: accessToken })).toBe('session_ended');
    expect((await renew(other.refreshToken)).me.id).toBe(other.me.id);
    const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
      sql<{ count: number }>`select count(*)::int as count from audit_log where action = 'session_reused'`.execute(tx),
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  test('of long ago ends it too; a guess ends nothing', async () => {
    const { refreshToken: first } = await signIn('chen');
    let last = first;
    for (let turn = 0; turn < 5; turn += 1) {
      api.clock.advance(2 * MINUTE);
      last = (await renew(last)).refreshToken;
    }
    expect(await refused('A'.repeat(43))).toBe('session_ended');
    last = (await renew(last)).refreshToken;
    expect(await refused(first)).toBe('session_ended');
    expect(await refused(last)).toBe('session_ended');
  });
});

describe('one’s own sessions', () => {
  test('are seen, by device, and one is ended by hand', async () => {
    const [here, lost] = [await signIn('lin'), await signIn('lin')];
    const iphone = { authorization: `Bearer ${here.accessToken}`, 'content-type': 'application/json' };
    const code = await loginCode('lin');
    await sendRaw(api.url, `/api/v2/${COUNTY}/identity/sessions`, {
      method: 'POST',
      headers: { ...iphone, 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) MicroMessenger/8.0' },
      body: JSON.stringify({ code }),
    });
    const token = { token: here.accessToken };
    const list = async () => (await api.nobody.call(identity.sessions, {}, token)).sessions;
    expect((await list()).filter(({ current }) => current)).toHaveLength(1);
    expect((await list()).map(({ device }) => device)).toContain('苹果手机');
    const before = (await list()).length;
    const other = (await api.nobody.call(identity.sessions, {}, { token: lost.accessToken })).sessions;
    const id = other.find(({ current }) => current)?.id ?? '';
    expect(await api.nobody.call(identity.endSession, { id }, token)).toEqual({ ended: true });
    expect(await api.nobody.call(identity.endSession, { id }, token)).toEqual({ ended: true });
    expect(await list()).toHaveLength(before - 1);
    expect(await refused(lost.refreshToken)).toBe('session_ended');
    expect(await api.nobody.problem(identity.verifyPhone, { code: 'x' }, { token: lost.accessToken })).toBe(
      'session_ended',
    );
  });

  test('all others end, computers too; somebody else’s are not one’s own', async () => {
    const desk = await sitDown('clerk');
    const [here, stranger] = [await signIn('clerk'), await signIn('chen')];
    const token = { token: here.accessToken };
    const { sessions } = await api.nobody.call(identity.sessions, {}, token);
    expect(sessions.filter(({ desk: isDesk }) => isDesk)).toHaveLength(1);
    const theirs = await api.nobody.call(identity.sessions, {}, { token: stranger.accessToken });
    const id = theirs.sessions.find(({ current }) => current)?.id ?? '';
    expect(await api.nobody.problem(identity.endSession, { id }, token)).toBe('not_found');
    const { ended } = await api.nobody.call(identity.endOtherSessions, {}, token);
    expect(ended).toBe(sessions.length - 1);
    expect(await refused(desk.refreshToken)).toBe('session_ended');
    expect((await renew(here.refreshToken)).me.id).toBe(here.me.id);
    expect((await renew(stranger.refreshToken)).me.id).toBe(stranger.me.id);
  });

  test('a computer can’t confirm the next computer', async () => {
    const desk = await sitDown('clerk');
    const { code, secret } = await api.nobody.call(identity.openQrSignIn, {});
    const token = { token: desk.accessToken };
    expect(await api.nobody.problem(identity.confirmQrSignIn, { code }, token)).toBe('qr_by_phone');
    const renewed = { token: (await renew(desk.refreshToken)).accessToken };
    expect(await api.nobody.problem(identity.confirmQrSignIn, { code }, renewed)).toBe('qr_by_phone');
    expect(await api.nobody.problem(identity.collectQrSignIn, { secret })).toBe('qr_waiting');
  });
});

test('somebody else’s phone code verifies nothing here, and stays theirs', async () => {
  const [xin, lin] = [await api.signedIn('xin'), await api.signedIn('lin')];
  const { code } = await api.standIn.post<{ code: string }>('/phone', { person: 'lin' });
  expect(await xin.problem(identity.verifyPhone, { code })).toBe('wechat_code_bad');
  expect((await xin.call(identity.me, {})).maskedPhone).toBeNull();
  expect((await lin.call(identity.verifyPhone, { code })).me.maskedPhone).toBe('138 **** 0003');
});

test('whose phone is verified by another account hears of it, once; their own again is nothing new', async () => {
  const [xin, lin] = [await api.signedIn('xin'), await api.signedIn('lin')];
  const heard = async (phone: TestPhone) =>
    (await phone.call(notifications.list, {})).items.filter(({ kind }) => kind === 'phone_moved');
  // The number was xin's before it was lin's.
  const { hash, key } = api.services.phones.phoneHash('13800000003');
  const { id: personId } = await xin.call(identity.me, {});
  const cipher = api.services.phones.encrypt('13800000003', { jurisdiction: COUNTY, personId });
  const phone = { phone_cipher: cipher, phone_hash: hash, phone_hash_key: key };
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    await tx
      .updateTable('person')
      .set({ phone_cipher: null, phone_hash: null, phone_hash_key: null, phone_verified_at: null })
      .where('phone_hash', '=', hash)
      .execute();
    await tx
      .updateTable('person')
      .set({ ...phone, phone_verified_at: api.clock.now() })
      .where('id', '=', personId)
      .execute();
  });
  api.clock.advance(1000);
  for (let time = 0; time < 2; time += 1) {
    await api.verifyPhone(lin, 'lin');
    await api.runSchedules();
  }
  expect(await heard(xin)).toMatchObject([{ title: '您的手机号用在别的微信上了', page: 'pages/me/index' }]);
  expect(await heard(lin)).toEqual([]);
});

test('days away: twenty are kept, however many are said at once', async () => {
  const xu = await api.signedIn('xu');
  const day = (n: number) => `2026-12-${String(n).padStart(2, '0')}`;
  const calls = Array.from({ length: 28 }, (_, n) => xu.call(directory.goAway, { from: day(n + 1), to: day(n + 2) }));
  expect((await ends(calls)).filter((end) => end === 'ok')).toHaveLength(20);
  expect((await xu.call(directory.absences, {})).absences).toHaveLength(20);
});

describe('a day has a most', () => {
  const wrong = ['ZZZZZZZ0', 'ZZZZZZZ1', 'ZZZZZZZ2', 'ZZZZZZZ3', 'ZZZZZZZ4', 'ZZZZZZZ5'];

  test('of requests, counted once for a retry, at once and by several processes, until midnight in China', async () => {
    const chen = await api.signedIn('chen');
    const key = 'the-same-act-000000000000';
    for (let turn = 0; turn < 3; turn += 1) await chen.call(requests.submit, matterFor('徐示例'), { key });
    await api.store.owner.inTenant(COUNTY, (tx) =>
      sql`update daily_count set count = count + 93 where what = 'requests.submit'`.execute(tx),
    );
    const calls = Array.from({ length: 20 }, () => chen.call(requests.submit, matterFor('徐示例')));
    const said = await ends(calls);
    expect(said.filter((end) => end === 'ok')).toHaveLength(6);
    expect(new Set(said)).toEqual(new Set(['ok', 'too_many_today']));
    const { status, headers, body } = await chen.send(requests.submit, matterFor('徐示例'));
    expect([status, body]).toMatchObject([429, { code: 'too_many_today' }]);
    const wait = Number(headers.get('retry-after'));
    const there = new Date(api.clock.now().getTime() + wait * 1_000);
    expect(new Date(there.getTime() + 8 * 3_600_000).toISOString().slice(11, 19)).toMatch(/^00:00:0/);
    expect(await (await api.signedIn('mao')).problem(requests.submit, matterFor('毛范例'))).toBe('own_matter');
    api.clock.advance(wait * 1_000);
    const again = await api.signedIn('chen');
    expect(await again.call(requests.submit, matterFor('徐示例'))).toMatchObject({ deputyName: '徐示例' });
    await api.runSchedules();
  });

  test('of pictures, supplements and computers that wait', async () => {
    const chen = await api.signedIn('chen');
    const { id } = await chen.call(requests.submit, matterFor('徐示例'));
    await chen.call(requests.supplement, { id, words: '第四盏也坏了。' });
    await chen.call(requests.beginPicture, {});
    await api.nobody.call(identity.openQrSignIn, {});
    await api.store.owner.inTenant(COUNTY, (tx) => sql`update daily_count set count = 100000`.execute(tx));
    expect(await chen.problem(requests.supplement, { id, words: '第五盏也坏了。' })).toBe('too_many_today');
    expect(await chen.problem(requests.beginPicture, {})).toBe('too_many_today');
    expect(await api.nobody.problem(identity.openQrSignIn, {})).toBe('too_many_today');
    api.clock.advance(24 * 60 * MINUTE);
    await api.nobody.call(identity.openQrSignIn, {});
  });

  test('after ten wrong guesses no slow hash is made any more', async () => {
    const mao = await api.signedIn('mao');
    for (const code of [...wrong, ...wrong].slice(0, 10))
      expect(await mao.problem(identity.acceptInvitation, { code })).toBe('invitation_bad');
    jest.mocked(hashInvitation).mockClear();
    expect(await mao.problem(identity.acceptInvitation, { code: 'ZZZZZZZ9' })).toBe('too_many_guesses');
    expect(hashInvitation).not.toHaveBeenCalled();
  });
});
