import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import * as notifications from '../../shared/notifications/contract';
import * as promises from '../../shared/promises/contract';
import { demoCounty } from '../local/seed/county';
import { seedDepartments } from '../local/seed/departments';
import { COUNTY, OTHER_COUNTY, testApi } from '../testing/api';
import type { TestPhone } from '../testing/phone';
import { dayIn, promised } from './testing/promise';

const api = testApi();
/** Where `clerk` works, and `clerk2` does not. */
const BAISHI = demoCounty().stations.find(({ name }) => name.startsWith('白石镇'))?.id ?? '';
const DAY_MS = 24 * 3_600_000;
const WORDS = '早上 6 点 40 分那班，11 月起天天有。';
const people = {} as Record<'fang' | 'lu' | 'clerk' | 'clerk2' | 'admin' | 'chen', TestPhone>;

beforeAll(() => seedDepartments(api.services));
beforeEach(signInAll);

/** A token is a quarter of an hour old at the most. */
async function signInAll() {
  for (const key of ['fang', 'lu', 'clerk', 'clerk2', 'admin', 'chen'] as const) people[key] = await api.signedIn(key);
}

async function passDays(days: number) {
  await api.clock.advance(days * DAY_MS);
  await api.runSchedules();
  await signInAll();
}

const seen = async (id: string) => {
  const { promises: all } = await people.admin.call(promises.waiting, {});
  const one = all.find((each) => each.id === id);
  if (!one) throw new Error('not among what is open');
  return one;
};
const toLook = async (phone: TestPhone) => (await phone.call(promises.waiting, {})).promises.map(({ id }) => id);
const titles = async (phone: TestPhone) => (await phone.call(notifications.list, {})).items.map(({ title }) => title);

test('said to be done, seen, and what everybody reads of it names offices and nobody’s name', async () => {
  const id = await promised(api, { stationId: BAISHI });
  const link = 'https://example.gov.cn/bus/12';
  const done = await people.fang.call(promises.sayDone, { id, version: 1, words: WORDS, link });
  expect(done).toMatchObject({ state: 'said_done', version: 2, acts: [], late: 0 });
  expect(done.events.at(-1)).toMatchObject({ kind: 'said_done', office: '县交通运输局', name: '方示办', link });
  await expect(toLook(people.clerk)).resolves.toContain(id);
  await expect(toLook(people.clerk2)).resolves.not.toContain(id);
  await expect(titles(people.clerk)).resolves.toContain('部门说做好了，去看一看');
  await people.clerk.call(promises.look, { id, version: 2, done: true, words: '坐了一趟，真的有。' });
  await expect(toLook(people.clerk)).resolves.not.toContain(id);
  const shown = await api.nobody.call(promises.shown, { id });
  expect(shown).toMatchObject({ state: 'kept', late: 0, source: '2026 年度部门评议' });
  expect(shown.events.map(({ kind, office }) => [kind, office])).toEqual([
    ['created', '县交通运输局'],
    ['said_done', '县交通运输局'],
    ['seen_done', '白石镇代表联络站'],
  ]);
  expect(JSON.stringify(shown)).not.toMatch(/方示办|纪/);
});

test('nobody of another department, station or role sees or touches it, and nothing of it is public unless it was said to be', async () => {
  const id = await promised(api, { stationId: BAISHI, isPublic: false });
  const step = { id, version: 1, words: WORDS };
  await expect(people.lu.problem(promises.sayDone, step)).resolves.toBe('not_found');
  await expect(
    people.lu.problem(promises.askExtension, { id, version: 1, dueOn: dayIn(api, 40), reason: WORDS }),
  ).resolves.toBe('not_found');
  await expect(people.clerk2.problem(promises.look, { ...step, done: true })).resolves.toBe('not_found');
  await expect(people.fang.problem(promises.look, { ...step, done: true })).resolves.toBe('not_allowed');
  await expect(people.chen.problem(promises.waiting, {})).resolves.toBe('not_allowed');
  await expect(api.nobody.problem(promises.shown, { id })).resolves.toBe('not_found');
  const listed = async (phone: TestPhone) => (await phone.call(promises.mine, {})).promises.map((one) => one.id);
  await expect(listed(people.fang)).resolves.toContain(id);
  await expect(listed(people.lu)).resolves.not.toContain(id);
  const elsewhere = await api.signedIn('lin', OTHER_COUNTY);
  await expect(elsewhere.problem(promises.shown, { id })).resolves.toBe('not_found');
});

test('more days: asked for once, in time, for a later day; the office answers', async () => {
  const id = await promised(api);
  const ask = (version: number, dueOn: string) =>
    people.fang.problem(promises.askExtension, { id, version, dueOn, reason: '车要明年一月才到。' });
  await expect(ask(1, dayIn(api, 30))).resolves.toBe('promise_day_bad');
  await expect(ask(1, '2026-02-31')).resolves.toBe('promise_day_bad');
  await expect(ask(1, '9999-99-99')).resolves.toBe('promise_day_bad');
  const later = dayIn(api, 45);
  const asked = await people.fang.call(promises.askExtension, { id, version: 1, dueOn: later, reason: '车没到。' });
  expect(asked).toMatchObject({ extension: 'asked', askedUntil: later, dueOn: dayIn(api, 30) });
  await expect(ask(2, dayIn(api, 50))).resolves.toBe('extension_asked_before');
  await expect(titles(people.admin)).resolves.toContain('部门要宽限几天');
  const granted = await people.admin.call(promises.decideExtension, { id, version: 2, granted: true });
  expect(granted).toMatchObject({ extension: 'granted', dueOn: later, state: 'promised' });
  await expect(people.admin.problem(promises.decideExtension, { id, version: 3, granted: false })).resolves.toBe(
    'extension_not_asked',
  );
  await expect(ask(3, dayIn(api, 60))).resolves.toBe('extension_asked_before');
});

test('asked for in time and answered late, the new day counts', async () => {
  const id = await promised(api, { dueOn: dayIn(api, 2) });
  await people.fang.call(promises.askExtension, { id, version: 1, dueOn: dayIn(api, 20), reason: '车没到。' });
  await passDays(4);
  const { version, state, late } = await seen(id);
  expect([state, late]).toEqual(['not_kept', 2]);
  await expect(people.admin.call(promises.decideExtension, { id, version, granted: true })).resolves.toMatchObject({
    state: 'promised',
    late: 0,
  });
});

test('reminded before and on the day; the day after it is written down as overdue, once, however far the clock jumps', async () => {
  const id = await promised(api, { words: '候车亭漏雨，换 12 个顶棚', dueOn: dayIn(api, 10) });
  const told = async () => (await titles(people.fang)).filter((title) => /还有 \d 天|今天到日子|过了日子/.test(title));
  const before = (await told()).length;
  await passDays(4);
  await passDays(1);
  await api.runSchedules();
  expect((await told()).slice(0, -before || undefined)).toEqual(['答应的事，还有 6 天']);
  await passDays(5);
  expect((await told()).slice(0, 2)).toEqual(['答应的事，今天到日子', '答应的事，还有 6 天']);
  await expect(toLook(people.clerk)).resolves.toContain(id);
  await expect(
    people.clerk.call(promises.look, { id, version: 1, done: false, words: '去看了，还在漏。' }),
  ).resolves.toMatchObject({ state: 'not_kept', late: 0 });
  const far = await promised(api, { dueOn: dayIn(api, 10) });
  await passDays(200);
  const overdue = await api.nobody.call(promises.shown, { id: far });
  expect(overdue).toMatchObject({ state: 'not_kept', late: 190 });
  expect(overdue.events.map(({ kind }) => kind)).toEqual(['created', 'overdue']);
  await passDays(1);
  const later = await api.nobody.call(promises.shown, { id: far });
  expect([later.late, later.events.length]).toEqual([191, 2]);
});

test('not kept: asked why, explained, made up for late, seen, and asked for again', async () => {
  const id = await promised(api, { dueOn: dayIn(api, 1) });
  await passDays(3);
  let { version } = await seen(id);
  const step = (words: string) => ({ id, version, words });
  await expect(people.fang.problem(promises.explain, step('缺钱。'))).resolves.toBe('why_not_asked');
  ({ version } = await people.admin.call(promises.askWhy, step('为什么没做到？')));
  await expect(people.admin.problem(promises.askWhy, step('再问一次'))).resolves.toBe('why_asked_before');
  ({ version } = await people.fang.call(promises.explain, step('缺钱，年底前到。')));
  ({ version } = await people.fang.call(promises.sayDone, step('换好了 12 个。')));
  await passDays(5);
  const kept = await people.admin.call(promises.look, { ...step('村里人说不漏了。'), done: true });
  expect(kept).toMatchObject({ state: 'kept', late: 2, why: 'explained' });
  const again = { id, version: kept.version, dueOn: dayIn(api, 9), reason: '又漏了三个。' };
  await expect(people.admin.call(promises.reopen, again)).resolves.toMatchObject({
    state: 'promised',
    late: 0,
    why: null,
  });
  await expect(people.admin.problem(promises.reopen, { ...again, version: kept.version + 1 })).resolves.toBe(
    'promise_elsewhere',
  );
});

test('sent again it is done once; an older page is refused; of two at once one is', async () => {
  const id = await promised(api);
  const key = randomUUID();
  const input = { id, version: 1, words: WORDS };
  const first = await people.fang.call(promises.sayDone, input, { key });
  await expect(people.fang.call(promises.sayDone, input, { key })).resolves.toEqual(first);
  await expect(people.fang.problem(promises.sayDone, input)).resolves.toBe('promise_elsewhere');
  const looks = [true, false].map((done) =>
    people.admin.call(promises.look, { id, version: 2, done, words: '去看了。' }).then(
      () => 'ok',
      ({ code }) => code as string,
    ),
  );
  const ends = await Promise.all(looks);
  expect(ends.filter((end) => end === 'ok')).toHaveLength(1);
  expect(ends.find((end) => end !== 'ok')).toMatch(/^promise_(changed|elsewhere)$/);
  expect((await api.nobody.call(promises.shown, { id })).events).toHaveLength(3);
});

test('not looked at before its day, unless the department says that it is done', async () => {
  const id = await promised(api);
  const look = { id, version: 1, done: true, words: '去看了。' };
  await expect(people.clerk.problem(promises.look, look)).resolves.toBe('promise_not_due');
});

test('whoever is gone leaves a history that names their office', async () => {
  const id = await promised(api);
  await people.fang.call(promises.sayDone, { id, version: 1, words: WORDS });
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    const { person_id } = await tx
      .selectFrom('promise_event')
      .select('person_id')
      .where('promise_id', '=', id)
      .where('kind', '=', 'said_done')
      .executeTakeFirstOrThrow();
    await tx
      .updateTable('promise_event')
      .set({ person_id: '00000000-0000-7000-8000-000000000000' })
      .where('person_id', '=', person_id)
      .execute();
  });
  const { events } = await seen(id);
  expect(events.at(-1)).toMatchObject({ office: '县交通运输局', name: null, words: WORDS });
});

/** What somebody was told of promises they follow, newest first. */
const heard = async (phone: TestPhone) =>
  (await phone.call(notifications.list, {})).items
    .filter(({ title }) => title.startsWith('您等的事'))
    .map(({ title, page }) => [title, page]);

test('whoever asks hears whether it is kept, on the page of that promise, each time once; nobody else does', async () => {
  const id = await promised(api, { dueOn: dayIn(api, 1) });
  const lin = await api.signedIn('lin');
  await expect(people.chen.call(promises.follow, { promises: [id, id], on: true })).resolves.toEqual({
    promises: [id],
  });
  await people.chen.call(promises.follow, { promises: [id], on: true });
  await lin.call(promises.follow, { promises: [id], on: true });
  await lin.call(promises.follow, { promises: [id], on: false });
  await expect(lin.call(promises.followed, {})).resolves.toEqual({ promises: [] });
  await expect(people.chen.call(promises.followed, {})).resolves.toEqual({ promises: [id] });
  const page = `promises/pages/promise/index?id=${id}`;
  await passDays(3);
  await api.runSchedules();
  const overdue = ['您等的事，过了日子没做到', page];
  await expect(heard(people.chen)).resolves.toEqual([overdue]);
  let { version } = await seen(id);
  ({ version } = await people.fang.call(promises.sayDone, { id, version, words: WORDS }));
  await people.admin.call(promises.look, { id, version, done: true, words: '去看过了，真的有。' });
  await api.runSchedules();
  await api.runSchedules();
  await expect(heard(people.chen)).resolves.toEqual([['您等的事，做到了', page], overdue]);
  await expect(heard(await api.signedIn('lin'))).resolves.toEqual([]);
});

test('nobody follows what is not public, and of several all or none', async () => {
  const hidden = await promised(api, { isPublic: false });
  const open = await promised(api);
  const both = { promises: [open, hidden], on: true };
  await expect(people.chen.problem(promises.follow, both)).resolves.toBe('not_found');
  await expect(people.chen.problem(promises.follow, { promises: [], on: true })).resolves.toBe('invalid_input');
  expect((await people.chen.call(promises.followed, {})).promises).not.toContain(open);
});

test('who follows is told some at a time, and all of them', async () => {
  const id = await promised(api);
  const crowd = Array.from({ length: 450 }, () => randomUUID());
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    const now = api.clock.now();
    await tx
      .insertInto('person')
      .values(
        crowd.map((person) => ({ jurisdiction: COUNTY, id: person, created_at: now, openid: person, seen_at: now })),
      )
      .execute();
    await tx
      .insertInto('promise_follower')
      .values(crowd.map((person_id) => ({ jurisdiction: COUNTY, promise_id: id, person_id, since: now })))
      .execute();
  });
  const done = await people.fang.call(promises.sayDone, { id, version: 1, words: WORDS });
  await people.admin.call(promises.look, { id, version: done.version, done: false, words: '去看过了，没有。' });
  for (let run = 0; run < 4; run += 1) await api.runSchedules();
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{
      told: number;
    }>`select count(*)::int as told from notification where kind = 'promise_followed' and subject_id = ${id}`.execute(
      tx,
    ),
  );
  expect(rows).toEqual([{ told: crowd.length }]);
});
