import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { matterFor, testApi } from '../../functions/testing/api';
import * as requests from '../../shared/requests/contract';
import { openSomeone } from './browser';
import { openChromium } from './chromium';

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
const DAY_MS = 86_400_000;
const DESK = '/console/requests/pages/dashboard/index';
const WIDE = { width: 1280, compact: true };
const LOOKS = [
  ['375', { width: 375, compact: false }],
  ['elder-max-dark', { width: 375, size: 'elder-max', dark: true }],
  ['elder', { size: 'elder' }],
  ['dark', { dark: true }],
] as const;
let browser: Browser;

/** `LOOK=directory`: pictures of every state, to be looked at. */
const look = process.env.LOOK;
if (look) mkdirSync(look, { recursive: true });

const sitting = (person: string, options = {}) => openSomeone(browser, api, person, { ...WIDE, ...options });
type Sitting = Awaited<ReturnType<typeof sitting>>;
const picture = async ({ page }: Sitting, name: string) => {
  if (look) await page.screenshot({ path: join(look, `${name}.png`), fullPage: true });
};

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser?.close());

test('before anything came there is nothing, and it says so', async () => {
  const clerk = await sitting('clerk');
  await clerk.open(DESK);
  await clerk.see('这段时间还没有收到');
  await clerk.check();
  await picture(clerk, 'empty');
  await clerk.page.keyboard.press('t');
  await clerk.see('合计这样对得上');
  await clerk.check();
});

test('the office sees the county, follows a figure to its list, and finds the same in the table', async () => {
  const chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  const ids: string[] = [];
  for (const [at, category] of (['road', 'road', 'water', 'care', 'waste', 'road', 'land'] as const).entries())
    ids.push(
      (await chen.call(requests.submit, matterFor('徐示例', { category, words: `第 ${at + 1} 件：请来看看这里。` })))
        .id,
    );
  api.clock.advance(3 * DAY_MS);
  const deputy = await api.signedIn('xu');
  for (const id of ids.slice(0, 4)) await deputy.call(requests.answer, { id, words: '已经修好了，请看看。' });
  const resident = await api.signedIn('chen');
  const rate = async (id: string, outcome: 'solved' | 'not_solved') => {
    const { round, answer } = await resident.call(requests.follow, { id });
    await resident.call(requests.rate, { id, round, answerId: answer?.id ?? '', outcome });
  };
  await rate(ids[0] as string, 'solved');
  await rate(ids[1] as string, 'not_solved');
  api.clock.advance(30 * DAY_MS);
  await api.runSchedules();

  const office = await sitting('admin');
  await office.open(DESK);
  await office.see('现在还在办');
  await office.see('谁说办完了');
  await office.see('2027 年的放假表还没有。');
  await office.check();
  await picture(office, 'charts');
  // By keys alone: the table, and from a figure to the list that holds just these.
  await office.page.keyboard.press('t');
  await office.see('合计这样对得上');
  await office.check();
  await picture(office, 'table');
  expect(office.page.url()).toContain('view=table');
  const link = office.page.getByRole('link', { name: /^路、桥、路灯，收到 3 件/ }).first();
  await link.focus();
  await office.page.keyboard.press('Enter');
  await office.see(/^只看：路、桥、路灯/);
  await office.page.locator('.worklist-row').first().waitFor();
  expect(await office.page.locator('.worklist-row').count()).toBe(3);
  await office.check();
  await picture(office, 'list');
  await office.page.getByRole('button', { name: '看全部' }).press('Enter');
  await office.page.waitForFunction(() => !document.querySelector('.worklist-filter'));

  // What is chosen is in the address, and whoever opens that sees the same.
  await office.open(DESK);
  await office.page.getByRole('combobox', { name: '什么事' }).selectOption({ label: '水：喝的水、灌溉、河' });
  await office.page.waitForFunction(() => window.location.hash.includes('category=water'));
  await office.see('这段时间收到 1 件');
  await office.page.reload();
  await office.see('这段时间收到 1 件');
  expect(await office.page.getByRole('combobox', { name: '什么事' }).inputValue()).toBe('water');
  for (const [name, options] of LOOKS) {
    const one = await sitting('admin', options);
    await one.open(DESK);
    await one.see('谁说办完了');
    await one.check();
    await picture(one, `charts-${name}`);
    await one.open(`${DESK}?view=table`);
    await one.see('合计这样对得上');
    await one.check();
    await picture(one, `table-${name}`);
  }
}, 300_000);
