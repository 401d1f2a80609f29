import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { departmentsNamed, seedDepartments } from '../../functions/local/seed/departments';
import { matterFor, testApi } from '../../functions/testing/api';
import { addDays } from '../../shared/kernel/days';
import * as requests from '../../shared/requests/contract';
import { openSomeone } from './browser';
import { openChromium } from './chromium';

/** A department answers with a promise at the desk, by keys alone; its resident sees it, and is asked on its day. */
const api = testApi({ pages: async () => h5Pages(await build('h5')) });
const DAY_MS = 86_400_000;
const LOOKS = [{ size: 'elder-max' }, { dark: true }, { width: 1280 }] as const;
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
  await seedDepartments(api.services);
});
afterAll(() => browser?.close());

test('class B at the desk, what it promised on the phone, and the question on its day', async () => {
  const chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  const { id } = await chen.call(
    requests.submit,
    matterFor('徐示例', { words: '文化礼堂旁的路灯坏了一盏，晚上看不见。' }),
  );
  await (await api.signedIn('xu')).call(requests.refer, { id });
  const seen = (await chen.call(requests.follow, { id })).events[0]?.id ?? '';
  const clerk = await api.signedIn('clerk');
  await clerk.call(requests.assign, { id, seen, departmentId: departmentsNamed(['县住建局'])[0] ?? '' });
  const day = addDays((await chen.call(requests.follow, { id })).today, 19);

  const lu = await openSomeone(browser, api, 'lu', { width: 1280, compact: true });
  await lu.open('/console/requests/pages/assigned/index');
  await lu.see('等您收下');
  const { keyboard } = lu.page;
  const dialog = lu.page.getByRole('dialog');
  await keyboard.press('w');
  await lu.see('先定一类。');
  await dialog.getByRole('radio', { name: /^B/ }).focus();
  await keyboard.press('Enter');
  await dialog.getByLabel('第 1 件，做到什么').last().waitFor();
  await lu.check();
  await dialog.getByLabel('跟居民说').last().focus();
  await keyboard.type('五盏里亮了四盏，最里面那盏要换新杆。');
  await lu.see('第 1 件，写清楚做到什么。');
  await dialog.getByLabel('第 1 件，做到什么').last().focus();
  await keyboard.type('文化礼堂旁换新灯杆，灯亮');
  await dialog.getByLabel('第 1 件，哪天前').last().fill(day);
  // One more by its key, where nobody types; and away again.
  await dialog.getByRole('radio', { name: /^B/ }).focus();
  await keyboard.press('p');
  await lu.see('第 2 件，写清楚做到什么。');
  await lu.page.waitForFunction(() => document.activeElement?.closest('.promise-words') !== null);
  await keyboard.type('p');
  await lu.check();
  await dialog.getByRole('button', { name: '去掉这件，第 2 件' }).focus();
  await keyboard.press('Enter');
  await dialog.getByText('它答应的事').waitFor();
  await lu.check();
  await keyboard.press('Control+Enter');
  await lu.see('答复送给居民了');
  await lu.see('部门答应的事');
  await lu.check();
  await lu.page.context().close();

  const resident = await openSomeone(browser, api, 'chen', { looks: LOOKS });
  await resident.open(`/requests/pages/follow/index?id=${id}`);
  await resident.see('它答应的事');
  await resident.see(/再问您$/);
  await resident.check();
  await resident.tap('文化礼堂旁换新灯杆，灯亮');
  await resident.see('怎么才算做到');
  await resident.check();
  await resident.tap('谁说的，一路怎么走的');
  await resident.see('现在就说');
  await resident.page.context().close();

  api.clock.advance(19 * DAY_MS);
  await api.runSchedules();
  const later = await openSomeone(browser, api, 'chen');
  await later.open(`/requests/pages/follow/index?id=${id}`);
  await later.see('您说，解决了吗？');
  await later.see('今天到日子');
  await later.see('县住建局答应的到时候了，问您解决了没有');
  await later.check();
  await later.tap('没解决');
  await later.tap('就这样');
  await later.see(/^您说没解决，已经退回县住建局重办/);
  await later.page.context().close();
});
