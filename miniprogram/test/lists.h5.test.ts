import type { Browser, Page } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { matterFor, testApi } from '../../functions/testing/api';
import * as requests from '../../shared/requests/contract';
import { openSomeone } from './browser';
import { openChromium } from './chromium';

/** What a phone keeps of what was seen: lists as long as they were, no page of a right that is gone, and no day but the server's. */

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
const DAY_MS = 86_400_000;
const MANY = 45;
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
  const lin = await api.signedIn('lin');
  await api.verifyPhone(lin, 'lin');
  for (let number = 1; number <= MANY; number += 1)
    await lin.call(
      requests.submit,
      matterFor('毛范例', { words: `第 ${String(number).padStart(2, '0')} 处路面有坑，下雨积水，请修一修。` }),
    );
});

afterAll(() => browser?.close());

const come = (person: string, options = {}) => openSomeone(browser, api, person, options);
const rows = (page: Page) => page.getByText(/^第 \d\d 处/).locator('visible=true');
const more = (page: Page) => page.getByText('再看一些', { exact: true }).locator('visible=true').last();

/** Pages that are asked for one after the other, until there are so many rows. */
async function openRows(page: Page, wanted: number): Promise<void> {
  await rows(page).first().waitFor();
  while ((await rows(page).count()) < wanted) {
    const before = await rows(page).count();
    await more(page).click();
    await rows(page).nth(before).waitFor();
  }
}

test.each([
  ["a resident's matters", 'lin', '/pages/mine/index'],
  ["a deputy's inbox", 'mao', '/pages/mine/index'],
])('%s are as long after going back, and where they were', async (_, person, path) => {
  const { page, open, see, check } = await come(person);
  await open(path);
  await openRows(page, MANY);
  const row = rows(page).nth(MANY - 3);
  const words = (await row.textContent()) ?? '';
  await row.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await row.hover();
  const at = await row.evaluate((element) => element.getBoundingClientRect().top);
  await page.mouse.down();
  await page.mouse.up();
  await see(/^编号/);
  await check();
  await page.goBack();
  // Both pages are seen while one slides away.
  await page.getByText(/^编号/).locator('visible=true').last().waitFor({ state: 'hidden' });
  await rows(page)
    .nth(MANY - 1)
    .waitFor();
  const again = page.getByText(words, { exact: true }).locator('visible=true').last();
  expect(Math.abs((await again.evaluate((element) => element.getBoundingClientRect().top)) - at)).toBeLessThan(40);
  await page.context().close();
});

test('the list of the desk is as it was left: its box, its pages, its place and the matter beside it', async () => {
  const { page, open, tap, see } = await come('clerk', { width: 1280, compact: true });
  await open('/console/requests/pages/worklist/index');
  await tap(/^在办/);
  const listed = page.locator('.worklist-row');
  await listed.first().waitFor();
  await more(page).click();
  await listed.nth(25).waitFor();
  const words = (await listed.nth(25).locator('b').textContent()) ?? '';
  await listed.nth(25).click();
  await tap('登记');
  await see('先填来人的名字。');
  await tap('事情');
  await page.locator('.worklist-row.selected').filter({ hasText: words }).waitFor();
  await page.waitForFunction(() => (document.querySelector('.worklist-scroll')?.scrollTop ?? 0) > 0);
  await page.context().close();
});

test('what was given to somebody else is not shown again, with or without a network', async () => {
  const mao = await api.signedIn('mao');
  const { id } = await (await api.signedIn('lin')).call(
    requests.submit,
    matterFor('毛范例', { words: '只给毛代表看的一件事，不该再看到。' }),
  );
  const path = `/requests/pages/follow/index?id=${id}`;
  const one = await come('mao');
  await one.open(path);
  await one.see('只给毛代表看的一件事，不该再看到。');
  const { deputies } = await mao.call(requests.group, { id });
  await mao.call(requests.pass, { id, deputyId: deputies[0]?.id ?? '', words: '在您的选区' });
  await one.page.reload();
  await one.see('这里打不开');
  const kept = () =>
    one.page.evaluate(() => JSON.stringify(localStorage).includes('只给毛代表看的一件事，不该再看到。'));
  expect(await kept()).toBe(false);
  await one.page.route('**/{api,stand-in}/**', (route) => route.abort('internetdisconnected'));
  await one.page.reload();
  await one.see('现在没有网');
  await one.page.context().close();
});

test('somebody else on the same phone sees nothing of what was seen', async () => {
  const one = await come('lin');
  await one.open('/pages/mine/index');
  await rows(one.page).first().waitFor();
  await one.page.evaluate(() => {
    localStorage.setItem('lianxin.demo-person', 'chen');
    const name = Object.keys(localStorage).find((key) => key.startsWith('lianxin.session.')) as string;
    const { data } = JSON.parse(localStorage.getItem(name) as string);
    const ended = { accessExpiresAt: '2020-01-01T00:00:00.000Z', refreshToken: `${data.refreshToken.slice(0, -3)}AAA` };
    localStorage.setItem(name, JSON.stringify({ data: { ...data, ...ended } }));
  });
  await one.page.reload();
  await one.see('我的事');
  await one.check();
  expect(await one.page.evaluate(() => JSON.stringify(localStorage).includes('处路面有坑'))).toBe(false);
  await one.page.context().close();
});

test("a phone's clock that is twenty days wrong makes nothing late, and nothing in time", async () => {
  const late = async (days: number) => {
    const { page, open, check } = await come('mao');
    await page.context().addInitScript((ms) => {
      const Right = Date;
      const wrong = () => Right.now() + ms;
      window.Date = new Proxy(Right, {
        construct: (_, given, as) => Reflect.construct(Right, given.length ? given : [wrong()], as),
        get: (_, name) => (name === 'now' ? wrong : Reflect.get(Right, name)),
      });
    }, days * DAY_MS);
    await open('/pages/mine/index');
    await rows(page).first().waitFor();
    await check();
    const count = await page.getByText('超时了', { exact: true }).locator('visible=true').count();
    await page.context().close();
    return count;
  };
  expect(await Promise.all([late(20), late(-20)])).toEqual([0, 0]);
});

test('a double tap is one press: it walks one step, and presses nothing that comes under the finger', async () => {
  const { page, open, tap, see, write } = await come('lin');
  await open('/requests/pages/write/index');
  await tap('哪位代表都行');
  await write('井盖松了，晚上有人绊倒，请来看一看。');
  await page.getByText('下一步', { exact: true }).locator('visible=true').last().dblclick();
  await see('第 2 步，共 4 步');
  await page.context().close();
});
