import { sql } from 'kysely';
import * as assignments from '../../shared/assignments/contract';
import * as identity from '../../shared/identity/contract';
import type { ProblemBody, ProblemError } from '../../shared/kernel/problems';
import { pathNames } from '../../shared/kernel/procedure';
import * as notifications from '../../shared/notifications/contract';
import * as requests from '../../shared/requests/contract';
import { obey } from '../counties/obey';
import { departmentsNamed, seedDepartments } from '../local/seed/departments';
import { COUNTY, testApi } from '../testing/api';
import { procedures } from '../testing/contracts';
import { openTestPhone, type TestPhone } from '../testing/phone';
import { totp } from './totp';

/** Who acts for the office, or for a department, gives a second factor at the desk (decision 45). */
const api = testApi();
const STEP = 30_000;
const REASON = '手机掉进水里了';

const asOwner = async <T>(statement: ReturnType<typeof sql<T>>) =>
  (await api.store.owner.inTenant(COUNTY, (tx) => statement.execute(tx))).rows;
const asks = (settings: { secondFactorOffice?: boolean; secondFactorDepartments?: boolean }) =>
  asOwner(
    sql`update county set settings = settings || ${JSON.stringify(settings)}::jsonb where jurisdiction = ${COUNTY}`,
  );
const audited = (action: string) =>
  asOwner<{ person_id: string | null; object_id: string; reason: string | null }>(
    sql`select person_id, object_id, reason from audit_log where action = ${action} order by at, id`,
  );

type Desk = TestPhone & { refreshToken: string };

/** A computer at which this demo person sits. */
async function deskOf(person: string): Promise<Desk> {
  const phone = await api.signedIn(person);
  const { code, secret } = await api.nobody.call(identity.openQrSignIn, {});
  await phone.call(identity.confirmQrSignIn, { code });
  const session = await api.nobody.call(identity.collectQrSignIn, { secret });
  return Object.assign(openTestPhone(api.url, COUNTY), {
    token: session.accessToken,
    refreshToken: session.refreshToken,
  });
}

async function renewed(desk: Desk): Promise<Desk> {
  const session = await api.nobody.call(identity.renew, { refreshToken: desk.refreshToken });
  return Object.assign(desk, { token: session.accessToken, refreshToken: session.refreshToken });
}

/** What this person's telephone shows, by the secret it was given. */
const secrets = new Map<string, string>();
const shown = (person: string, off = 0) =>
  totp(secrets.get(person) ?? '', new Date(api.clock.now().getTime() + off * STEP));
const wrong = (person: string) => String((Number(shown(person)) + 7) % 1_000_000).padStart(6, '0');

async function begin(desk: Desk, person: string): Promise<string[]> {
  secrets.set(person, (await desk.call(identity.beginSecondFactor, {})).secret);
  const { backupCodes, accessToken } = await desk.call(identity.confirmSecondFactor, { code: shown(person) });
  desk.token = accessToken;
  return backupCodes;
}

/** The next code of a telephone: the one before was used. */
async function give(desk: Desk, person: string): Promise<void> {
  await api.clock.advance(STEP);
  desk.token = (await desk.call(identity.giveSecondFactor, { code: shown(person) })).accessToken;
}

const ends = (results: PromiseSettledResult<unknown>[]) =>
  results.map((one) => (one.status === 'fulfilled' ? 'ok' : (one.reason as ProblemError).code)).sort();

beforeAll(() => seedDepartments(api.services));
beforeEach(async () => {
  await asks({ secondFactorOffice: true, secondFactorDepartments: false });
  await asOwner(sql`delete from second_factor`);
  // A new half minute, and with it a code nobody used.
  await api.clock.advance(2 * STEP);
});

test('a county that decided nothing asks its office, and no department', async () => {
  await asOwner(sql`update county set settings = settings - 'secondFactorOffice' - 'secondFactorDepartments'`);
  expect(await (await deskOf('admin')).call(identity.me, {})).toMatchObject({ waiting: ['admin'] });
  expect(await (await deskOf('fang')).call(identity.me, {})).not.toHaveProperty('waiting');
  await asks({ secondFactorOffice: false });
  const admin = await deskOf('admin');
  expect(await admin.call(identity.me, {})).not.toHaveProperty('waiting');
  expect(await admin.problem(identity.beginSecondFactor, {})).toBe('not_allowed');
});

describe('the first time', () => {
  test('the office waits for a code, then works; the codes for a bad day are said once', async () => {
    const admin = await deskOf('admin');
    for (const asked of [identity.memberships, identity.auditLog])
      expect(await admin.problem(asked, { role: 'clerk' } as never)).toBe('second_factor_needed');
    expect(await admin.problem(requests.worklist, { box: 'open' })).toBe('second_factor_needed');
    expect(await admin.problem(identity.grant, { role: 'admin', name: '自己', reason: REASON })).toBe(
      'second_factor_needed',
    );
    expect(await admin.call(identity.me, {})).toMatchObject({
      waiting: ['admin'],
      roles: [{ role: 'resident' }, { role: 'admin' }],
    });
    expect(await admin.call(identity.secondFactor, {})).toEqual({
      waits: ['admin'],
      since: null,
      backupLeft: 0,
      lockedUntil: null,
    });
    expect(await admin.problem(identity.confirmSecondFactor, { code: '123456' })).toBe('second_factor_none');
    expect(await admin.problem(identity.giveSecondFactor, { code: '123456' })).toBe('second_factor_none');
    // Loaded anew, and in a second tab, it is the same secret; at another computer it is another.
    const [one, two] = await Promise.all([0, 1].map(() => admin.call(identity.beginSecondFactor, {})));
    expect(one).toEqual(two);
    expect((await (await deskOf('admin')).call(identity.beginSecondFactor, {})).secret).not.toBe(one?.secret);
    secrets.set('admin', one?.secret ?? '');
    expect(await admin.problem(identity.confirmSecondFactor, { code: wrong('admin') })).toBe('second_factor_wrong');
    const codes = await begin(admin, 'admin');
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(await admin.call(identity.me, {})).not.toHaveProperty('waiting');
    expect(await admin.call(identity.secondFactor, {})).toMatchObject({ waits: [], backupLeft: 10 });
    await admin.call(requests.worklist, { box: 'open' });
    expect(await admin.problem(identity.beginSecondFactor, {})).toBe('second_factor_there');
    const { id } = await admin.call(identity.me, {});
    expect(await audited('second_factor_begun')).toEqual([{ person_id: id, object_id: id, reason: null }]);
    // Neither secret nor codes stand anywhere as they are.
    for (const table of ['session', 'second_factor', 'second_factor_backup', 'idempotency', 'audit_log'])
      for (const text of [secrets.get('admin') ?? '', ...codes])
        expect(await asOwner(sql`select 1 from ${sql.table(table)} t where t::text like ${`%${text}%`}`)).toEqual([]);
  });

  test('of two computers that show a secret each, the first telephone counts', async () => {
    const [here, there] = [await deskOf('admin'), await deskOf('admin')];
    const [one, two] = [
      await here.call(identity.beginSecondFactor, {}),
      await there.call(identity.beginSecondFactor, {}),
    ];
    const now = api.clock.now();
    const both = await Promise.allSettled([
      here.call(identity.confirmSecondFactor, { code: totp(one.secret, now) }),
      there.call(identity.confirmSecondFactor, { code: totp(two.secret, now) }),
    ]);
    expect(ends(both)).toEqual(['ok', 'second_factor_there']);
    expect(await asOwner(sql`select 1 from second_factor_backup`)).toHaveLength(10);
  });

  test('a clerk, a deputy and a resident are not asked, and can’t begin one', async () => {
    for (const person of ['clerk', 'xu']) {
      const desk = await deskOf(person);
      expect(await desk.call(identity.me, {})).not.toHaveProperty('waiting');
      expect(await desk.problem(identity.beginSecondFactor, {})).toBe('not_allowed');
    }
    await (await deskOf('clerk')).call(requests.worklist, { box: 'open' });
  });
});

test('nothing that needs the office is done while it waits, whatever is sent', async () => {
  const admin = await deskOf('admin');
  const ofOffice = procedures.filter(
    ({ who }) => who !== 'anyone' && who.includes('admin') && !who.includes('resident'),
  );
  expect(ofOffice.length).toBeGreaterThan(50);
  for (const procedure of ofOffice) {
    const input = Object.fromEntries(pathNames(procedure).map((name) => [name, 'x']));
    const { body } = await admin.send(procedure, input);
    expect([procedure.name, (body as ProblemBody).code]).toEqual([procedure.name, 'second_factor_needed']);
  }
});

describe('the next time', () => {
  test('a code is good once, and a clock may be half a minute off', async () => {
    await begin(await deskOf('admin'), 'admin');
    const used = shown('admin');
    const [one, two, three] = [await deskOf('admin'), await deskOf('admin'), await deskOf('admin')];
    expect(await one.problem(identity.giveSecondFactor, { code: used })).toBe('second_factor_used');
    await api.clock.advance(3 * STEP);
    expect(await one.problem(identity.giveSecondFactor, { code: shown('admin', -2) })).toBe('second_factor_wrong');
    expect(await one.problem(identity.giveSecondFactor, { code: shown('admin', 2) })).toBe('second_factor_wrong');
    await one.call(identity.giveSecondFactor, { code: shown('admin', -1) });
    // As people copy it.
    await two.call(identity.giveSecondFactor, { code: ` ${shown('admin').slice(0, 3)} ${shown('admin').slice(3)}` });
    await three.call(identity.giveSecondFactor, { code: shown('admin', 1) });
    const late = await deskOf('admin');
    // The clock went on, the step after is used up with it.
    await api.clock.advance(STEP);
    expect(await late.problem(identity.giveSecondFactor, { code: shown('admin') })).toBe('second_factor_used');
    expect(await late.problem(identity.giveSecondFactor, { code: '12345' })).toBe('invalid_input');
  });

  test('two tabs of one computer at once both go in, two computers with one code don’t', async () => {
    await begin(await deskOf('admin'), 'admin');
    await api.clock.advance(STEP);
    const desk = await deskOf('admin');
    const code = shown('admin');
    const tabs = await Promise.allSettled([0, 1].map(() => desk.call(identity.giveSecondFactor, { code })));
    expect(ends(tabs)).toEqual(['ok', 'ok']);
    await api.clock.advance(STEP);
    const next = shown('admin');
    const others = await Promise.all([deskOf('admin'), deskOf('admin')]);
    const given = await Promise.allSettled(others.map((one) => one.call(identity.giveSecondFactor, { code: next })));
    expect(ends(given)).toEqual(['ok', 'second_factor_used']);
  });

  test('a session that is renewed keeps it, also with a token whose successor was lost; another one does not have it', async () => {
    const desk = await deskOf('admin');
    await begin(desk, 'admin');
    const lost = desk.refreshToken;
    await renewed(desk);
    await desk.call(identity.memberships, { role: 'clerk' });
    await renewed(Object.assign(desk, { refreshToken: lost }));
    await desk.call(identity.memberships, { role: 'clerk' });
    expect(await (await deskOf('admin')).problem(identity.memberships, { role: 'clerk' })).toBe('second_factor_needed');
  });

  test('five wrong codes in a row shut every session out for half an hour, and say so; four and a right one do not', async () => {
    await begin(await deskOf('admin'), 'admin');
    const [desk, other] = [await deskOf('admin'), await deskOf('admin')];
    const miss = (at: Desk) => at.problem(identity.giveSecondFactor, { code: wrong('admin') });
    for (let tries = 0; tries < 4; tries += 1) expect(await miss(desk)).toBe('second_factor_wrong');
    await give(await deskOf('admin'), 'admin');
    for (let tries = 0; tries < 4; tries += 1) expect(await miss(tries % 2 ? desk : other)).toBe('second_factor_wrong');
    expect(await miss(other)).toBe('second_factor_locked');
    const until = new Date(api.clock.now().getTime() + 30 * 60_000).toISOString();
    expect(await desk.call(identity.secondFactor, {})).toMatchObject({ lockedUntil: until });
    await api.clock.advance(STEP);
    const refused = await desk.send(identity.giveSecondFactor, { code: shown('admin') });
    expect(refused).toMatchObject({
      status: 429,
      body: { code: 'second_factor_locked', detail: '请过 30 分钟再试。' },
    });
    expect(refused.headers.get('retry-after')).toBe('1770');
    const { id } = await desk.call(identity.me, {});
    expect(await audited('second_factor_locked')).toEqual([{ person_id: id, object_id: id, reason: null }]);
    await api.runSchedules();
    const told = await (await api.signedIn('admin')).call(notifications.list, {});
    expect(told.items[0]).toMatchObject({ kind: 'second_factor', title: '有人用您的身份连着输错了动态码' });
    await api.clock.advance(30 * 60_000);
    await renewed(desk);
    expect(await desk.call(identity.secondFactor, {})).toMatchObject({ lockedUntil: null });
    await give(desk, 'admin');
  });

  test('wrong codes that come at once are all counted', async () => {
    await begin(await deskOf('admin'), 'admin');
    const desks = await Promise.all(Array.from({ length: 6 }, () => deskOf('admin')));
    const code = wrong('admin');
    const said = await Promise.allSettled(desks.map((desk) => desk.call(identity.giveSecondFactor, { code })));
    expect(ends(said)).toEqual([...Array(2).fill('second_factor_locked'), ...Array(4).fill('second_factor_wrong')]);
  });

  test('a backup code is good once, at whichever of two computers is first; ten new ones end the old', async () => {
    const first = await deskOf('admin');
    const [code = '', other = '', third = ''] = await begin(first, 'admin');
    const both = await Promise.all([deskOf('admin'), deskOf('admin')]);
    // As it is read off the paper.
    const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
    const said = await Promise.allSettled(both.map((desk) => desk.call(identity.giveSecondFactor, { code: typed })));
    expect(ends(said)).toEqual(['ok', 'second_factor_wrong']);
    expect(await first.call(identity.secondFactor, {})).toMatchObject({ backupLeft: 9 });
    expect(await audited('backup_code_used')).toHaveLength(1);
    await api.clock.advance(STEP);
    const { backupCodes } = await first.call(identity.makeBackupCodes, { code: shown('admin') });
    expect(backupCodes).toHaveLength(10);
    const desk = await deskOf('admin');
    expect(await desk.problem(identity.giveSecondFactor, { code: other })).toBe('second_factor_wrong');
    expect(await desk.problem(identity.makeBackupCodes, { code: wrong('admin') })).toBe('second_factor_wrong');
    expect(await desk.problem(identity.renewSecondFactor, { code: third })).toBe('second_factor_wrong');
    await desk.call(identity.giveSecondFactor, { code: backupCodes[0] ?? '' });
  });
});

describe('while somebody sits there', () => {
  test('the setting is switched on: what is written is refused at once, what is read once the token is renewed', async () => {
    await asks({ secondFactorOffice: false });
    const admin = await deskOf('admin');
    await admin.call(identity.memberships, { role: 'clerk' });
    await asks({ secondFactorOffice: true });
    expect(await admin.problem(identity.grant, { role: 'admin', name: '万示例', reason: REASON })).toBe(
      'second_factor_needed',
    );
    // Open to everybody, but said by a token that says more than is true.
    expect(await admin.problem(identity.correctName, { name: '管范例' })).toBe('session_ended');
    await renewed(admin);
    expect(await admin.problem(identity.memberships, { role: 'clerk' })).toBe('second_factor_needed');
    expect(await admin.call(identity.correctName, { name: '管范例' })).toMatchObject({ waiting: ['admin'] });
    await begin(admin, 'admin');
    await admin.call(identity.memberships, { role: 'clerk' });
  });

  test('a clerk becomes one of the office: the station goes on, the office is asked', async () => {
    const clerk = await deskOf('clerk');
    const { id } = await clerk.call(identity.me, {});
    await asOwner(sql`insert into membership (jurisdiction, id, person_id, role, source, granted_at)
      values (${COUNTY}, gen_random_uuid(), ${id}, 'admin', 'granted', ${api.clock.now()})`);
    await renewed(clerk);
    await clerk.call(requests.worklist, { box: 'open' });
    expect(await clerk.call(identity.me, {})).toMatchObject({ waiting: ['admin'] });
    expect(await clerk.problem(identity.memberships, { role: 'clerk' })).toBe('second_factor_needed');
    await begin(clerk, 'clerk');
    await clerk.call(identity.memberships, { role: 'clerk' });
    await asOwner(sql`delete from membership where person_id = ${id} and role = 'admin'`);
  });
});

describe('in WeChat', () => {
  test('the office reads and does what a station does; what it alone does it does where a code was given', async () => {
    const phone = await api.signedIn('admin');
    await phone.call(requests.worklist, { box: 'open' });
    expect(await phone.problem(identity.memberships, { role: 'clerk' })).toBe('second_factor_needed');
    expect(await phone.problem(identity.grant, { role: 'admin', name: '自己', reason: REASON })).toBe(
      'second_factor_needed',
    );
    const { code } = await api.nobody.call(identity.openQrSignIn, {});
    await phone.call(identity.confirmQrSignIn, { code });
  });

  test('where departments are asked, they are at the desk, and go on answering on the telephone', async () => {
    await asks({ secondFactorDepartments: true });
    const phone = await api.signedIn('fang');
    await phone.call(assignments.counts, {});
    const desk = await deskOf('fang');
    expect(await desk.problem(assignments.counts, {})).toBe('second_factor_needed');
    expect(await desk.call(identity.me, {})).toMatchObject({ waiting: ['department'] });
    await begin(desk, 'fang');
    await desk.call(assignments.counts, {});
    expect(await desk.problem(identity.memberships, { role: 'clerk' })).toBe('not_allowed');
  });
});

describe('who lost the telephone', () => {
  const rolesOf = async (desk: Desk, role: 'admin' | 'department') =>
    (await desk.call(identity.memberships, { role })).items;

  test('somebody else of the office resets it, with a reason; it is logged, told, and every session waits', async () => {
    await asks({ secondFactorDepartments: true });
    const [admin, fang] = [await deskOf('admin'), await deskOf('fang')];
    await begin(admin, 'admin');
    await api.clock.advance(60_000);
    const before = (await rolesOf(admin, 'department')).find(({ name }) => name === '方示办');
    expect(before?.secondFactor).toEqual({ since: null, usedOn: null, backupLeft: 0, lockedUntil: null });
    const id = before?.id ?? '';
    expect(await admin.problem(identity.resetSecondFactor, { id, reason: REASON })).toBe('second_factor_none');
    const codes = await begin(fang, 'fang');
    const day = api.clock.now().toISOString().slice(0, 10);
    const after = (await rolesOf(admin, 'department')).find(({ name }) => name === '方示办');
    expect(after?.secondFactor).toEqual({ since: day, usedOn: day, backupLeft: 10, lockedUntil: null });
    expect((await admin.call(identity.memberships, { role: 'clerk' })).items[0]).not.toHaveProperty('secondFactor');

    expect(await admin.problem(identity.resetSecondFactor, { id, reason: '' })).toBe('invalid_input');
    const own = (await rolesOf(admin, 'admin')).find(({ bound }) => bound)?.id ?? '';
    expect(await admin.problem(identity.resetSecondFactor, { id: own, reason: REASON })).toBe('second_factor_own');
    const key = 'reset-of-the-telephone-1';
    for (let times = 0; times < 2; times += 1)
      expect(await admin.call(identity.resetSecondFactor, { id, reason: REASON }, { key })).toEqual({ reset: true });
    const { id: adminId } = await admin.call(identity.me, {});
    expect(await audited('second_factor_reset')).toEqual([{ person_id: adminId, object_id: id, reason: REASON }]);
    // The session in which it was given writes no more, and reads no more once its token is renewed.
    const matter = { id, version: 1 };
    expect(await fang.problem(assignments.accept, matter)).toBe('second_factor_needed');
    await renewed(fang);
    expect(await fang.problem(assignments.counts, {})).toBe('second_factor_needed');
    expect(await fang.problem(identity.giveSecondFactor, { code: codes[0] ?? '' })).toBe('second_factor_none');
    await api.runSchedules();
    const told = await (await api.signedIn('fang')).call(notifications.list, {});
    expect(told.items[0]).toMatchObject({ kind: 'second_factor', title: '您的动态码重置了' });
    await begin(fang, 'fang');
    await fang.call(assignments.counts, {});
    const phone = await api.signedIn('chen');
    expect(await phone.problem(identity.resetSecondFactor, { id, reason: REASON })).toBe('not_allowed');
    expect(departmentsNamed(['县交通运输局'])).toHaveLength(1);
  });

  test('one’s own begins anew with a backup code, and the old telephone is good no more', async () => {
    const admin = await deskOf('admin');
    const [code = ''] = await begin(admin, 'admin');
    const old = secrets.get('admin') ?? '';
    const desk = await deskOf('admin');
    desk.token = (await desk.call(identity.renewSecondFactor, { code })).accessToken;
    expect(await desk.call(identity.me, {})).toMatchObject({ waiting: ['admin'] });
    expect(await admin.problem(identity.grant, { role: 'admin', name: '万示例', reason: REASON })).toBe(
      'second_factor_needed',
    );
    await begin(desk, 'admin');
    expect(secrets.get('admin')).not.toBe(old);
    await desk.call(identity.memberships, { role: 'clerk' });
    await api.clock.advance(STEP);
    const late = await deskOf('admin');
    expect(await late.problem(identity.giveSecondFactor, { code: totp(old, api.clock.now()) })).toBe(
      'second_factor_wrong',
    );
    expect(await audited('second_factor_renewed')).toHaveLength(1);
  });

  test('the last of an office is helped by whoever runs the installation', async () => {
    const act = (adminPhone: string) =>
      obey(
        { database: api.store.owner, phones: api.services.phones, clock: api.clock.now },
        { do: 'reset-code', county: COUNTY, adminPhone },
      );
    const admin = await deskOf('admin');
    expect((await act('13800000009')).said[0]).toBe('138 **** 0009 没有开动态码，没有什么要重置。');
    await begin(admin, 'admin');
    expect((await act('13800000099')).said[0]).toBe('没有人在微信里确认过 138 **** 0099。');
    expect((await act('1380000')).ok).toBe(false);
    expect(await act('138 0000 0009')).toMatchObject({ ok: true });
    expect(await admin.problem(identity.grant, { role: 'admin', name: '万示例', reason: REASON })).toBe(
      'second_factor_needed',
    );
    await begin(await renewed(admin), 'admin');
    expect(await audited('second_factor_reset_by_operator')).toHaveLength(1);
  });
});

describe('what is kept of it', () => {
  test('its owner sees it, and it goes with everything else', async () => {
    const lin = await api.signedIn('lin');
    const { id } = await lin.call(identity.me, {});
    const role = sql`insert into membership (jurisdiction, id, person_id, role, source, granted_at)
      values (${COUNTY}, gen_random_uuid(), ${id}, 'admin', 'granted', ${api.clock.now()})`;
    await asOwner(role);
    const desk = await deskOf('lin');
    await begin(desk, 'lin');
    const { parts } = await desk.call(identity.ownData, {});
    expect(parts.find(({ key }) => key === 'identity.secondFactor')).toMatchObject({
      count: 1,
      entries: [{ title: '开了动态码', lines: ['备用码还有 10 个'] }],
    });
    await asOwner(sql`update membership set withdrawn_at = ${api.clock.now()} where person_id = ${id}`);
    await renewed(desk);
    const { open } = await desk.call(identity.ownData, {});
    await desk.call(identity.eraseOwnData, { open });
    expect(await asOwner(sql`select 1 from second_factor`)).toEqual([]);
    expect(await asOwner(sql`select 1 from second_factor_backup`)).toEqual([]);
    expect(await asOwner(sql`select 1 from session where enrolling is not null and person_id = ${id}`)).toEqual([]);
  });

  test('who holds no such role any more has none the next day', async () => {
    await begin(await deskOf('admin'), 'admin');
    await api.runSchedule('identity.forget-sessions');
    expect(await asOwner(sql`select 1 from second_factor`)).toHaveLength(1);
    await asOwner(sql`update membership set withdrawn_at = ${api.clock.now()} where role = 'admin'`);
    await api.clock.advance(25 * 3_600_000);
    await api.runSchedule('identity.forget-sessions');
    expect(await asOwner(sql`select 1 from second_factor`)).toEqual([]);
    await asOwner(sql`update membership set withdrawn_at = null where role = 'admin'`);
  });
});
