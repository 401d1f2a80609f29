import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { COUNTY, matterFor, testApi } from '../../functions/testing/api';
import { answer, follow, mine, moderate, rate, submit } from '../../shared/requests/contract';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

/** Somebody writes what others said already: it is shown, it is in nobody's way, and what they write goes as their own (decision 42). */
const TITLE = '上新屋井水发黄';
const WORDS = '我家井水这几天发黄，煮开一层白，不敢喝。';

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
const phone = (key: string) => api.signedIn(key);

beforeAll(async () => {
  browser = await openChromium();
  for (const key of ['chen', 'lin', 'clerk']) await api.verifyPhone(await phone(key), key);
});

afterAll(() => browser?.close());

async function published(words: string): Promise<string> {
  const chen = await phone('chen');
  const { id } = await chen.call(submit, matterFor('徐示例', { words, category: 'water', openness: 'public' }));
  await api.runSchedules();
  await (await phone('clerk')).call(moderate, { id, publish: true });
  return id;
}

async function begin(options = {}): Promise<Someone> {
  const lin = await openSomeone(browser, api, 'lin', options);
  await lin.open('/pages/home/index');
  await lin.tap('说件事');
  await lin.tap('徐示例');
  return lin;
}

const rowOf = (id: string) =>
  api.store.owner.inTenant(COUNTY, (tx) =>
    tx.selectFrom('request').select(['same_as', 'earlier_id', 'words']).where('id', '=', id).executeTakeFirstOrThrow(),
  );

async function newest(): Promise<string> {
  const lin = await phone('lin');
  const { items } = await lin.call(mine, { state: 'with_deputy' });
  return items[0]?.id ?? '';
}

test('joined from the first step on, with large letters too, and sent in one’s own words', async () => {
  const open = await published(`${TITLE}，烧开有一层白的，小孩喝了拉肚子。`);
  const looks = [{ size: 'elder' as const }, { size: 'elder-max' as const, width: 320 }, { dark: true }];
  const lin = await begin({ looks });
  await lin.write('井水黄');
  await lin.write(WORDS);
  await lin.see('有人说过差不多的');
  await lin.see('都不是，下一步');
  await lin.tap(TITLE);
  await lin.see('是一回事吗？');
  await lin.see(WORDS);
  await lin.tap('不是');
  await lin.see('什么事？');
  await lin.see('有人说过差不多的');
  await lin.tap(TITLE);
  await lin.tap('是一回事，加进去');
  await lin.see('在哪里？');
  for (const words of ['下一步', '下一步', '看一遍，再送出']) await lin.tap(words);
  await lin.see('和这件一样');
  await lin.see(TITLE);
  await lin.tap('送给徐代表');
  await lin.see(/编号/);
  expect(await rowOf(await newest())).toEqual({ same_as: open, earlier_id: null, words: WORDS });
  await lin.page.context().close();
});

test('of what was done already it is a new one, with the old one behind it; and it can be taken off again', async () => {
  const words = '村口井盖松了，车过一晃一晃的响。';
  const done = await published(words);
  await (await phone('xu')).call(answer, { id: done, words: '换好了。' });
  await (await phone('chen')).call(rate, { id: done, round: 1, outcome: 'solved' });
  const lin = await begin();
  await lin.write('村口井盖松了，又在响。');
  await lin.tap('村口井盖松了');
  await lin.see('这件早先办完了');
  await lin.tap('当新的说');
  await lin.see('在哪里？');
  await lin.page.goBack();
  await lin.see('加进：村口井盖松了');
  await lin.tap('不是一回事，去掉');
  await lin.tap('村口井盖松了');
  await lin.tap('当新的说');
  for (const one of ['下一步', '下一步', '看一遍，再送出', '送给徐代表']) await lin.tap(one);
  await lin.see(/编号/);
  const id = await newest();
  expect(await rowOf(id)).toMatchObject({ same_as: null, earlier_id: done });
  expect((await (await phone('lin')).call(follow, { id })).state).toBe('with_deputy');
  await lin.page.context().close();
});

test('without a network nothing appears, and writing goes on', async () => {
  const lin = await begin();
  await lin.page.route('**/requests/similar', (route) => route.abort());
  const asked = lin.page.waitForRequest('**/requests/similar');
  await lin.write(WORDS);
  await asked;
  await lin.tap('下一步');
  await lin.see('在哪里？');
  await lin.page.context().close();
});
