import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { matterFor, testApi } from '../../functions/testing/api';
import type { TestPhone } from '../../functions/testing/phone';
import { sentPicture } from '../../functions/testing/pictures';
import * as requests from '../../shared/requests/contract';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

const WORDS = '村口开小卖部的阿明门前，路灯坏了三盏。';
const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
let chen: TestPhone;
let id: string;

beforeAll(async () => {
  browser = await openChromium();
  chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  const pictures = [await sentPicture(chen)];
  id = (await chen.call(requests.submit, matterFor('徐示例', { words: WORDS, name: '陈试用', pictures }))).id;
  await api.runSchedules();
});

afterAll(() => browser?.close());

const looks = [{ size: 'elder-max', dark: true }, { width: 1280 }] as const;
/** What is kept of words that were not sent. */
const formsOn = ({ page }: Someone) =>
  page.evaluate(() =>
    Object.keys(localStorage).filter(
      (key) => key.startsWith('lianxin.forms.') && localStorage.getItem(key)?.includes('没送出'),
    ),
  );
const dialog = ({ page }: Someone) => page.getByRole('dialog');

test('at the desk: the phone with a reason, and words hidden and shown again, by keys', async () => {
  const clerk = await openSomeone(browser, api, 'clerk', { width: 1280, compact: true, looks: [{ dark: true }] });
  await clerk.open(`/console/requests/pages/worklist/index?box=open&id=${id}`);
  await clerk.see(WORDS);
  await clerk.page.keyboard.press('l');
  await clerk.see('先点为什么要看。');
  await clerk.check();
  await clerk.tap('约时间、约地方');
  await clerk.see('写一句，居民看得到。');
  await dialog(clerk).getByLabel('写一句，说给居民听').last().fill('约您周三去看灯');
  await clerk.page.keyboard.press('Control+Enter');
  await clerk.see('138 0000 0001');
  await clerk.check();
  await clerk.page.keyboard.press('Escape');
  await clerk.see(/看了居民电话/);
  expect(await clerk.page.getByText('138 0000 0001').count()).toBe(0);

  await clerk.page.keyboard.press('h');
  await clerk.see(/先在左边选字/);
  await clerk.check();
  const said = dialog(clerk).getByLabel('说的话');
  await said.focus();
  await clerk.page.keyboard.press('Control+Home');
  for (let step = 0; step < 6; step += 1) await clerk.page.keyboard.press('ArrowRight');
  for (let step = 0; step < 2; step += 1) await clerk.page.keyboard.press('Shift+ArrowRight');
  await clerk.see('村口开小卖部〇〇明门前，路灯坏了三盏。');
  await dialog(clerk).getByLabel('要隐去的字').last().fill('阿明');
  await clerk.page.keyboard.press('Control+Enter');
  await clerk.see('隐去了');
  await clerk.see('村口开小卖部的〇〇门前，路灯坏了三盏。');
  await clerk.check();
  expect((await (await api.signedIn('clerk')).call(requests.follow, { id })).hidden).toEqual(['阿明']);
  await clerk.tap('放出来');
  await clerk.see('放出来了');
  await clerk.page.context().close();
  expect((await (await api.signedIn('clerk')).call(requests.follow, { id })).hidden).toEqual([]);
});

test('the resident reads who looked and why, from the message and from 我的资料; who was never looked at reads so', async () => {
  const me = await openSomeone(browser, api, 'chen', { looks });
  await me.open('/notifications/pages/list/index');
  await me.tap(/看了电话：约您周三去看灯/);
  await me.see('今年 1 次');
  await me.see('草坪村代表联络站 舒示例');
  await me.see('理由：约时间、约地方。约您周三去看灯');
  await me.check();
  await me.page.context().close();
  const lin = await openSomeone(browser, api, 'lin', { looks });
  await lin.open('/requests/pages/looks/index');
  await lin.see('还没有人看过');
  await lin.check();
  await lin.page.context().close();
});

test('我的资料: seen, put right, taken along, and erased after one more look', async () => {
  const me = await openSomeone(browser, api, 'chen', { looks });
  await me.open(`/requests/pages/follow/index?id=${id}`);
  await me.tap('补充几句');
  await me.page.getByRole('textbox').locator('visible=true').last().fill('电话 138 0000 0001，没送出的话');
  expect((await formsOn(me)).length).toBeGreaterThan(0);
  await me.open('/pages/me/index');
  await me.tap('我的资料');
  await me.see('这里存了您这些');
  await me.see('138 **** 0001');
  await me.check();
  await me.tap('说过的事 1 条');
  await me.see(`您说：${WORDS}`);
  await me.check();
  await me.page.getByLabel('改名字').last().click();
  await me.page.getByLabel('以后叫您什么').locator('visible=true').last().fill('陈改名');
  await me.tap('就改成这个');
  await me.see('陈改名');
  await me.tap('拷一份');
  const [file] = await Promise.all([me.page.waitForEvent('download'), me.tap('拷成文字')]);
  expect(file.suggestedFilename()).toMatch(/^lianxin-\d{4}-\d\d-\d\d\.txt$/);
  await me.see('存到下载里了。');
  const [data] = await Promise.all([me.page.waitForEvent('download'), me.tap('拷成数据，给别的软件用')]);
  expect(data.suggestedFilename()).toMatch(/\.json$/);
  const [all] = await Promise.all([me.page.waitForEvent('download'), me.tap('连照片一起拷')]);
  expect(all.suggestedFilename()).toMatch(/\.zip$/);
  const files = unzipSync(readFileSync(await all.path()));
  expect(Object.keys(files)).toEqual(['连心站-我的资料.txt', '连心站-我的资料.json', '照片/001.jpg']);
  expect(strFromU8(files['连心站-我的资料.txt'] ?? new Uint8Array())).toContain('照片：照片/001.jpg');
  await me.check();
  await me.tap('全部删掉');
  await me.see('删了，就找不回来了');
  await me.see('还有 1 件事在办。删了，办好也没法告诉您。');
  await me.tap('删掉我的资料');
  await me.see('名字、电话都删了');
  expect(await formsOn(me)).toEqual([]);
  await me.see(/凭这个号问：[0-9A-Z]{8}。/);
  await me.tap('回首页');
  await me.page.context().close();
  expect(await chen.problem(requests.submit, matterFor('徐示例'))).toBe('session_ended');
});

test('who works there is told to give the role back first', async () => {
  const xu = await openSomeone(browser, api, 'xu');
  await xu.open('/identity/pages/erase/index');
  await xu.see('您还有工作身份，先请人大办公室收回，再来删。');
  await xu.check();
  expect(await xu.page.getByText('删掉我的资料').count()).toBe(0);
  await xu.page.context().close();
});
