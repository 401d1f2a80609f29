import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { deputyNamed, testApi } from '../../functions/testing/api';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

const WORDS = '村口到文化礼堂这段路，五盏路灯坏了三盏，晚上看不见。';
const TITLE = '村口到文化礼堂这段路';

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
const come = (person: string, options = {}) => openSomeone(browser, api, person, options);

beforeAll(async () => {
  browser = await openChromium();
});

afterAll(() => browser?.close());

describe('the journey, in a browser of 375 pixels', () => {
  let xin: Someone;
  let xu: Someone;

  test('somebody who comes for the first time picks a village and finds a deputy', async () => {
    xin = await come('xin', { place: false });
    await xin.open('/pages/home/index');
    await xin.see('先选您住的村');
    await xin.check();
    await xin.tap('先选您住的村');
    await xin.tap('白石镇');
    await xin.tap('草坪村');
    await xin.tap('就选 白石镇 草坪村');
    await xin.see('共 6 位');
    await xin.tap('徐示例');
    await xin.see('身份已核对');
    await xin.tap('哪些事代表不能办，该找谁');
  });

  test('writes, is told what is missing, confirms the phone and gets a number', async () => {
    await xin.tap('跟徐代表说件事');
    await xin.tap('下一步');
    await xin.see(/至少 10 个字/);
    await xin.write(WORDS);
    await xin.tap('下一步');
    await xin.see('在哪里？');
    await xin.tap('下一步');
    await xin.tap('下一步');
    await xin.see(/选一类/);
    await xin.tap('路、桥、路灯');
    await xin.tap('下一步');
    await xin.see('谁能看到？');
    await xin.tap('看一遍，再送出');
    await xin.see('第一次送出，要确认一下手机号。');
    await xin.tap('用微信手机号确认，送出');
    await xin.see('送到了');
    await xin.tap('看看这件事');
    await xin.see('现在在谁手里');
    await xin.see(TITLE);
  });

  test('the deputy sees it with its clock and answers', async () => {
    xu = await come('xu');
    await xu.open('/pages/mine/index');
    await xu.see('1 件等您回');
    await xu.check();
    await xu.tap(TITLE);
    await xu.see('没有超时');
    await xu.tap('回话');
    await xu.write('昨晚去看过，电缆断了，镇里月底前换好。');
    await xu.tap('送出回话');
    await xu.see(/等居民说解决了没有。居民点头/);
  });

  test('"not solved" gives it back with a new date; after another answer "solved" closes it', async () => {
    await xin.open('/pages/mine/index');
    await xin.tap('去看答复');
    await xin.tap('就这样');
    await xin.see(/先点一个/);
    await xin.tap('没解决');
    await xin.tap('就这样');
    await xin.see(/已经退回徐代表重办/);
    await xu.open('/pages/mine/index');
    await xu.page.reload();
    await xu.see('退回再办');
    await xu.check();
    await xu.tap('回话');
    await xu.write('灯昨天换好了，五盏都亮。');
    await xu.tap('送出回话');
    await xu.see(/居民点头/);
    await xin.open('/pages/mine/index');
    await xin.page.reload();
    await xin.tap('去看答复');
    await xin.tap('解决了');
    await xin.tap('就这样');
    await xin.see('您说：解决了');
    await xin.open('/pages/me/index');
    await xin.check();
    await xin.tap('消息');
    await xin.see(TITLE);
  });
});

const looks = [
  { width: 1280 },
  { width: 1280, dark: true },
  { size: 'elder' },
  { size: 'elder-max', dark: true },
] as const;

test('every screen holds in every look', async () => {
  const chen = await come('chen', { looks });
  for (const path of [
    '/pages/mine/index',
    '/pages/home/index',
    '/pages/me/index',
    '/directory/pages/place/index',
    '/identity/pages/about/index',
    '/notifications/pages/list/index',
  ]) {
    await chen.open(path);
    await chen.check();
  }
  const id = deputyNamed('徐示例').id;
  await chen.open(`/directory/pages/deputy/index?id=${id}`);
  await chen.see('什么事可以跟代表说');
  await chen.check();
  await chen.open(`/requests/pages/write/index?deputy=${id}`);
  await chen.see('什么事？');
  await chen.check();
  await chen.page.context().close();
});

test('the keyboard alone picks a village and opens a deputy', async () => {
  const lin = await come('lin', { width: 1280, place: false });
  await lin.open('/directory/pages/place/index');
  await lin.see('白石镇');
  const focusOn = async (words: string) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await lin.page.keyboard.press('Tab');
      if ((await lin.page.evaluate(() => document.activeElement?.textContent?.trim())) === words) return;
    }
    throw new Error(`the keyboard never reaches ${words}`);
  };
  await focusOn('白石镇');
  await lin.page.keyboard.press('Enter');
  await focusOn('草坪村');
  await lin.page.keyboard.press(' ');
  await focusOn('就选 白石镇 草坪村');
  await lin.page.keyboard.press('Enter');
  await lin.see('共 6 位');
  await lin.page.context().close();
});

test('a code that is no code, our side away, and no network: plain words and a way on', async () => {
  const chen = await come('chen', { keeps: true });
  await chen.open('/directory/pages/code/index?scene=330822-ZZZZZZZZZZ');
  await chen.see('没认出这个码');
  await chen.check();
  await chen.page.route('**/api/**', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'database_away', number: 'L-503-8K2M' }),
    }),
  );
  await chen.open(`/directory/pages/deputy/index?id=${deputyNamed('毛范例').id}`);
  await chen.see('我们这边出了点问题');
  await chen.see('问的时候报：L-503-8K2M');
  await chen.check();
  await chen.page.unroute('**/api/**');
  await chen.tap('再试一次');
  await chen.see('毛范例');
  await chen.page.context().setOffline(true);
  await chen.page.reload({ waitUntil: 'commit' }).catch(() => undefined);
  await chen.page.context().setOffline(false);
  await chen.page.context().close();
});

test('what was seen is seen without a network, and a request written then goes once when it is back', async () => {
  const chen = await come('chen', { keeps: true });
  await chen.open('/pages/mine/index');
  await chen.see('还没说过什么事');
  await api.verifyPhone(await api.signedIn('chen'), 'chen');
  await chen.open(`/requests/pages/write/index?deputy=${deputyNamed('徐示例').id}`);
  await chen.see('什么事？');
  await chen.write('水塘边护栏断了两根，小孩放学从那里过。');
  for (const words of ['下一步', '下一步']) await chen.tap(words);
  await chen.tap('水：喝的水、灌溉、河');
  await chen.tap('下一步');
  await chen.tap('看一遍，再送出');
  await chen.page.context().setOffline(true);
  await chen.tap('送给徐代表');
  await chen.see(/有网就自动送出，只送一次/);
  // It goes while another page lies on top, which stays.
  await chen.open('/pages/mine/index');
  await chen.see(/还没送出/);
  await chen.page.context().setOffline(false);
  await chen.see(/在徐代表手里/);
  expect(chen.page.url()).toContain('#/pages/mine/index');
  await chen.page.reload();
  await chen.see('水塘边护栏断了两根');
  await chen.see(/在徐代表手里/);
  await chen.page.context().close();
});

test('the bar that switches people is there on the local server alone', async () => {
  const here = await come('chen');
  await here.open('/pages/home/index');
  await here.see('演示，现在是');
  // Somebody else's phone, on which they were signed in long ago; who comes for the first time is nobody yet.
  const chooser = here.page.locator('#demo-person').locator('visible=true');
  await chooser.selectOption({ label: '代表 徐示例' });
  await here.page
    .getByLabel('信箱')
    .or(here.page.getByText('信箱', { exact: true }))
    .first()
    .waitFor();
  await chooser.selectOption({ label: '居民 陈试用' });
  await here.see('您的事');
  await here.see('水塘边护栏断了两根');
  const asked: string[] = [];
  here.page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
  await chooser.selectOption({ label: '代表 郑样本（第一次来）' });
  await here.see('共 6 位');
  expect(asked.filter((one) => one.startsWith('POST'))).toEqual([]);
  const elsewhere = await come('chen', { local: false });
  await elsewhere.open('/pages/home/index');
  await elsewhere.see('有事，找代表。');
  expect(await elsewhere.page.getByText('演示，现在是').count()).toBe(0);
  await elsewhere.open('/pages/mine/index');
  await elsewhere.see('请在微信里打开');
});
