import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import * as identity from '../../shared/identity/contract';
import { copyOwnData } from '../../shared/identity/contract/office';
import * as notifications from '../../shared/notifications/contract';
import * as requests from '../../shared/requests/contract';
import { COUNTY, matterFor, testApi, villageOf } from '../testing/api';
import type { TestPhone } from '../testing/phone';
import { pngOf, sentPicture } from '../testing/pictures';

/** A person sees all that is kept of them, puts it right, takes it along and has it erased (个人信息保护法 第四十四至四十七条). */
const api = testApi();
const NAME = '陈试用';
const CHENS = '13800000001';
const phones: Record<string, TestPhone> = {};
const as = (key: string) => phones[key] as TestPhone;
const asOwner = <T>(statement: ReturnType<typeof sql<T>>) =>
  api.store.owner.inTenant(COUNTY, async (tx) => (await statement.execute(tx)).rows);

beforeEach(async () => {
  for (const key of ['chen', 'lin', 'xin', 'xu', 'jian', 'clerk']) phones[key] = await api.signedIn(key);
  await api.verifyPhone(as('chen'), 'chen');
  await api.verifyPhone(as('clerk'), 'clerk');
});

const partOf = (data: identity.OwnData, key: string) => data.parts.find((part) => part.key === key);
const own = (key: string) => as(key).call(identity.ownData, {});
/** Where in the database a text stands, as `table`. */
const whereIs = async (text: string) => {
  const tables = await asOwner<{ name: string }>(sql`select c.relname::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`);
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await asOwner<{ there: boolean }>(
      sql`select exists (select from ${sql.table(name)} t where t::text like ${`%${text}%`}) as there`,
    );
    if (row?.there) found.push(name);
  }
  return found;
};

test('somebody who did nothing has an empty list, with every part said', async () => {
  const data = await own('xin');
  expect(data).toMatchObject({ name: null, maskedPhone: null, open: 0, holdsRole: false });
  expect(data.parts.map(({ key }) => key)).toEqual(
    expect.arrayContaining([
      'identity.sessions',
      'identity.acts',
      'requests.requests',
      'requests.looks',
      'pictures.pictures',
      'voting.ballots',
      'notifications.notifications',
      'promises.following',
    ]),
  );
  for (const { kept, title } of data.parts) expect([title, kept.length > 5]).toEqual([title, true]);
  expect(partOf(data, 'voting.ballots')?.count).toBeNull();
});

test('what they said and what became of it is there in words, and nothing of anybody else', async () => {
  const matter = matterFor('徐示例', { name: NAME, pictures: [await sentPicture(as('chen'))] });
  const { id } = await as('chen').call(requests.submit, matter);
  await as('lin').call(
    requests.submit,
    matterFor('徐示例', { words: '别人家的水管爆了，路上都是水。', name: '林试样' }),
  );
  await as('xu').call(requests.answer, { id, words: '明天去看。' });
  await as('clerk').call(requests.note, { id, words: '站里自己记的一句。' });
  await as('clerk').call(requests.seePhone, { id, reason: 'visit', words: '约您去看灯' });
  const data = await own('chen');
  const part = partOf(data, 'requests.requests');
  expect(part).toMatchObject({ count: expect.any(Number) });
  const said = part?.entries[0]?.lines.join('\n') ?? '';
  expect(said).toContain(matter.words);
  expect(said).toContain('明天去看。');
  expect(said).toContain('看了您的电话：约您去看灯');
  expect(partOf(data, 'requests.looks')).toMatchObject({ count: expect.any(Number), entries: [expect.anything()] });
  expect(partOf(data, 'pictures.pictures')?.count).toBeGreaterThan(0);
  expect(data).toMatchObject({ name: NAME, maskedPhone: '138 **** 0001', open: expect.any(Number) });
  expect(JSON.stringify(data)).not.toMatch(/林试样|水管|站里自己记|13800000001|openid/);
});

/** What is in a copy, by name, and what was said of it. */
async function copied(key: string) {
  const made = await as(key).call(copyOwnData, {});
  const files = unzipSync(new Uint8Array(await (await fetch(made.url)).arrayBuffer()));
  const text = strFromU8(files['连心站-我的资料.txt'] ?? new Uint8Array());
  return { ...made, files, text };
}

test('the copy has the text, the data and the photos of one’s own matters, as they lie in the storage', async () => {
  const pictures = [await sentPicture(as('chen')), await sentPicture(as('chen'), pngOf({ width: 16, height: 16 }))];
  const { id } = await as('chen').call(requests.submit, matterFor('徐示例', { name: NAME, pictures }));
  const others = [await sentPicture(as('lin'))];
  await as('lin').call(
    requests.submit,
    matterFor('徐示例', { words: '别人家的水管爆了，路上都是水。', pictures: others }),
  );
  // An answer comes with a photo: seen by its resident once it was passed.
  const [unchecked, passed] = [await sentPicture(as('xu')), await sentPicture(as('xu'))];
  await as('xu').call(requests.answer, { id, words: '明天去看。', pictures: [unchecked, passed] });
  await asOwner(sql`update picture set state = 'passed' where id = ${passed}`);
  const { files, text, photos, missing, bytes } = await copied('chen');
  const { id: personId } = await as('chen').call(identity.me, {});
  const own = await asOwner(sql`select id from picture
    where request_id in (select id from request where resident_id = ${personId})
    and (owner_id = ${personId} or state in ('passed', 'approved', 'off_board'))`);
  const inZip = Object.keys(files).filter((name) => name.startsWith('照片/'));
  expect([inZip.length, photos, missing]).toEqual([own.length, own.length, 0]);
  expect(bytes).toBeGreaterThan(1000);
  for (const name of inZip) expect(text).toContain(`照片：${name}`);
  const stored = await Promise.all(
    [...pictures, passed].map((one) => api.services.storage.get(`pictures/${COUNTY}/${one}`, 3_000_000)),
  );
  const hex = new Set(inZip.map((name) => Buffer.from(files[name] ?? []).toString('hex')));
  for (const one of stored) expect(hex.has(Buffer.from(one ?? []).toString('hex'))).toBe(true);
  expect(inZip.some((name) => name.endsWith('.png'))).toBe(true);
  const data = JSON.parse(strFromU8(files['连心站-我的资料.json'] ?? new Uint8Array()));
  expect(data.parts.map(({ key }: { key: string }) => key)).toContain('requests.requests');
  expect(JSON.stringify(data) + text).not.toMatch(/林试样|水管|13800000001|pictures\/|"photos"/);
});

test('a photo that is gone is named as missing; one withheld is not in it; who has none has a copy all the same', async () => {
  const [gone, hidden] = [await sentPicture(as('chen')), await sentPicture(as('chen'))];
  const before = await copied('chen');
  await as('chen').call(requests.submit, matterFor('徐示例', { name: NAME, pictures: [gone, hidden] }));
  await asOwner(sql`update picture set state = 'withheld' where id = ${hidden}`);
  await api.services.storage.remove(`pictures/${COUNTY}/${gone}`);
  const { text, photos, missing } = await copied('chen');
  expect([photos, missing]).toEqual([before.photos, before.missing + 1]);
  expect(text).toContain('（这张找不到了）');
  const none = await copied('xin');
  expect([none.photos, none.missing, Object.keys(none.files)]).toEqual([
    0,
    0,
    ['连心站-我的资料.txt', '连心站-我的资料.json'],
  ]);
});

test('a name is put right from now on, and what was said keeps the one it had', async () => {
  const { id } = await as('chen').call(requests.submit, matterFor('徐示例', { name: NAME }));
  expect(await as('chen').call(identity.correctName, { name: '陈改名' })).toMatchObject({ name: '陈改名' });
  expect((await as('chen').call(requests.follow, { id })).name).toBe(NAME);
  expect(await as('chen').problem(identity.correctName, { name: ' ' })).toBe('invalid_input');
  await as('chen').call(identity.correctName, { name: NAME });
});

test('erased, neither name nor phone nor account stands anywhere; what the county keeps is nobody’s', async () => {
  const { id } = await as('chen').call(requests.submit, matterFor('徐示例', { name: '陈独名', nameFor: 'station' }));
  const other = await as('jian').call(requests.enterFor, {
    ...matterFor('徐示例'),
    name: '余大伯',
    contactPhone: CHENS,
  });
  await as('chen').call(notifications.subscribe, { choices: [{ template: 'progress', result: 'accept' }] });
  await as('xu').call(requests.answer, { id, words: '明天去看。' });
  const { open, parts } = await own('chen');
  expect(partOf({ parts } as identity.OwnData, 'requests.offered')).toMatchObject({ count: 1 });
  const { id: personId } = await as('chen').call(identity.me, {});
  const [before] = await asOwner<{ openid: string }>(sql`select openid from person where id = ${personId}`);

  expect(await as('chen').problem(identity.eraseOwnData, { open: open + 1 })).toBe('erase_changed');
  const done = await as('chen').call(identity.eraseOwnData, { open });
  expect(done.receipt).toMatch(/^[0-9A-Z]{8}$/);

  for (const text of ['陈独名', NAME, before?.openid ?? '', CHENS])
    expect([text, await whereIs(text)]).toEqual([text, []]);
  expect(await asOwner(sql`select contact_hash from request where id = ${other.id}`)).toEqual([{ contact_hash: null }]);
  expect(await asOwner(sql`select 1 from notification where person_id = ${personId}`)).toEqual([]);
  expect(await asOwner(sql`select 1 from subscription where person_id = ${personId}`)).toEqual([]);
  const [logged] = await asOwner<{ detail: unknown }>(
    sql`select detail from audit_log where action = 'own_data_erased'`,
  );
  expect(logged?.detail).toEqual({ receipt: done.receipt });
  // The matter goes on, the station reads it, and calls nobody.
  expect(await as('clerk').call(requests.follow, { id })).toMatchObject({ name: null, state: 'answered' });
  expect(await as('clerk').problem(requests.seePhone, { id, reason: 'ask', words: '问一问' })).toBe('no_phone');
  // The session is over.
  expect(await as('chen').problem(requests.submit, matterFor('徐示例'))).toBe('session_ended');
  expect(await as('chen').problem(identity.eraseOwnData, { open: 0 })).toBe('session_ended');
  await api.runSchedules();
  // The same account begins anew.
  phones.chen = await api.signedIn('chen');
  expect(await as('chen').call(identity.me, {})).toMatchObject({ name: null, maskedPhone: null });
  expect((await as('chen').call(identity.me, {})).id).not.toBe(personId);
  expect(await as('chen').problem(requests.follow, { id })).toBe('not_found');
});

test('who works here gives the role back first; pressed twice at once it is done once', async () => {
  expect(await own('clerk')).toMatchObject({ holdsRole: true });
  expect(await as('clerk').problem(identity.eraseOwnData, { open: 0 })).toBe('erase_holds_role');
  const { open } = await own('lin');
  const both = await Promise.allSettled([0, 1].map(() => as('lin').call(identity.eraseOwnData, { open })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a village is no part of it: it stays on the phone', async () => {
  expect(JSON.stringify(await own('xin'))).not.toContain(villageOf('草坪村'));
});
