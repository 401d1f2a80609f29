import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { matterFor, testApi } from '../../functions/testing/api';
import * as requests from '../../shared/requests/contract';
import { openSomeone } from './browser';
import { openChromium } from './chromium';

const WORDS = '村口路灯坏了三盏，晚上看不见。';
const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
  const chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { words: WORDS, name: '陈试用' }));
  const clerk = await api.signedIn('clerk');
  await clerk.call(requests.seePhone, { id, reason: 'visit', words: '约您周三去看灯' });
  await api.runSchedules();
});
afterAll(() => browser?.close());

test('the office reads who looked and why, goes to the matter, takes the log along and has it checked', async () => {
  const office = await openSomeone(browser, api, 'admin', {
    width: 1280,
    compact: true,
    looks: [{ dark: true }, { width: 375 }, { width: 375, size: 'elder-max' }],
  });
  await office.open('/console/identity/pages/audit/index');
  await office.see('看了居民的电话');
  const choose = (words: string) =>
    office.page.getByLabel('看哪些').locator('visible=true').last().selectOption({ label: words });
  await choose('看过电话');
  await office.see('理由：约您周三去看灯');
  expect(office.page.url()).toContain('group=phones');
  await office.check();
  await office.tap('从头对一遍');
  await office.see(/^\d+ 条，一条接一条，都对得上。/);
  await office.check();
  await office.page.keyboard.press('e');
  await office.see('导出屏上的日志');
  await office.page.keyboard.press('Control+Enter');
  await office.see('导好了，1 行，10 分钟内打开。');
  await choose('自己的资料');
  await office.see('这些里头没有');
  await office.check();
  await choose('看过电话');
  await office.tap('看这件事');
  await office.see(WORDS);
  await office.page.context().close();
});
