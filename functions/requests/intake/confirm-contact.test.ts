import { sql } from 'kysely';
import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { COUNTY, matterFor, OTHER_COUNTY, testApi, villageOf } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** Nothing becomes anybody's by a number alone (decision 27): one wrong digit is a stranger's. */
const api = testApi();
const DAY_MS = 86_400_000;
const LINS = '13800000003';
const CHENS = '13800000001';
const XINS = '138 0000 0002';
const NOBODYS = '13800000077';
const phones: Record<string, TestPhone> = {};
const as = (key: string) => phones[key] as TestPhone;

const signInAgain = async () => {
  for (const key of ['chen', 'lin', 'xu', 'mao', 'jian', 'clerk', 'clerk2', 'admin'])
    phones[key] = await api.signedIn(key);
};
beforeEach(signInAgain);

const enter = async (contactPhone?: string, by = 'jian') =>
  (await as(by).call(requests.enterFor, { ...matterFor('徐示例'), name: '余大伯', contactPhone })).id;
const offeredTo = async (key: string) => (await as(key).call(requests.offered, {})).items.map(({ id }) => id);
const say = (key: string, id: string, mine: boolean) => as(key).call(requests.confirmContact, { id, mine });
const saidTo = (key: string, id: string, mine: boolean) => as(key).problem(requests.confirmContact, { id, mine });
const correct = (key: string, id: string, phone?: string) => as(key).call(requests.correctContact, { id, phone });
const page = (key: string, id: string) => as(key).call(requests.follow, { id });
const newsOf = async (key: string, id: string) =>
  (await as(key).call(notifications.list, {})).items.filter(({ subject }) => subject?.id === id);
const asOwner = <T>(statement: ReturnType<typeof sql<T>>, county = COUNTY) =>
  api.store.owner.inTenant(county, async (tx) => (await statement.execute(tx)).rows);
const kindsOf = async (id: string) => (await page('admin', id)).events.map(({ kind }) => kind).reverse();

/** As when somebody verified another phone. */
async function verified(name: string, phone: string): Promise<void> {
  const { phones: sealed } = api.services;
  const [person] = await asOwner<{ id: string }>(
    sql`select id from person where jurisdiction = ${COUNTY} and name = ${name}`,
  );
  const cipher = sealed.encrypt(phone, { jurisdiction: COUNTY, personId: person?.id ?? '' });
  const { hash, key } = sealed.phoneHash(phone);
  await asOwner(sql`update person set phone_cipher = ${cipher}, phone_hash = ${hash}, phone_hash_key = ${key}
    where id = ${person?.id}`);
}

test('one wrong digit: the stranger sees village and day alone, says no, and the right one confirms', async () => {
  const id = await enter(LINS);
  const { items } = await as('lin').call(requests.offered, {});
  expect(items).toEqual([{ id, villageName: '草坪村', enteredOn: '2026-11-18' }]);
  const [told] = await newsOf('lin', id);
  expect(told).toMatchObject({ kind: 'request_offered', title: '有人替您登记了一件事' });
  expect(told?.body).toBe('草坪村，11 月 18 日登记的。是您的事吗？');
  for (const act of [
    as('lin').problem(requests.follow, { id }),
    as('lin').problem(requests.withdraw, { id }),
    as('lin').problem(requests.supplement, { id, words: '我来说一句。' }),
    as('lin').problem(requests.open, { id }),
    as('lin').problem(requests.correctContact, { id }),
  ])
    expect(['not_found', 'not_allowed']).toContain(await act);
  expect((await as('lin').call(requests.mine, { state: 'with_deputy' })).items.map((one) => one.id)).not.toContain(id);
  expect(await page('jian', id)).toMatchObject({
    contact: 'unconfirmed',
    may: expect.arrayContaining(['correctContact']),
  });

  await say('lin', id, false);
  expect(await offeredTo('lin')).toEqual([]);
  expect(await page('jian', id)).toMatchObject({ contact: 'declined', viewer: 'entrant' });
  for (const key of ['jian', 'clerk'])
    expect((await newsOf(key, id))[0]).toMatchObject({
      kind: 'request_contact_declined',
      body: '登记的电话不是他本人的，已经去掉，请核对后改',
    });
  expect(
    await asOwner(sql`select contact_cipher, contact_hash, contact_hash_key from request where id = ${id}`),
  ).toEqual([{ contact_cipher: null, contact_hash: null, contact_hash_key: null }]);

  await correct('jian', id, CHENS);
  expect(await page('jian', id)).toMatchObject({ contact: 'unconfirmed' });
  expect(await offeredTo('chen')).toEqual([id]);
  await say('chen', id, true);
  expect(await page('chen', id)).toMatchObject({ viewer: 'resident', name: '余大伯', enteredBy: '姜样本' });
  expect(await page('jian', id)).toMatchObject({ contact: 'confirmed', may: ['print'] });
  expect((await newsOf('jian', id))[0]).toMatchObject({ kind: 'request_claimed' });
  expect(await as('lin').problem(requests.follow, { id })).toBe('not_found');
  expect(await saidTo('lin', id, true)).toBe('not_found');
  expect(await as('jian').problem(requests.correctContact, { id, phone: LINS })).toBe('contact_confirmed');
  expect(await as('jian').problem(requests.supplement, { id, words: '我再说一句。' })).toBe('not_found');
  expect(await kindsOf(id)).toEqual([
    'entered_for',
    'registered',
    'contact_declined',
    'contact_corrected',
    'contact_linked',
  ]);
});

test('who verifies their phone later is told once, and asked', async () => {
  const id = await enter(XINS);
  await enter(NOBODYS);
  let xin = await api.signedIn('xin');
  expect((await xin.call(requests.offered, {})).items).toEqual([]);
  expect(await xin.problem(requests.confirmContact, { id, mine: true })).toBe('not_found');
  for (let times = 0; times < 2; times += 1) {
    await api.verifyPhone(xin, 'xin');
    await api.runSchedules();
  }
  xin = await api.signedIn('xin');
  phones.xin = xin;
  expect((await newsOf('xin', id)).map(({ kind }) => kind)).toEqual(['request_offered']);
  expect(await xin.problem(requests.follow, { id })).toBe('not_found');
  expect(await offeredTo('xin')).toEqual([id]);
  await say('xin', id, true);
  expect((await xin.call(requests.mine, { state: 'with_deputy' })).items).toMatchObject([{ id, enteredFor: true }]);
  await xin.call(requests.supplement, { id, words: '我自己再说一句。' });
});

test('a reply that got lost: the same again is the same, by its key or without', async () => {
  const yes = await enter(CHENS);
  const no = await enter(LINS);
  for (let times = 0; times < 2; times += 1) {
    await as('chen').call(requests.confirmContact, { id: yes, mine: true }, { key: 'contact-key-00000000001' });
    await say('chen', yes, true);
    await as('lin').call(requests.confirmContact, { id: no, mine: false }, { key: 'contact-key-00000000002' });
    await say('lin', no, false);
    await as('jian').call(requests.correctContact, { id: no, phone: NOBODYS }, { key: 'contact-key-00000000003' });
    await correct('clerk', no, NOBODYS);
  }
  expect(await saidTo('chen', yes, false)).toBe('not_found');
  expect(await saidTo('lin', no, true)).toBe('not_found');
  expect(await kindsOf(yes)).toEqual(['entered_for', 'registered', 'contact_linked']);
  expect(await kindsOf(no)).toEqual(['entered_for', 'registered', 'contact_declined', 'contact_corrected']);
});

test('who said no is not asked again about it, whatever number is written down', async () => {
  const id = await enter(LINS);
  await say('lin', id, false);
  const told = (await newsOf('lin', id)).length;
  await correct('jian', id, LINS);
  expect(await offeredTo('lin')).toEqual([]);
  expect(await saidTo('lin', id, true)).toBe('not_found');
  expect(await newsOf('lin', id)).toHaveLength(told);
});

test('of yes and no at once one counts', async () => {
  const id = await enter(CHENS);
  const ends = await Promise.allSettled([say('chen', id, true), say('chen', id, false), say('chen', id, true)]);
  const said = (await kindsOf(id)).filter((kind) => kind.startsWith('contact_'));
  expect(said).toHaveLength(1);
  const yes = said[0] === 'contact_linked';
  expect(ends.map(({ status }) => status === 'fulfilled')).toEqual(yes ? [true, false, true] : [false, true, false]);
});

test('two accounts with the same phone are both asked; what one says, the other can’t any more', async () => {
  await verified('林试样', CHENS);
  const [one, other, third] = [await enter(CHENS), await enter(CHENS), await enter(CHENS)] as const;
  for (const key of ['chen', 'lin']) expect(await offeredTo(key)).toEqual([one, other, third]);
  const ends = await Promise.allSettled([say('chen', one, true), say('lin', one, true)]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await say('lin', other, false);
  await say('lin', third, true);
  for (const mine of [true, false]) {
    expect(await saidTo('chen', other, mine)).toBe('not_found');
    expect(await saidTo('chen', third, mine)).toBe('not_found');
  }
  expect(await as('chen').problem(requests.follow, { id: third })).toBe('not_found');
  for (const key of ['chen', 'lin']) expect(await offeredTo(key)).toEqual([]);
  await verified('林试样', LINS);
});

test('a number that was corrected or taken out meanwhile is nobody’s any more', async () => {
  const id = await enter(LINS);
  await correct('clerk', id, NOBODYS);
  expect(await offeredTo('lin')).toEqual([]);
  for (const mine of [true, false]) expect(await saidTo('lin', id, mine)).toBe('not_found');
  await correct('admin', id, LINS);
  await correct('jian', id);
  expect(await saidTo('lin', id, true)).toBe('not_found');
  expect(await page('jian', id)).toMatchObject({ contact: 'none' });
  const at = await enter(LINS);
  const [said, corrected] = await Promise.allSettled([say('lin', at, true), correct('jian', at, NOBODYS)]);
  expect([said.status, corrected.status].sort()).toEqual(['fulfilled', 'rejected']);
});

test('for anybody else, in another county, and for what is not there: the same not_found', async () => {
  const id = await enter(LINS);
  const elsewhere = await api.signedIn('xu', OTHER_COUNTY);
  const nowhere = '00000000-0000-7000-8000-000000000000';
  for (const mine of [true, false]) {
    expect(await elsewhere.problem(requests.confirmContact, { id, mine })).toBe('not_found');
    expect(await saidTo('lin', nowhere, mine)).toBe('not_found');
    for (const key of ['chen', 'xu', 'mao', 'jian', 'clerk', 'admin'])
      expect(await saidTo(key, id, mine)).toBe('not_found');
  }
  expect(await as('clerk2').problem(requests.correctContact, { id })).toBe('not_found');
  for (const key of ['chen', 'lin', 'xu'])
    expect(await as(key).problem(requests.correctContact, { id })).toBe('not_allowed');
  const own = (await as('chen').call(requests.submit, matterFor('徐示例'))).id;
  for (const key of ['clerk', 'admin', 'jian'])
    expect(await as(key).problem(requests.correctContact, { id: own, phone: CHENS })).toBe('not_found');
  expect((await page('clerk', own)).contact).toBeNull();
  expect((await page('xu', id)).contact).toBeNull();
  expect(await as('jian').problem(requests.correctContact, { id, phone: '1380000' })).toBe('invalid_input');
  await say('lin', id, false);
});

test('a deputy who is its station too corrects nothing of what they answer', async () => {
  const id = await enter(NOBODYS);
  await asOwner(sql`insert into membership (jurisdiction, id, person_id, role, station_id, name, granted_at)
    select ${COUNTY}, gen_random_uuid(), p.id, 'clerk', r.station_id, '徐示例', ${api.clock.now()}
    from person p, request r where p.jurisdiction = ${COUNTY} and p.name = '徐示例' and r.id = ${id}`);
  phones.xu = await api.signedIn('xu');
  expect((await page('xu', id)).may).not.toContain('correctContact');
  expect(await as('xu').problem(requests.correctContact, { id, phone: CHENS })).toBe('own_answer');
  await asOwner(
    sql`update membership set withdrawn_at = ${api.clock.now()} where jurisdiction = ${COUNTY} and role = 'clerk' and name = '徐示例'`,
  );
});

test('no number stands in events, news, audit or log', async () => {
  const id = await enter('13800000066', 'clerk');
  await correct('clerk', id, '13800000055');
  await correct('clerk', id, LINS);
  await say('lin', id, true);
  await api.runSchedules();
  const rows = await asOwner<{ text: string }>(sql`
    select e::text as text from request_event e where request_id = ${id}
    union all select a::text from audit_log a where object_id = ${id}
    union all select n::text from notification n where subject_id = ${id}
    union all select r::text from request r where id = ${id}`);
  expect(rows.length).toBeGreaterThan(6);
  for (const number of ['13800000066', '13800000055', LINS]) {
    expect(rows.map(({ text }) => text).join('\n')).not.toContain(number);
    expect(api.log.join('\n')).not.toContain(number);
  }
  const audited = await asOwner(sql`select action, detail from audit_log where object_id = ${id} order by id`);
  expect(audited).toMatchObject([
    { action: 'request_entered' },
    { action: 'contact_corrected', detail: { left: true } },
    { action: 'contact_corrected', detail: { left: true } },
    { action: 'contact_linked' },
  ]);
});

test('what was entered elsewhere by the office is offered under the name of its own village', async () => {
  const far = { ...matterFor('徐示例'), deputyId: undefined, village: villageOf('白石村'), name: '余大伯' };
  const { id } = await as('admin').call(requests.enterFor, { ...far, contactPhone: LINS });
  const { items } = await as('lin').call(requests.offered, {});
  expect(items.find((one) => one.id === id)?.villageName).toBe('白石村');
  await say('lin', id, false);
});

test('after ninety days a number may be somebody else’s: it is offered to nobody and erased; a corrected one is new', async () => {
  const old = await enter(LINS);
  const corrected = await enter(NOBODYS);
  const confirmed = await enter(LINS);
  await say('lin', confirmed, true);
  api.clock.advance(80 * DAY_MS);
  await signInAgain();
  await correct('clerk', corrected, LINS);
  expect(await offeredTo('lin')).toEqual([old, corrected]);
  api.clock.advance(11 * DAY_MS);
  await signInAgain();
  expect(await offeredTo('lin')).toEqual([corrected]);
  expect(await saidTo('lin', old, true)).toBe('not_found');
  await api.runSchedules();
  const kept = await asOwner<{ id: string }>(
    sql`select id from request where contact_cipher is not null or contact_hash is not null or contact_hash_key is not null`,
  );
  expect(kept).toEqual([{ id: corrected }]);
  expect((await page('jian', old)).contact).toBe('none');
  expect((await page('lin', confirmed)).viewer).toBe('resident');
});
