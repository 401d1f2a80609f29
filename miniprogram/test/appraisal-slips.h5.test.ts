import type { Browser } from 'playwright-core';
import { draftOf, inDays, offices, openCampaign, withDepartments } from '../../functions/appraisals/testing/campaign';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { testApi } from '../../functions/testing/api';
import { slips } from '../../shared/voting/contract';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
const page = (name: 'slips' | 'entry', id: string) => `/console/appraisals/pages/${name}/index?id=${id}`;

let browser: Browser;
beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser?.close());

/** Types one slip: the same digit everywhere, and another one in its last cell. */
async function type({ page }: Someone, serial: string, digit: string, last = digit): Promise<void> {
  await page.getByLabel('票号，扫码或者打').fill(serial);
  // As a scanner ends what it read.
  await page.keyboard.press('Enter');
  const cells = page.locator('table input');
  await cells.first().waitFor();
  await page.locator('table input:focus').waitFor();
  for (let left = await cells.count(); left > 0; left -= 1) await page.keyboard.press(left === 1 ? last : digit);
  await page.keyboard.press('Control+Enter');
}

/** A busy machine: what a page draws comes some time after what it does. */
function drawsSeldom({ page }: Someone): Promise<void> {
  return page.evaluate(() => {
    const draw = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (drawn) => draw(() => setTimeout(() => drawn(performance.now()), 200));
  });
}

test('a book is printed, a slip handed out, typed twice with a mismatch, and settled', async () => {
  const departments = await withDepartments(api);
  const office = await offices(api);
  const id = await openCampaign(api, office, draftOf(departments, inDays(api, 10), { electorates: ['residents'] }));
  const admin = await openSomeone(browser, api, 'admin', { width: 1280, compact: true });
  await admin.open(page('slips', id));
  await admin.see('还没有印过纸票。');
  // A key leads to it.
  await admin.page.keyboard.press('p');
  await admin.page.locator('[aria-label="印一本"] select:focus').waitFor();
  await admin.page.getByLabel('哪个站').selectOption({ label: '白石镇代表联络站' });
  await admin.page.getByLabel(/^多少张/).fill('6');
  await admin.tap('印一本');
  await admin.see('打开');
  await admin.check();
  const clerk = await openSomeone(browser, api, 'clerk', { width: 1280, compact: true });
  await clerk.open(page('slips', id));
  await clerk.page.getByLabel('手机号').fill('13800100001');
  await clerk.tap('问过了，发一张');
  await clerk.see(/^记下了/);
  await clerk.tap('勾错了号？');
  await clerk.page.getByLabel('勾错的手机号').fill('13800100009');
  await clerk.tap('收回这一勾');
  await clerk.see(/^您今天在这个站没有勾过这个号码，请看看号码。/);
  await clerk.check();
  await clerk.page.getByLabel('勾错的手机号').fill('13800100001');
  await clerk.tap('收回这一勾');
  await clerk.see(/^收回了/);
  await clerk.page.getByLabel('手机号').fill('13800100002');
  await clerk.tap('问过了，发一张');
  await clerk.see(/^记下了/);
  await clerk.check();
  const { stations } = await office[0].call(slips, { id });
  const serial = stations[0]?.books[0]?.first ?? '';
  await drawsSeldom(clerk);
  await clerk.open(page('entry', id));
  // The cursor waits in the number; what does not go in stands beside it with why.
  const never = serial.replace(/\d-\d$/, (end) => `${(Number(end[0]) + 5) % 10}${end.slice(1)}`);
  await clerk.page.locator('form input:focus').waitFor();
  await clerk.page.keyboard.insertText(never);
  await clerk.page.keyboard.press('Enter');
  const refused = clerk.page.getByRole('region', { name: '录不进的' }).getByRole('listitem').filter({ hasText: never });
  await refused.getByText(/^校验位不对/).waitFor();
  await clerk.see('手机也投了怎么办');
  await clerk.check();
  // Esc begins the slip anew.
  await clerk.page.keyboard.insertText(serial);
  await clerk.page.keyboard.press('Enter');
  const cells = clerk.page.locator('table input');
  await clerk.page.locator('table input:focus').waitFor();
  await clerk.page.keyboard.press('3');
  await clerk.page.keyboard.press('Escape');
  await clerk.page.locator('table input:focus').waitFor();
  expect(await cells.first().inputValue()).toBe('');
  await clerk.page.keyboard.press('d');
  await clerk.page.getByRole('dialog', { name: '作废这张' }).waitFor();
  await clerk.check();
  await clerk.page.keyboard.press('Escape');
  await clerk.page.getByRole('dialog').waitFor({ state: 'detached' });
  await type(clerk, serial, '1');
  await clerk.see(`${serial} 录了一遍`);
  await clerk.page.locator('form input:focus').waitFor();
  await admin.open(page('entry', id));
  await type(admin, serial, '2');
  await admin.see(/^和第一遍差了 12 处，请拿着这张票从头再录一遍。/);
  await admin.page.reload();
  await type(admin, serial, '1', '2');
  await admin.see(/^用我这遍/);
  await admin.check();
  await admin.page.keyboard.press('y');
  await admin.see(`${serial} 录好了`);
  const after = await office[0].call(slips, { id });
  expect(after.stations[0]).toMatchObject({ agrees: true, counts: { printed: 6, issued: 1, entered: 1 } });
  await admin.open(page('slips', id));
  await admin.page.getByRole('img', { name: new RegExp(`^${serial} 到 .*，录好 1，没回来 5$`) }).waitFor();
  await admin.see('发出 1 张，录好 1 张');
  await admin.see('印了 1 本 6 张，白石镇');
  await admin.see(/^没回来的里，0 张在人手里，5 张没发/);
  await admin.check();
});
