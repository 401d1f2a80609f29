import type { Browser } from 'playwright-core';
import { offices } from '../../functions/appraisals/testing/campaign';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { testApi } from '../../functions/testing/api';
import { proposeSetting } from '../../shared/directory/contract/office';
import { openSomeone } from './browser';
import { openChromium } from './chromium';

/** What the county decides for itself: one of the office proposes, another one agrees or does not. */
const api = testApi({ pages: async () => h5Pages(await build('h5')) });
const PAGE = '/console/directory/pages/settings/index';
const WIDE = { width: 1280, compact: true } as const;
const LOOKS = {
  ...WIDE,
  looks: [
    { dark: true },
    { width: 375, compact: false },
    { width: 375, size: 'elder-max', dark: true },
    { size: 'elder' },
  ],
} as const;
const WHY = '主任会议第八次会议定的';
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
  await offices(api);
});
afterAll(() => browser?.close());

test('with the keyboard alone one proposes, another agrees, and it holds; what it changes and what not is said', async () => {
  const guan = await openSomeone(browser, api, 'admin', LOOKS);
  const { keyboard } = guan.page;
  await guan.open(PAGE);
  await guan.see('凭什么：信访工作条例第二十三条 15 天内告知，第三十四条最多 60 天');
  await guan.see('还没有改过。');
  await guan.see('在办的，最晚哪天答复不变');
  await guan.check();
  await keyboard.press('j');
  await guan.see('从现在起新问的');
  await keyboard.press('k');
  expect(guan.page.url()).toContain('setting=answerTerm');
  await keyboard.press('Enter');
  await guan.see('正在改');
  const count = guan.page.getByLabel('几天（1 到 60）').locator('visible=true').last();
  await count.fill('90');
  await guan.see('写一个数，最少 1 天，最多 60 天。');
  await count.fill('15');
  await guan.see('和现在的一样，不用改。');
  await count.fill('20');
  await guan.see('写一句为什么改。');
  await guan.page.getByLabel('为什么改').locator('visible=true').last().fill(WHY);
  await guan.check();
  await keyboard.press('Control+Enter');
  await guan.see('送出去了，等另一个人点');
  await guan.see('几天内答复居民：15 个工作日 → 20 个工作日');
  await guan.check();

  const lin = await openSomeone(browser, api, 'lin', LOOKS);
  await lin.open(PAGE);
  await lin.see(new RegExp(`管范例提的。因为：${WHY}$`));
  await lin.check();
  await lin.page.getByRole('button', { name: '同意：几天内答复居民', exact: true }).click();
  await lin.see('同意了，从现在起按新的');
  await lin.see('现在：20 个工作日');
  await lin.see('15 个工作日 → 20 个工作日');
  await lin.see(/林试样同意了，从那时起按新的$/);
  await lin.check();
  await lin.page.context().close();
  await guan.page.context().close();
});

test('another does not agree, and says why; one’s own is taken back with Z', async () => {
  const lin = await openSomeone(browser, api, 'lin', LOOKS);
  const { keyboard } = lin.page;
  const guan = await api.signedIn('admin');
  await guan.call(proposeSetting, { setting: 'remindDays', value: { days: 20 }, reason: WHY });
  await lin.open(`${PAGE}?group=${encodeURIComponent('提醒')}&setting=remindDays`);
  await lin.see('这一条有人提了，在上面等另一个人点。点过了才能再提。');
  await lin.page.getByRole('button', { name: '不同意：答应的事到期前几天提醒部门' }).click();
  await lin.see('写一句为什么。');
  await lin.page.getByRole('dialog').getByLabel('为什么不同意').last().fill('太早了，部门会忘');
  await lin.check();
  await keyboard.press('Control+Enter');
  await lin.see('没有改，还按现在的');
  await lin.see(/林试样没同意：太早了，部门会忘$/);
  await lin.see('现在：7 天');
  const change = lin.page.getByRole('button', { name: /^改这一条/ });
  await change.waitFor();
  await keyboard.press('Enter');
  await lin.page.getByLabel('几天（1 到 60）').locator('visible=true').last().fill('9');
  await lin.page.getByLabel('为什么改').locator('visible=true').last().fill(WHY);
  await keyboard.press('Control+Enter');
  await lin.see('答应的事到期前几天提醒部门：7 天 → 9 天');
  await keyboard.press('z');
  await lin.see('撤回了，没有改');
  await lin.see(/林试样自己撤回了，没有改$/);
  await change.waitFor();
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await lin.see('现在：7 天');
  await lin.page.context().close();
});

test('days off are put together, sent as one, and the year without a table is told', async () => {
  const guan = await openSomeone(browser, api, 'admin', LOOKS);
  const { page } = guan;
  await guan.open(PAGE);
  await guan.see('2027 年的放假表还没有。');
  await page.keyboard.press('h');
  await page.getByLabel('从哪天').locator('visible=true').last().fill('2027-02-05');
  await page.getByLabel('到哪天（只有一天就不选）').locator('visible=true').last().fill('2027-02-07');
  await guan.tap('加上这 3 天');
  await page.getByLabel('从哪天').locator('visible=true').last().fill('2027-02-14');
  await guan.tap('上班');
  await guan.tap('加上这一天');
  await guan.see('2027 年 2 月 14 日上班');
  await page.getByRole('button', { name: /^不改：2027 年 2 月 7 日放假$/ }).click();
  await page.getByLabel('为什么改').locator('visible=true').last().fill('国务院办公厅的通知');
  await guan.check();
  await page.keyboard.press('Control+Enter');
  await guan.see('和全国不一样的日子：2027 年 2 月 5 日放假，2027 年 2 月 6 日放假，2027 年 2 月 14 日上班');
  await page.context().close();
  const lin = await openSomeone(browser, api, 'lin', LOOKS);
  await lin.open(`${PAGE}?setting=calendar`);
  await lin.page.getByRole('button', { name: '同意：和全国不一样的日子', exact: true }).click();
  await lin.see('3 天和全国不一样');
  await lin.page.getByText('2027 年的放假表还没有。').waitFor({ state: 'detached' });
  await lin.check();
  await lin.page.context().close();
});

test('a clerk is told whose page it is; in a narrow window one thing stands at a time', async () => {
  const clerk = await openSomeone(browser, api, 'clerk', WIDE);
  await clerk.open(PAGE);
  await clerk.see('这一页归人大办公室');
  await clerk.page.context().close();
  const guan = await openSomeone(browser, api, 'admin', {});
  await guan.open(PAGE);
  await guan.tap('几个月内答复');
  await guan.see('会变的');
  expect(await guan.page.getByRole('table').locator('visible=true').count()).toBe(0);
  await guan.tap('回到单子');
  await guan.page.getByRole('table').locator('visible=true').waitFor();
  await guan.page.context().close();
});

test('what a class is called is written in words, neither too few nor too many', async () => {
  const guan = await openSomeone(browser, api, 'admin', LOOKS);
  const { page } = guan;
  await guan.open(`${PAGE}?setting=suggestionClassB`);
  await guan.see(/早先答的也用新的说法/);
  await page.keyboard.press('Enter');
  await guan.see('正在改');
  const words = page.getByLabel('怎么写（2 到 20 个字）').locator('visible=true').last();
  await words.fill('办');
  await guan.see('再多写几个字，至少 2 个字。');
  await words.fill('列入计划，逐步解决');
  await page.getByLabel('为什么改').locator('visible=true').last().fill(WHY);
  await guan.check();
  await page.keyboard.press('Control+Enter');
  await guan.see('B 类怎么说：正在办，或排进了计划 → 列入计划，逐步解决');
  await guan.check();
  await page.context().close();
});
