import type { Browser, Route } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { deputyNamed, testApi, villageOf } from '../../functions/testing/api';
import { submit } from '../../shared/requests/contract';
import { openSomeone, type Someone, settled } from './browser';
import { openChromium } from './chromium';

const AWAY = { code: 'database_away', number: 'L-503-8K2M' };

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
let matter: string;

beforeAll(async () => {
  browser = await openChromium();
  const lin = await api.signedIn('lin');
  const input = { deputyId: deputyNamed('徐示例').id, village: villageOf('草坪村'), category: 'road' } as const;
  const words = '村口到文化礼堂的路灯坏了三盏。';
  matter = (await lin.call(submit, { ...input, words, openness: 'handlers', nameFor: 'deputy' })).id;
});

afterAll(() => browser?.close());

/** What there is to see once it is there. */
const SCREENS: [name: string, path: () => string, content: string | RegExp][] = [
  ['home', () => '/pages/home/index', '共 6 位'],
  ['place', () => '/directory/pages/place/index', '白石镇'],
  ['deputy', () => `/directory/pages/deputy/index?id=${deputyNamed('徐示例').id}`, '身份已核对'],
  ['my matters', () => '/pages/mine/index', '在徐代表手里。'],
  ['one matter', () => `/requests/pages/follow/index?id=${matter}`, '现在在谁手里'],
  ['messages', () => '/notifications/pages/list/index', '还没有消息'],
];

describe.each(SCREENS)('%s', (_, path, content) => {
  let lin: Someone;

  beforeEach(async () => {
    lin = await openSomeone(browser, api, 'lin');
    // For half a minute the browser itself would answer for the directory.
    const inside = await lin.page.context().newCDPSession(lin.page);
    await inside.send('Network.setCacheDisabled', { cacheDisabled: true });
  });
  afterEach(() => lin.page.context().close());
  const answerWith = (how: (route: Route) => unknown) => lin.page.route('**/{api,stand-in}/**', (route) => how(route));
  const answerAgain = () => lin.page.unroute('**/{api,stand-in}/**');

  test('while it comes there is a skeleton, and no words jump about', async () => {
    let release = () => {};
    const released = new Promise<void>((done) => {
      release = done;
    });
    await answerWith((route) => released.then(() => route.continue()));
    await lin.open(path());
    await lin.page.locator('[aria-busy="true"]').locator('visible=true').first().waitFor();
    release();
    await lin.see(content);
    await lin.check();
  });

  test('when our side is away it says so, and 再试一次 brings it', async () => {
    await answerWith((route) =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', body: JSON.stringify(AWAY) }),
    );
    await lin.open(path());
    await lin.see(/我们这边出了点问题/);
    await lin.check();
    await answerAgain();
    await lin.tap('再试一次');
    await lin.see(content);
  });

  test('without a network it says so; what was seen before stays, with its time', async () => {
    await answerWith((route) => route.abort('internetdisconnected'));
    await lin.open(path());
    await lin.see(/没有网/);
    await lin.check();
    await answerAgain();
    await lin.tap('再试一次');
    await lin.see(content);
    await answerWith((route) => route.abort('internetdisconnected'));
    // What came half a second ago is not asked again.
    await api.clock.advance(1_000);
    await lin.page.reload();
    await lin.see(content);
    await lin.see(/没有网。看到的是今天/);
    await lin.check();
  });
});

test('with nothing to show, one next step', async () => {
  const xin = await openSomeone(browser, api, 'xin', { place: false });
  for (const [path, words] of [
    ['/pages/mine/index', '还没说过什么事'],
    ['/notifications/pages/list/index', '还没有消息'],
    ['/requests/pages/write/index', '先选您住的村'],
    ['/requests/pages/sent/index?id=gone', '去看我的事'],
  ] as const) {
    await xin.open(path);
    await xin.see(words);
    await xin.check();
  }
  await xin.page.context().close();
});

test('a page whose code comes late, when its reader has gone back, is not shown any more', async () => {
  const lin = await openSomeone(browser, api, 'lin');
  await lin.open('/pages/me/index');
  let come = () => {};
  const late = new Promise<void>((arrived) => {
    come = arrived;
  });
  let asked = () => {};
  const under = new Promise<void>((way) => {
    asked = way;
  });
  await lin.page.route(/\.js$/, async (route) => {
    asked();
    await late;
    await route.continue();
  });
  await lin.page.evaluate(() => location.assign('#/identity/pages/sessions/index'));
  await under;
  await lin.page.goBack();
  await lin.page.waitForURL(/pages\/me\/index/);
  const arrived = lin.page.waitForResponse(/\.js$/);
  come();
  await (await arrived).finished();
  await settled(lin.page);
  expect(await lin.page.evaluate(() => document.querySelector('.taro_page_show')?.id.split('?')[0])).toBe(
    '/pages/me/index',
  );
  await lin.see('字平常');
  await lin.page.context().close();
});
