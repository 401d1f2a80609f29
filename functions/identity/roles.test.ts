import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import * as identity from '../../shared/identity/contract';
import type { ProblemError } from '../../shared/kernel/problems';
import * as notifications from '../../shared/notifications/contract';
import { demoCounty } from '../local/seed/county';
import { COUNTY, deputyNamed, OTHER_COUNTY, testApi, villageOf } from '../testing/api';
import type { TestPhone } from '../testing/phone';

const api = testApi();
const MINUTE = 60_000;
const DAY = 86_400_000;
const REASON = '主任交代的';
let admin: TestPhone;
const { stations } = demoCounty();

beforeEach(async () => {
  admin = await api.signedIn('admin');
});

const stationNamed = (name: string) => stations.find((station) => station.name === name)?.id ?? '';
const rolesOf = async (phone: TestPhone) => (await phone.call(identity.me, {})).roles.map(({ role }) => role);

/** Signs in anew: a token says what was true when it was made. */
async function freshRoles(key: string): Promise<string[]> {
  return rolesOf(await api.signedIn(key));
}

/** Somebody becomes clerk of a station that has no other. */
async function grantClerk(changes: { name?: string; phone?: string } = {}) {
  const stationId = stationNamed('辉埠镇代表联络站');
  return admin.call(identity.grant, { role: 'clerk', name: '温示例', stationId, reason: REASON, ...changes });
}

async function audited(action: string, objectId: string) {
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ person_id: string; reason: string | null; detail: unknown }>`
      select person_id, reason, detail from audit_log where action = ${action} and object_id = ${objectId}`.execute(tx),
  );
  return rows;
}

/** Moves a deputy's terms by so many days, until it is known everywhere. */
async function shiftTerms(name: string, days: number): Promise<void> {
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update mandate set starts_on = starts_on + ${days}::int, ends_on = ends_on + ${days}::int
      where deputy_id = ${deputyNamed(name).id}`.execute(tx),
  );
  api.clock.advance(MINUTE);
}

async function ends(calls: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(calls);
  return settled.map((one) => (one.status === 'fulfilled' ? 'ok' : (one.reason as ProblemError).code)).sort();
}

/** Ends everything the tests before gave, so that each starts with the seed's people. */
afterEach(async () => {
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update membership set withdrawn_at = ${api.clock.now()} where id::text not like '00000000-%' and withdrawn_at is null`.execute(
      tx,
    ),
  );
});

describe('who is what', () => {
  test('each role says for whom or where, with its name of today', async () => {
    const { roles } = await (await api.signedIn('clerk')).call(identity.me, {});
    expect(roles.map(({ role, stationName }) => [role, stationName])).toEqual([
      ['resident', null],
      ['clerk', '白石镇代表联络站'],
      ['clerk', '草坪村代表联络站'],
    ]);
    const jian = await (await api.signedIn('jian')).call(identity.me, {});
    expect(jian.roles[1]).toMatchObject({ role: 'supervisor', village: villageOf('草坪村'), villageName: '草坪村' });
    expect(await rolesOf(admin)).toEqual(['resident', 'admin']);
  });

  test('the same WeChat account is a deputy here and a resident there, and neither token opens the other county', async () => {
    const here = await api.signedIn('xu');
    const there = await api.signedIn('xu', OTHER_COUNTY);
    expect(await rolesOf(here)).toEqual(['resident', 'deputy']);
    expect(await rolesOf(there)).toEqual(['resident']);
    expect((await there.call(identity.me, {})).name).toBe('徐示例');
    expect(await here.problem(identity.me, {}, { county: OTHER_COUNTY })).toBe('other_county');
  });

  test('a role given twice is shown once, and stays until both were taken', async () => {
    const { id } = await grantClerk({ phone: '13800000003' });
    await api.store.owner.inTenant(COUNTY, (tx) =>
      sql`insert into membership (jurisdiction, id, person_id, role, station_id, source, granted_at)
        select jurisdiction, gen_random_uuid(), person_id, role, station_id, 'roster', granted_at from membership where id = ${id}`.execute(
        tx,
      ),
    );
    expect(await freshRoles('lin')).toEqual(['resident', 'clerk']);
    await admin.call(identity.withdraw, { id, reason: REASON });
    expect(await freshRoles('lin')).toEqual(['resident', 'clerk']);
  });
});

describe('the phone brings the roles', () => {
  test('somebody the roster names is deputy from the moment their phone is verified, and is told', async () => {
    const wu = await api.signedIn('wu');
    expect(await rolesOf(wu)).toEqual(['resident']);
    await api.verifyPhone(wu, 'wu');
    const { roles, id } = await wu.call(identity.me, {});
    expect(roles[1]).toMatchObject({ role: 'deputy', deputyId: deputyNamed('郑样本').id, deputyName: '郑样本' });
    await api.runSchedules();
    const { items } = await wu.call(notifications.list, {});
    expect(items.filter(({ kind }) => kind === 'role_granted')).toMatchObject([
      { title: '您有了新的身份', body: '代表郑样本', subject: null, page: 'pages/me/index' },
    ]);
    await api.verifyPhone(wu, 'wu');
    await api.runSchedules();
    expect((await wu.call(notifications.list, {})).items).toHaveLength(items.length);
    expect(await freshRoles('wu')).toEqual(['resident', 'deputy']);
    const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
      sql<{ detail: unknown }>`select detail from audit_log where action = 'role_bound' and person_id = ${id}`.execute(
        tx,
      ),
    );
    expect(rows).toEqual([{ detail: { by: 'phone' } }]);
  });

  test('several roles at once; a second deputy goes on waiting', async () => {
    const phone = '13800000002';
    const input = { name: '辛示例', phone, reason: REASON };
    await admin.call(identity.grant, { ...input, role: 'clerk', stationId: stationNamed('青石镇代表联络站') });
    await admin.call(identity.grant, { ...input, role: 'supervisor', village: villageOf('十八里村') });
    await admin.call(identity.grant, { ...input, role: 'deputy', deputyId: deputyNamed('汪虚拟').id });
    const second = await admin.call(identity.grant, { ...input, role: 'deputy', deputyId: deputyNamed('江拟名').id });
    const xin = await api.signedIn('xin');
    expect(await rolesOf(xin)).toEqual(['resident']);
    await api.verifyPhone(xin, 'xin');
    const { roles } = await xin.call(identity.me, {});
    expect(roles.map(({ role }) => role)).toEqual(['resident', 'clerk', 'supervisor', 'deputy']);
    expect(roles[3]?.deputyName).toBe('汪虚拟');
    const { items } = await admin.call(identity.memberships, { role: 'deputy', words: '辛示例' });
    expect(items.map(({ id, bound }) => [id === second.id, bound])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('a hash under an older key is found too, and a role that was withdrawn is not', async () => {
    const village = villageOf('新塘岭村');
    const { id } = await admin.call(identity.grant, { role: 'supervisor', name: '陈试用', village, reason: REASON });
    const { openPhones } = jest.requireActual<typeof import('../platform/phones')>('../platform/phones');
    const { readKeys } = jest.requireActual<typeof import('../platform/keys')>('../platform/keys');
    const keysOf = (text: string) => readKeys(text) as NonNullable<ReturnType<typeof readKeys>>;
    const old = openPhones({
      keys: keysOf(`k:${Buffer.alloc(32, 1).toString('base64')}`),
      hashKeys: keysOf(`old:${Buffer.alloc(32, 2).toString('base64')}`),
    });
    const { phones } = api.services;
    const hashes = jest
      .spyOn(phones, 'phoneHashes')
      .mockImplementation((phone) => [phones.phoneHash(phone), old.phoneHash(phone)]);
    const granted = await grantClerk({ phone: '13900000002' });
    await api.store.owner.inTenant(COUNTY, (tx) =>
      sql`update membership set phone_hash = ${old.phoneHash('13800000001').hash}, phone_hash_key = 'old', phone_cipher = '' where id in (${granted.id}, ${id})`.execute(
        tx,
      ),
    );
    await admin.call(identity.withdraw, { id, reason: REASON });
    const chen = await api.signedIn('chen');
    await api.verifyPhone(chen, 'chen');
    hashes.mockRestore();
    expect(await rolesOf(chen)).toEqual(['resident', 'clerk']);
  });
});

describe('the office gives and takes', () => {
  test('to whoever verified the phone at once, to anybody else when they come; the phone stays masked', async () => {
    const lin = await grantClerk({ name: '林试样', phone: '138 0000 0003' });
    expect(lin).toMatchObject({
      role: 'clerk',
      name: '林试样',
      maskedPhone: '138 **** 0003',
      bound: true,
      source: 'granted',
    });
    expect(await freshRoles('lin')).toContain('clerk');
    const nobodyYet = await grantClerk({ phone: '13900000009' });
    expect(nobodyYet).toMatchObject({ maskedPhone: '139 **** 0009', bound: false, invitedUntil: null });
    expect(await grantClerk()).toMatchObject({ maskedPhone: null, bound: false });
    expect(await audited('role_granted', lin.id)).toEqual([
      { person_id: (await admin.call(identity.me, {})).id, reason: REASON, detail: { role: 'clerk' } },
    ]);
    const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
      sql<{
        kept: string;
      }>`select membership::text || (select string_agg(payload::text, '') from outbox) as kept from membership where id = ${nobodyYet.id}`.execute(
        tx,
      ),
    );
    expect(rows[0]?.kept).toContain(nobodyYet.id);
    expect(rows[0]?.kept).not.toContain('13900000009');
  });

  test('not twice: the same phone for the same place, the same person, a deputy who has an account', async () => {
    const stationId = stationNamed('芳村镇代表联络站');
    const input = { role: 'clerk' as const, name: '方示例', phone: '13900000003', stationId, reason: REASON };
    await admin.call(identity.grant, input);
    expect(await admin.problem(identity.grant, input)).toBe('role_taken');
    await admin.call(identity.grant, { ...input, phone: '13900000004' });
    await admin.call(identity.grant, { ...input, stationId: stationNamed('何家乡代表联络站') });
    const clerk = { ...input, phone: '13800000006', stationId: stationNamed('白石镇代表联络站') };
    expect(await admin.problem(identity.grant, clerk)).toBe('role_taken');
    const deputy = { role: 'deputy' as const, name: '徐示例', deputyId: deputyNamed('徐示例').id, reason: REASON };
    expect(await admin.problem(identity.grant, deputy)).toBe('role_taken');
  });

  test('a place that is missing, one too many, or of nowhere', async () => {
    const input = { name: '方示例', reason: REASON };
    const nowhere = '0193a000-0000-7000-8000-000000000001';
    expect(await admin.problem(identity.grant, { ...input, role: 'clerk' })).toBe('invalid_input');
    expect(await admin.problem(identity.grant, { ...input, role: 'admin', stationId: nowhere })).toBe('invalid_input');
    expect(await admin.problem(identity.grant, { ...input, role: 'clerk', stationId: nowhere })).toBe('not_found');
    expect(await admin.problem(identity.grant, { ...input, role: 'deputy', deputyId: nowhere })).toBe('not_found');
    const village = `${OTHER_COUNTY}101201`;
    expect(await admin.problem(identity.grant, { ...input, role: 'supervisor', village })).toBe('not_found');
  });

  test('sent again, a grant is one grant; two of the office at once take turns', async () => {
    const input = {
      role: 'clerk' as const,
      name: '方示例',
      phone: '13900000005',
      stationId: stationNamed('同弓乡代表联络站'),
      reason: REASON,
    };
    const key = 'once-and-only-once';
    const [first, again] = await Promise.all([
      admin.call(identity.grant, input, { key }),
      admin.call(identity.grant, input, { key }),
    ]);
    expect(again).toEqual(first);
    const both = { ...input, phone: '13900000006' };
    expect(await ends([admin.call(identity.grant, both), admin.call(identity.grant, both)])).toEqual([
      'ok',
      'role_taken',
    ]);
    const deputy = { role: 'deputy' as const, name: '何假设', deputyId: deputyNamed('何假设').id, reason: REASON };
    const twice = [admin.call(identity.grant, deputy), admin.call(identity.grant, deputy)];
    expect(await ends(twice)).toEqual(['ok', 'role_taken']);
  });

  test('a role that was withdrawn is gone when the token ends, stays as history, and can be given again', async () => {
    const { id } = await grantClerk({ phone: '13800000003' });
    const lin = await api.signedIn('lin');
    const { refreshToken } = await api.nobody.call(identity.signIn, {
      code: (await api.standIn.post<{ code: string }>('/login', { person: 'lin' })).code,
    });
    await admin.call(identity.withdraw, { id, reason: REASON });
    expect(await lin.problem(identity.confirmQrSignIn, { code: '0'.repeat(16) })).toBe('not_allowed');
    api.clock.advance(15 * MINUTE);
    expect(await lin.problem(identity.confirmQrSignIn, { code: '0'.repeat(16) })).toBe('session_ended');
    const { me, accessToken } = await api.nobody.call(identity.renew, { refreshToken });
    expect(me.roles.map(({ role }) => role)).toEqual(['resident']);
    const token = { token: accessToken };
    expect(await api.nobody.problem(identity.confirmQrSignIn, { code: '0'.repeat(16) }, token)).toBe('not_allowed');
    admin = await api.signedIn('admin');
    expect(await admin.problem(identity.withdraw, { id, reason: REASON })).toBe('not_found');
    expect(await audited('role_withdrawn', id)).toMatchObject([{ reason: REASON, detail: { role: 'clerk' } }]);
    expect(await grantClerk({ phone: '13800000003' })).toMatchObject({ bound: true });
  });

  test('somebody always stays in the office, and who left it acts no more, whatever the token says', async () => {
    const { items } = await admin.call(identity.memberships, { role: 'admin' });
    // One more was entered, who never came.
    const own = items.find(({ bound }) => bound)?.id ?? '';
    const waiting = await admin.call(identity.grant, {
      role: 'admin',
      name: '万示例',
      phone: '13900000007',
      reason: REASON,
    });
    expect(await admin.problem(identity.withdraw, { id: own, reason: REASON })).toBe('last_admin');
    await admin.call(identity.withdraw, { id: waiting.id, reason: REASON });
    const second = await admin.call(identity.grant, {
      role: 'admin',
      name: '林试样',
      phone: '13800000003',
      reason: REASON,
    });
    const lin = await api.signedIn('lin');
    const each = [
      admin.call(identity.withdraw, { id: second.id, reason: REASON }),
      lin.call(identity.withdraw, { id: own, reason: REASON }),
    ];
    expect(await ends(each)).toEqual(['not_allowed', 'ok']);
    const { items: all } = await admin.call(identity.memberships, { role: 'admin' });
    const left = all.filter(({ bound }) => bound);
    expect(left).toHaveLength(1);
    const outsider = left[0]?.id === own ? lin : admin;
    expect(await outsider.problem(identity.grant, { role: 'admin', name: '自己', reason: REASON })).toBe('not_allowed');
    expect(await outsider.problem(identity.invite, { id: left[0]?.id ?? '' })).toBe('not_allowed');
    await api.store.owner.inTenant(COUNTY, (tx) =>
      sql`update membership set withdrawn_at = null where id = ${own}`.execute(tx),
    );
  });

  test('the list: newest first, page by page, by a part of the name, without what was withdrawn', async () => {
    const village = villageOf('新塘岭村');
    for (let n = 0; n < 23; n += 1)
      await admin.call(identity.grant, {
        role: 'supervisor',
        name: n % 10 ? '监试样' : `查%试样`,
        village,
        reason: REASON,
      });
    const first = await admin.call(identity.memberships, { role: 'supervisor' });
    expect(first.items).toHaveLength(20);
    const rest = await admin.call(identity.memberships, { role: 'supervisor', cursor: first.next ?? '' });
    expect(rest.next).toBeNull();
    expect(rest.items.map(({ name }) => name)).toContain('姜样本');
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect(ids).toHaveLength(24);
    expect(ids).toEqual([...ids].sort().reverse());
    const found = await admin.call(identity.memberships, { role: 'supervisor', words: '查%' });
    expect(found.items.map(({ name }) => name)).toEqual(['查%试样', '查%试样', '查%试样']);
    expect((await admin.call(identity.memberships, { role: 'supervisor', words: '没有这人' })).items).toEqual([]);
    expect(await admin.problem(identity.memberships, { role: 'supervisor', cursor: 'x' })).toBe('invalid_input');
    await admin.call(identity.withdraw, { id: first.items[0]?.id ?? '', reason: REASON });
    const after = await admin.call(identity.memberships, { role: 'supervisor' });
    expect(after.items[0]?.id).toBe(first.items[1]?.id);
  });
});

describe('an invitation', () => {
  const accept = (phone: TestPhone, code: string) => phone.call(identity.acceptInvitation, { code });

  test('is for once: of two people at once one holds the role, who may send it again; the other hears no', async () => {
    const { id } = await grantClerk();
    const { code } = await admin.call(identity.invite, { id });
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    const [chen, lin] = [await api.signedIn('chen'), await api.signedIn('lin')];
    expect(await ends([accept(chen, code), accept(lin, code)])).toEqual(['invitation_bad', 'ok']);
    const chenHasIt = (await freshRoles('chen')).includes('clerk');
    const [winner, loser] = chenHasIt ? [chen, lin] : [lin, chen];
    const { me, accessToken } = await accept(winner, ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `);
    expect(me.roles.map(({ role }) => role)).toEqual(['resident', 'clerk']);
    expect(await api.nobody.problem(identity.confirmQrSignIn, { code: '0'.repeat(16) }, { token: accessToken })).toBe(
      'qr_code_bad',
    );
    expect(await loser.problem(identity.acceptInvitation, { code })).toBe('invitation_bad');
    expect(await rolesOf(loser)).toEqual(['resident']);
    expect(await admin.problem(identity.invite, { id })).toBe('role_taken');
    const masked = me.maskedPhone;
    const { items } = await admin.call(identity.memberships, { role: 'clerk', words: '温示例' });
    expect(items[0]).toMatchObject({ id, bound: true, invitedUntil: null, maskedPhone: masked });
  });

  test('ends after seven days, with a newer one, and with the role', async () => {
    const chen = await api.signedIn('chen');
    const { id } = await grantClerk();
    const old = await admin.call(identity.invite, { id });
    const newer = await admin.call(identity.invite, { id });
    expect(newer.expiresAt).toBe(new Date(api.clock.now().getTime() + 7 * DAY).toISOString());
    expect((await admin.call(identity.memberships, { role: 'clerk' })).items[0]?.invitedUntil).toBe(newer.expiresAt);
    expect(await chen.problem(identity.acceptInvitation, { code: old.code })).toBe('invitation_bad');
    api.clock.advance(7 * DAY);
    const later = await api.signedIn('chen');
    expect(await later.problem(identity.acceptInvitation, { code: newer.code })).toBe('invitation_bad');
    admin = await api.signedIn('admin');
    expect((await admin.call(identity.memberships, { role: 'clerk' })).items[0]?.invitedUntil).toBeNull();
    const last = await admin.call(identity.invite, { id });
    await admin.call(identity.withdraw, { id, reason: REASON });
    expect(await later.problem(identity.acceptInvitation, { code: last.code })).toBe('invitation_bad');
    expect(await admin.problem(identity.invite, { id })).toBe('not_found');
  });

  test('is of no use in another county, to a deputy for a second deputy, or for what one is already', async () => {
    const deputy = await admin.call(identity.grant, {
      role: 'deputy',
      name: '江拟名',
      deputyId: deputyNamed('江拟名').id,
      reason: REASON,
    });
    const { code } = await admin.call(identity.invite, { id: deputy.id });
    const there = await api.signedIn('xu', OTHER_COUNTY);
    expect(await there.problem(identity.acceptInvitation, { code })).toBe('invitation_bad');
    expect(await there.problem(identity.acceptInvitation, { code }, { county: COUNTY })).toBe('other_county');
    expect(await (await api.signedIn('xu')).problem(identity.acceptInvitation, { code })).toBe('role_taken');
    const chen = await api.signedIn('chen');
    expect((await accept(chen, code)).me.roles[1]).toMatchObject({ role: 'deputy', deputyName: '江拟名' });
    const station = await admin.call(identity.grant, {
      role: 'clerk',
      name: '舒示例',
      stationId: stationNamed('白石镇代表联络站'),
      reason: REASON,
    });
    const own = await admin.call(identity.invite, { id: station.id });
    expect(await (await api.signedIn('clerk')).problem(identity.acceptInvitation, { code: own.code })).toBe(
      'role_taken',
    );
  });

  test('a deputy elected again under another number takes it, and is no longer the one before', async () => {
    const given = async (name: string, phone?: string) =>
      admin.call(identity.grant, { role: 'deputy', name, deputyId: deputyNamed(name).id, phone, reason: REASON });
    const chen = await api.signedIn('chen');
    const deputies = async () => (await chen.call(identity.me, {})).roles.flatMap(({ deputyName }) => deputyName ?? []);
    const first = await given('江拟名');
    await accept(chen, (await admin.call(identity.invite, { id: first.id })).code);
    const { code } = await admin.call(identity.invite, { id: (await given('汪虚拟')).id });
    expect(await chen.problem(identity.acceptInvitation, { code })).toBe('role_taken');
    try {
      await shiftTerms('江拟名', -3650);
      await accept(chen, code);
      expect(await deputies()).toEqual(['汪虚拟']);
      expect(await audited('role_gave_way', first.id)).toHaveLength(1);
      // What waits for a phone finds it, and what is given to a known phone is held at once.
      await api.verifyPhone(chen, 'chen');
      expect((await given('何假设', '13800000001')).bound).toBe(false);
      await shiftTerms('汪虚拟', -3650);
      await api.verifyPhone(chen, 'chen');
      expect(await deputies()).toEqual(['何假设']);
      await shiftTerms('何假设', -3650);
      await shiftTerms('江拟名', 3650);
      expect((await given('江拟名', '13800000001')).bound).toBe(true);
      expect(await deputies()).toEqual(['江拟名']);
    } finally {
      for (const name of ['汪虚拟', '何假设']) await shiftTerms(name, 3650);
    }
  });

  describe('used while the office makes the same person another deputy', () => {
    const membership = (person: string | null, deputy: string) => sql<{ id: string }>`
      insert into membership (jurisdiction, id, person_id, role, deputy_id, granted_at)
      values (${COUNTY}, gen_random_uuid(), ${person}, 'deputy', ${deputyNamed(deputy).id}, ${api.clock.now()}) returning id`;
    const deputy = (name: string, phone?: string) =>
      admin.call(identity.grant, { role: 'deputy', name, deputyId: deputyNamed(name).id, phone, reason: REASON });

    async function countWaiting(): Promise<number> {
      const { rows } = await api.store.owner.withoutTenant((tx) =>
        sql<{ waiting: number }>`
          select count(*) as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`.execute(tx),
      );
      return rows[0]?.waiting ?? 0;
    }

    /** Until so many wait for a lock, or what was started has ended. */
    async function stuck(count: number, started: Promise<unknown>): Promise<void> {
      let ended = false;
      const over = () => {
        ended = true;
      };
      started.then(over, over);
      while (!ended && (await countWaiting()) < count) await sleep(2);
    }

    async function invited() {
      const { code } = await admin.call(identity.invite, { id: (await deputy('江拟名')).id });
      const chen = await api.signedIn('chen');
      await api.verifyPhone(chen, 'chen');
      return { chen, code };
    }

    test('they are one deputy, whichever comes first', async () => {
      const { chen, code } = await invited();
      const { both } = await api.store.owner.inTenant(COUNTY, async (tx) => {
        // In this row's way the grant waits with what it has read.
        const { rows } = await membership(null, '何假设').execute(tx);
        const granted = deputy('何假设', '13800000001');
        await stuck(1, granted);
        const accepted = accept(chen, code);
        const both = ends([granted, accepted]);
        await stuck(2, accepted);
        await sql`delete from membership where id = ${rows[0]?.id}`.execute(tx);
        return { both };
      });
      expect(await both).toEqual(['ok', 'role_taken']);
      expect((await freshRoles('chen')).filter((role) => role === 'deputy')).toHaveLength(1);
    });

    test('what no lock holds back the database refuses, and it is told as what it is', async () => {
      const { chen, code } = await invited();
      const { id } = await chen.call(identity.me, {});
      const { both } = await api.store.owner.inTenant(COUNTY, async (tx) => {
        await membership(id, '汪虚拟').execute(tx);
        const granted = deputy('何假设', '13800000001');
        const both = ends([granted, accept(chen, code)]);
        await stuck(2, both);
        return { both };
      });
      expect(await both).toEqual(['role_taken', 'role_taken']);
      const twice = api.store.owner.inTenant(COUNTY, (tx) => membership(id, '何假设').execute(tx));
      await expect(twice).rejects.toMatchObject({ constraint: 'membership_deputy_person' });
    });
  });

  test('is not found by guessing: ten a day, each written down, and then not even the right one', async () => {
    const lin = await api.signedIn('lin');
    const { id: personId } = await lin.call(identity.me, {});
    api.clock.advance(DAY);
    admin = await api.signedIn('admin');
    const fresh = await api.signedIn('lin');
    const before = (await audited('invitation_guessed', personId)).length;
    const guesses = Array.from({ length: 12 }, (_, n) =>
      fresh.call(identity.acceptInvitation, { code: `0000000${n % 10}` }),
    );
    const said = await ends(guesses);
    expect(said.filter((end) => end === 'invitation_bad')).toHaveLength(10);
    expect(said.filter((end) => end === 'too_many_guesses')).toHaveLength(2);
    expect(await audited('invitation_guessed', personId)).toHaveLength(before + 10);
    const { code } = await admin.call(identity.invite, { id: (await grantClerk()).id });
    expect(await fresh.problem(identity.acceptInvitation, { code })).toBe('too_many_guesses');
    expect(await rolesOf(fresh)).toEqual(['resident']);
    api.clock.advance(DAY);
    expect((await accept(await api.signedIn('lin'), code)).me.roles[1]?.role).toBe('clerk');
  });

  test('only its hash is kept', async () => {
    const { id } = await grantClerk();
    const { code } = await admin.call(identity.invite, { id });
    const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
      sql<{ kept: string }>`
        select membership::text || (select string_agg(audit_log::text, '') from audit_log) as kept from membership where id = ${id}`.execute(
        tx,
      ),
    );
    expect(rows[0]?.kept).toContain(id);
    expect(rows[0]?.kept).not.toContain(code);
  });
});
