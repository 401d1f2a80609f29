import type { Browser, Page } from 'playwright-core';
import { draftOf, inDays, offices, openCampaign, shutAt } from '../../functions/appraisals/testing/campaign';
import { castWords } from '../../functions/appraisals/testing/words';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { departmentsNamed, seedDepartments } from '../../functions/local/seed/departments';
import { COUNTY, testApi } from '../../functions/testing/api';
import * as voting from '../../shared/voting/contract';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
const WRITTEN = [
  '公交一天两班，打 138 0000 0000 找我。',
  '路灯坏了三次，每次都说报上去了。',
  '窗口那个姓周的小姑娘态度好。',
  '有人收了红包。',
  '站牌看不清。',
];
let browser: Browser;
let id: string;
let admin: Someone;
let lin: Someone;

const sitting = (person: string, options = {}) =>
  openSomeone(browser, api, person, { width: 1280, compact: true, ...options });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).locator('visible=true').last();
const row = (page: Page, words: string) => page.locator('.screening-row').filter({ hasText: words });
/** A key is about what is chosen: not before that can be seen. */
async function choose(page: Page, words: string): Promise<void> {
  await row(page, words).locator('.screening-which').click();
  await page.locator('.screening-row.selected').filter({ hasText: words }).waitFor();
}
const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name} `) });

beforeAll(async () => {
  await seedDepartments(api.services);
  const departments = departmentsNamed(['县民政局', '县交通运输局', '县住建局']);
  const both = await offices(api);
  id = await openCampaign(api, both, draftOf(departments, inDays(api, 10), { threshold: 3 }));
  await castWords(
    api,
    id,
    departmentsNamed(['县交通运输局'])[0] ?? '',
    WRITTEN.map((words) => ({ words })),
  );
  await api.store.owner.inTenant(COUNTY, (tx) => shutAt(tx, id, api.clock.now()));
  await api.clock.advance(60_000);
  await api.runSchedules();
  browser = await openChromium();
  [admin, lin] = [await sitting('admin'), await sitting('lin')];
});
afterAll(() => browser?.close());

test('two sit down to it by name; one marks by keys what a machine proposed, and cannot release it', async () => {
  const { page } = admin;
  await admin.open(`/console/appraisals/pages/appraisal/index?id=${id}`);
  await admin.tap('审写的话');
  await admin.see('写的话，只有审的两个人看');
  await admin.check();
  await admin.tap('我来审');
  await admin.see('去掉这些');
  await admin.check();
  await choose(page, '姓周');
  await row(page, '姓周').getByText('窗口的人态度好。').waitFor();
  await page.keyboard.press('y');
  await admin.see('标好了，等另一位放行');
  await choose(page, '138');
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('要去掉的字，照原话写').last().fill('，打');
  await admin.check();
  await page.keyboard.press('Control+Enter');
  await row(page, '138').getByText('去掉 2 处').waitFor();
  await button(page, /^标好，请另一位放行/).click();
  await choose(page, '有人收了');
  await page.keyboard.press('n');
  await dialog.getByRole('radio', { name: /^举报谁/ }).click();
  await admin.check();
  await page.keyboard.press('Control+Enter');
  await admin.see('没有放，记下了为什么');
  for (const words of ['路灯', '站牌']) {
    await choose(page, words);
    await page.keyboard.press('y');
    await row(page, words).waitFor({ state: 'detached' });
  }
  await tab(page, '等放行').click();
  await admin.see('您标的，等另一位放行。');
  await tab(page, '不放').click();
  await admin.see('有人举报，内容不在这里显示');
  await admin.check();
});

test('the other releases; all of it comes out at once, to a department too', async () => {
  const { page } = lin;
  const fang = await sitting('fang', { width: 375, compact: false });
  await fang.open('/identity/pages/department/index');
  await fang.see('管公路、桥、公交车和村里的班车');
  expect(await fang.page.getByText('大家写的话').count()).toBe(0);
  await lin.open(`/console/appraisals/pages/words/index?id=${id}`);
  await lin.tap('我来审');
  await tab(page, '等放行').click();
  await row(page, '姓周').waitFor();
  for (let left = 4; left > 0; left -= 1) {
    await page.keyboard.press('y');
    await page.getByRole('tab', { name: `等放行 ${left - 1}` }).waitFor();
  }
  await tab(page, '放行').click();
  await lin.see('公交一天两班  找我。');
  await lin.tap('一次公布');
  await lin.check();
  await page.keyboard.press('Control+Enter');
  await lin.see(/一次公布了，部门也是那天才看到/);
  await expect(api.nobody.call(voting.said, { id })).resolves.toMatchObject({ total: 4, refused: { report: 1 } });
  await fang.page.reload();
  await fang.tap(/大家写的话/);
  await fang.see('路灯坏了三次，每次都说报上去了。');
  await fang.check();
  await fang.page.context().close();
});

test('the report: an outline, tables and bars, three and four written by the station, made as three kinds of file', async () => {
  const { page } = admin;
  await admin.open(`/console/appraisals/pages/appraisal/index?id=${id}`);
  await admin.tap('评议报告');
  await admin.see('一、谁评的');
  await page.getByLabel('哪个站的报告').selectOption({ label: '草坪村代表联络站' });
  await admin.see(/念完约/);
  await admin.check();
  await page.keyboard.press(']');
  await admin.see('大会给几分钟还没填，点“改三、四两节”填。');
  await admin.tap('改三、四两节');
  await page.getByLabel('大会给几分钟').last().fill('1');
  await admin.tap('加一件');
  await page.getByLabel('第 1 件叫什么').last().fill('路灯');
  await page
    .getByLabel('第 1 件，选一句放行的话')
    .selectOption({ label: '县交通运输局：路灯坏了三次，每次都说报上去了。' });
  await admin.tap('加一条');
  await page.getByLabel('第 1 条，请哪个部门答').selectOption({ label: '县住建局' });
  await page.getByLabel('第 1 条问什么').last().fill('村里的路灯，坏了几天内修好？');
  await admin.check();
  await button(page, '存').click();
  await admin.see('都存好了');
  await admin.see(/^大会给 1 分钟，多出约 .* 分钟。/);
  await admin.see('村里的路灯，坏了几天内修好？');
  expect(await page.locator('.report-legend').first().textContent()).toBe('满意基本满意不满意不了解');
  await admin.tap('我看过了');
  await page.getByRole('listitem').filter({ hasText: '管范例' }).getByText('看过', { exact: true }).waitFor();
  expect(await page.getByText('我看过了').count()).toBe(0);
  await admin.check();
  await page.keyboard.press('p');
  await admin.see('打开：打印 A4');
  await button(page, /^\.docx/).click();
  await admin.see('打开：.docx，在 WPS 里改');
  await admin.check();
});

test('dark, narrow and in large letters nothing is broken', async () => {
  const looks = [{ dark: true }, { width: 375, compact: false }, { size: 'elder' as const }];
  const someone = await sitting('admin', { looks });
  await someone.open(`/console/appraisals/pages/words/index?id=${id}`);
  await tab(someone.page, '放行').click();
  await someone.see('站牌看不清。');
  await someone.check();
  await someone.open(`/console/appraisals/pages/report/index?id=${id}`);
  await someone.see('一、谁评的');
  await someone.check();
  await someone.page.context().close();
});
