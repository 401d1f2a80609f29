import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { seedDepartments } from '../../functions/local/seed/departments';
import { dayIn, promised } from '../../functions/promises/testing/promise';
import { promisedFor, serveOn, WHOLE, WORD } from '../../functions/promises/testing/report';
import { COUNTY, testApi } from '../../functions/testing/api';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

/** 年终承诺报告: the department hands in, the deputies rate on their phones, the office sends back and takes the year along. */
const api = testApi({ at: '2026-09-21T02:00:00Z', pages: async () => h5Pages(await build('h5')) });
const LIST = '/console/promises/pages/reports/index';
const WIDE = { width: 1280, compact: true };
const LOOKS = [{ size: 'elder' }, { dark: true }, { width: 1280 }] as const;
const SHOTS = process.env.SHOTS;
const BUS = '草坪到县城公交，早上加一班';
const SHELTERS = '候车亭漏雨，换 12 个顶棚';
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
  await seedDepartments(api.services);
  await serveOn(api, ['徐示例', '毛范例']);
  const kept = await promised(api, { words: BUS, dueOn: dayIn(api, 5) });
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .updateTable('promise')
      .set({ state: 'kept', done_on: dayIn(api, 2) })
      .where('id', '=', kept)
      .execute(),
  );
  await promisedFor(api, '徐示例', { words: SHELTERS, dueOn: dayIn(api, 60) });
  await promisedFor(api, '毛范例', { words: '桥头护栏补上，两边都补', dueOn: dayIn(api, 10) });
  await promised(api, { department: '县住建局' });
  await api.clock.set('2026-10-09T02:00:00Z');
  await api.runSchedule('promises.watch');
  await api.runSchedule('promises.watch-reports');
});
afterAll(() => browser?.close());

const close = ({ page }: Someone) => page.context().close();
const shoot = async ({ page }: Someone, name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};
/** As every size and colour shows it, for whoever looks at pictures. */
async function shootAll(person: string, path: string, seen: string | RegExp, name: string) {
  if (!SHOTS) return;
  for (const width of [375, 1280])
    for (const look of [{}, { size: 'elder' }, { dark: true }] as const) {
      const one = await openSomeone(browser, api, person, { width, ...look, compact: width > 1000 });
      await one.open(path);
      await one.see(seen);
      await one.page.setViewportSize({ width, height: 1600 });
      await shoot(one, `${name}-${width}-${Object.values(look)[0] ?? 'plain'}`);
      await close(one);
    }
}

test('the department hands in: a word for each that is open, from the ledger the rest', async () => {
  const fang = await openSomeone(browser, api, 'fang', WIDE);
  const { page } = fang;
  await fang.open('/console/promises/pages/list/index');
  await fang.see('1 份要交');
  await fang.tap(/^年终承诺报告/);
  await fang.see(/^答应 3 件：按时做到 1 件，/);
  await fang.check();
  await shootAll('fang', LIST, /^答应 3 件/, 'list-department');
  await page.getByRole('link', { name: /县交通运输局/ }).click();
  await fang.see('3 件，2 件要写');
  await fang.check();
  await fang.tap('交给人大');
  await fang.see('还有 2 件没有写。');
  await fang.check();
  for (const words of [SHELTERS, '桥头护栏补上，两边都补']) await page.getByLabel(`怎么办：${words}`).last().fill(WORD);
  await page.getByLabel('总的情况').last().fill(WHOLE);
  await fang.check();
  const address = page.url().split('#')[1] ?? '';
  await shootAll('fang', address, '3 件，2 件要写', 'hand-in');
  await fang.tap('交给人大');
  await fang.see('2 位代表要评，评了 0 位。');
  await fang.see(WHOLE);
  await fang.check();
  await page.keyboard.press('Escape');
  await fang.see('交了，等代表评');
  await fang.check();
  await close(fang);
});

test('a deputy rates it on the phone, with a word where they are not satisfied', async () => {
  const xu = await openSomeone(browser, api, 'xu', { looks: LOOKS });
  await xu.open('/suggestions/pages/list/index');
  await xu.see('1 份等您评');
  await xu.check();
  await xu.tap(/^部门的年终承诺报告/);
  await xu.see('等您评');
  await xu.check();
  await xu.page.getByRole('link', { name: /县交通运输局/ }).click();
  await xu.see('另有 1 件是别人的事，只算进上面的数。');
  await xu.check();
  await xu.tap('送回执');
  await xu.see('先选一个。');
  await xu.tap('不满意');
  await xu.tap('送回执');
  await xu.see('写一句为什么。');
  await xu.write('顶棚还是漏。');
  const path = xu.page.url().split('#')[1] ?? '';
  await shootAll('xu', path, '您怎么评', 'rate');
  await xu.tap('送回执');
  await xu.see('您评的');
  await xu.check();
  await close(xu);
  // Nobody else reads it yet.
  const fang = await openSomeone(browser, api, 'fang', { width: 375 });
  await fang.open(path);
  await fang.see('2 位代表要评，评了 1 位。');
  expect(await fang.page.locator('body').textContent()).not.toContain('顶棚还是漏');
  await close(fang);
  const mao = await openSomeone(browser, api, 'mao', { width: 375 });
  await mao.open(path);
  await mao.tap('不满意');
  await mao.write('护栏只补了一边。');
  await mao.tap('送回执');
  await mao.see('满意 0，基本满意 0，不满意 2');
  await mao.check();
  await close(mao);
});

test('everybody reads it on the notice board: figures, the department’s words and how many deputies said what, no name', async () => {
  const nobody = await openSomeone(browser, api, 'xin', {
    looks: [...LOOKS, { width: 1280, dark: true }],
    local: false,
  });
  await nobody.open('/pages/board/index');
  await nobody.see('2026 年，1 个部门，代表评过了');
  await nobody.check();
  await shootAll('xin', '/pages/board/index', '部门一年答应的事', 'board');
  await nobody.tap(/^部门一年答应的事/);
  await nobody.see('2026 年，1 个部门');
  await nobody.check();
  await shootAll('xin', '/promises/pages/public/index', '2026 年，1 个部门', 'public-year');
  await nobody.page.getByRole('link', { name: /县交通运输局/ }).click();
  await nobody.see(WHOLE);
  await nobody.see('满意 0，基本满意 0，不满意 2');
  await nobody.see('答应 3 件。');
  await nobody.see('没公开的不到三件，分开写会认出是谁的事，只写总数。');
  await nobody.check();
  await shootAll('xin', nobody.page.url().split('#')[1] ?? '', WHOLE, 'public-one');
  const read = await nobody.page.locator('body').textContent();
  for (const words of ['徐示例', '毛范例', '顶棚还是漏', SHELTERS]) expect(read).not.toContain(words);
  await close(nobody);
});

test('the office sees who has not, sends one back with the reason, and takes the year along', async () => {
  const admin = await openSomeone(browser, api, 'admin', WIDE);
  const { page } = admin;
  await admin.open(LIST);
  await admin.see('2 份：还没交 1，评过了 1。');
  await admin.check();
  await shootAll('admin', LIST, '2 份：还没交 1，评过了 1。', 'list-office');
  await page.keyboard.press('e');
  await admin.see('每个部门一行、答应的事每件一行、代表怎么评');
  await admin.check();
  await page.getByRole('dialog').getByRole('button', { name: '导出 .xlsx' }).click();
  await admin.see(/^导好了，\d+ 行，10 分钟内打开。$/);
  await page.getByRole('link', { name: /县交通运输局/ }).click();
  await admin.see('不满意的过了半，可以退回一次，写明为什么。');
  await admin.check();
  await shootAll('admin', page.url().split('#')[1] ?? '', '退回部门', 'one-office');
  const published = /id=([\da-f-]+)/.exec(page.url())?.[1] ?? '';
  await admin.tap('报告 .docx');
  await admin.see('报告做好了，10 分钟内打开。');
  await admin.tap('退回部门');
  await admin.see('多写几个字再退。');
  await page.getByLabel('为什么退回').last().fill('护栏另一边哪天补，写清楚。');
  await admin.tap('退回部门');
  await admin.see('退回重报：护栏另一边哪天补，写清楚。');
  await admin.check();
  // Sent back, it is not public any more, and where that was the only one the board has no section of it.
  const nobody = await openSomeone(browser, api, 'xin', { looks: LOOKS, local: false });
  await nobody.open(`/promises/pages/public/index?id=${published}`);
  await nobody.see('没找到这份报告');
  await nobody.check();
  await nobody.open('/promises/pages/public/index');
  await nobody.see('还没有年终报告');
  await nobody.check();
  await nobody.open('/pages/board/index');
  await nobody.see('部门答应改的事');
  await nobody.see('公开栏还是空的');
  await expect(nobody.page.getByText('部门一年答应的事').locator('visible=true').count()).resolves.toBe(0);
  await close(nobody);
  await close(admin);
  const fang = await openSomeone(browser, api, 'fang', { looks: LOOKS });
  await fang.open('/promises/pages/list/index');
  await fang.see('1 份要交');
  await fang.check();
  await fang.tap(/^年终承诺报告/);
  await fang.see('退回重报');
  await fang.check();
  await close(fang);
});

test('who has nothing to do with it is told so', async () => {
  const clerk = await openSomeone(browser, api, 'clerk', WIDE);
  await clerk.open(LIST);
  await clerk.see('这里是部门和人大办公室用的');
  await clerk.check();
  await close(clerk);
  const lin = await openSomeone(browser, api, 'chen', { width: 375 });
  await lin.open('/promises/pages/report/index?id=01900000-0000-7000-8000-000000000000');
  await lin.page
    .getByText(/没找到这份报告|不能|身份/)
    .locator('visible=true')
    .first()
    .waitFor();
  await lin.check();
  await close(lin);
});
