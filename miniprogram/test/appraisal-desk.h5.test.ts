import type { Browser, Page } from 'playwright-core';
import {
  castAs,
  numbers,
  offices,
  residents,
  takeAs,
  withDepartments,
} from '../../functions/appraisals/testing/campaign';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { testApi } from '../../functions/testing/api';
import * as appraisals from '../../shared/appraisals/contract';
import { openSomeone, type Someone, settled } from './browser';
import { openChromium } from './chromium';

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
const DAY = 24 * 3_600_000;
const LIST = '/console/appraisals/pages/list/index';
const TITLE = /年度部门评议$/;

let browser: Browser;
let admin: Someone;
let lin: Someone;
let clerk: Someone;
let id: string;

const sitting = (person: string, options = {}) =>
  openSomeone(browser, api, person, { width: 1280, compact: true, ...options });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).locator('visible=true').last();
const step = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });
const dialog = (page: Page) => page.getByRole('dialog');

/** Goes through the ballot on the phone at the desk to its end. */
async function tryIt({ page, see, check }: Someone, elder: boolean): Promise<void> {
  await page.getByRole('tab', { name: elder ? '长辈版' : '平常', exact: true }).click();
  await page.getByRole('radio', { name: '基本满意' }).first().click();
  while (await page.getByText('下一个', { exact: true }).count()) {
    await button(page, '下一个').click();
    await settled(page);
  }
  await check();
  await button(page, '试投，投进去').click();
  await see(/^记下了/);
}

beforeAll(async () => {
  await withDepartments(api);
  await offices(api);
  browser = await openChromium();
  [admin, lin, clerk] = await Promise.all([sitting('admin'), sitting('lin'), sitting('clerk')]);
});

afterAll(() => browser?.close());

test('the first one begins with the roll and four usual questions, and says what is missing', async () => {
  const { page } = admin;
  await admin.open(LIST);
  await admin.see('还没有评议过');
  await admin.check();
  await admin.tap('新建一次');
  await admin.see('准备六步');
  await admin.see('还没开票');
  id = new URL(page.url().replace('/#', '')).searchParams.get('id') ?? '';
  await admin.check();
  await step(page, '问卷').click();
  await admin.see('办事的人，态度怎么样？');
  await admin.check();
  await step(page, '开票').click();
  await admin.see('试投还差 3 位');
  await admin.see('还没有人用长辈版试过');
  await admin.check();
  expect(await button(page, '开票，我先点').getAttribute('aria-disabled')).toBe('true');
});

test('a question is added by a key, written, moved and taken out; stored by Ctrl and S', async () => {
  const { page } = admin;
  await step(page, '问卷').click();
  await page.keyboard.press('n');
  const words = page.getByLabel('题目', { exact: true }).last();
  await words.fill('您找过它几次？');
  await page.getByRole('tab', { name: '选一个' }).click();
  await admin.see('每个答案写 1 到 12 个字。');
  await page.getByLabel('第 1 个答案', { exact: true }).fill('一次');
  await page.getByLabel('第 2 个答案', { exact: true }).fill('几次');
  await words.press('Alt+ArrowUp');
  await admin.check();
  await words.press('Alt+ArrowUp');
  await button(page, '去掉第 2 条').click();
  await page.keyboard.press('Control+s');
  await admin.see('都存好了');
  const seen = await api.signedIn('admin');
  const { draft } = await seen.call(appraisals.preparation, { id });
  expect(draft.questions.map(({ words }) => words)).toEqual([
    '办事的人，态度怎么样？',
    '您找过它几次？',
    '您这边的事，解决得怎么样？',
    '想说一句（可不写）',
  ]);
  expect(draft.questions[1]).toMatchObject({ kind: 'choice', options: ['一次', '几次'] });
});

test('departments each have a line of what they are for; days, people and numbers are chosen', async () => {
  const { page } = admin;
  await step(page, '评哪些部门').click();
  await admin.see('还没写');
  await page.getByLabel('县交通运输局管什么').last().fill('修路养路、公交车');
  await page.getByRole('switch', { name: '县住建局' }).last().click();
  await admin.check();
  await step(page, '谁来评').click();
  await page.getByLabel('每人评几个部门').selectOption({ label: '抽 2 个' });
  await page
    .getByRole('switch', { name: /^旁边再放一个折算的数/ })
    .last()
    .click();
  await page.getByLabel('居民占百分之几').last().fill('0');
  await admin.see('两边各占多少，都要填 1 到 99，加起来正好 100。');
  await page.getByLabel('居民占百分之几').last().fill('70');
  await admin.see(/居民的满意率占 70%，代表的占 30%/);
  await admin.check();
  await page
    .getByRole('switch', { name: /^旁边再放一个折算的数/ })
    .last()
    .click();
  await admin.check();
  await step(page, '名目和日子').click();
  await admin.check();
  await page.keyboard.press('Control+s');
  await admin.see('都存好了');
  const seen = await api.signedIn('admin');
  const { draft } = await seen.call(appraisals.preparation, { id });
  expect(draft.asks).toBe(2);
  expect(draft.departments.map(({ about }) => about)).toContain('修路养路、公交车');
});

test('two who write at once lose nothing: what only one changed is put together, what both changed is asked about', async () => {
  const { page } = admin;
  const other = await api.signedIn('lin');
  const { version, draft } = await other.call(appraisals.preparation, { id });
  await page.getByLabel('名目', { exact: true }).last().fill('2026 部门评议，我写的');
  await other.call(appraisals.edit, { id, version, draft: { ...draft, title: '2026 部门评议，他写的', threshold: 8 } });
  await page.keyboard.press('Control+s');
  await admin.see(/您写的还在/);
  await admin.see('现在是：2026 部门评议，他写的');
  await admin.see('您写的：2026 部门评议，我写的');
  await admin.check();
  await admin.tap('用我写的');
  await page.keyboard.press('Control+s');
  await admin.see('都存好了');
  const now = await other.call(appraisals.preparation, { id });
  expect(now.draft).toMatchObject({ title: '2026 部门评议，我写的', threshold: 8 });
  await page.getByLabel('名目', { exact: true }).last().fill('2026 年度部门评议');
  await step(page, '谁来评').click();
  await page.getByLabel('几个人以下不公布').selectOption({ label: '不到 5 人' });
  await page.keyboard.press('Control+s');
  await admin.see('都存好了');
});

test('is tried by three people, one in large letters: at the desk, and by the link', async () => {
  // Keys rest while a field has the focus.
  await admin.page.keyboard.press('Escape');
  await admin.page.keyboard.press('t');
  await admin.see('还没有人试过，要 3 位');
  await admin.check();
  await tryIt(admin, true);
  const link = (await admin.page.locator('.trial-link').textContent()) ?? '';
  const path = link.split('#')[1] ?? '';
  await clerk.open(path);
  await clerk.see(/试过 1 位/);
  await tryIt(clerk, false);
  await lin.open(path);
  await tryIt(lin, false);
});

test('is opened by two: the first can’t do it twice, the second sees what is frozen; then it can only be read', async () => {
  await admin.page.reload();
  await step(admin.page, '开票').click();
  await admin.tap('开票，我先点');
  await admin.see('您点过了，还差一位。请另一位管理员登录，点“评议”，再点“开票”。');
  await admin.check();
  await lin.open(LIST);
  await lin.see('请另一位来开票');
  await lin.check();
  await lin.tap(TITLE);
  await step(lin.page, '开票').click();
  await lin.see(/还差您/);
  await lin.check();
  await button(lin.page, '开票').click();
  await dialog(lin.page).getByText('问卷 4 条').waitFor();
  await lin.check();
  await lin.page.keyboard.press('Control+Enter');
  await lin.see('票箱封着');
  const { frozen } = await (await api.signedIn('lin')).call(appraisals.preparation, { id });
  expect(((await lin.page.locator('.hash').textContent()) ?? '').replace(/\s/g, '')).toBe(frozen);
  await lin.tap('冻住的问卷');
  await lin.see('冻住了，谁也改不了');
  expect(await lin.page.locator('textarea, input').locator('visible=true').count()).toBe(0);
  await lin.check();
});

test('while it is open one sees how many by station, and a number under five is not told', async () => {
  for (const [at, phone] of (await residents(api, numbers(9))).entries()) {
    const taken = await takeAs(phone, id, at < 6 ? '草坪村' : '白石村');
    const answers = at % 3 ? '112' : '321';
    await castAs(
      phone,
      id,
      taken,
      taken.subjects.map(({ id }) => ({ subject: id, answers })),
    );
  }
  await clerk.open(LIST);
  await clerk.tap(TITLE);
  await clerk.see('票箱封着');
  await clerk.see('谁也看不到结果，管理员也不行。');
  const row = (name: string) => clerk.page.getByRole('row').filter({ hasText: name });
  expect(await clerk.page.locator('.turnout tbody tr').count()).toBeGreaterThan(1);
  await clerk.see('不到 5');
  await clerk.see('多于 6');
  expect(await row('草坪村').textContent()).toContain('6');
  expect(await clerk.page.locator('body').textContent()).not.toMatch(/\d%/);
  await clerk.check();
  await lin.page.reload();
  await lin.see('票箱封着');
  await settled(lin.page);
});

test('the box is shut later by two people, and why is read by everybody', async () => {
  const { page } = admin;
  await page.reload();
  await admin.tap('提前关、延期');
  const later = new Date(api.clock.now().getTime() + 15 * DAY).toISOString().slice(0, 10);
  await dialog(page).getByLabel('哪天关票').fill(later);
  await dialog(page).getByLabel('为什么改（公开）').last().fill('连下大雨，路断了');
  await admin.check();
  await page.keyboard.press('Control+Enter');
  await admin.see('要另一位管理员来定。');
  await admin.check();
  await admin.tap('撤回');
  await admin.see('撤回了，关票时间照旧');
  await settled(page);
  expect(await page.getByText('要另一位管理员来定。').count()).toBe(0);
  await admin.tap('提前关、延期');
  await dialog(page).getByLabel('哪天关票').fill(later);
  await dialog(page).getByLabel('为什么改（公开）').last().fill('连下大雨，路断了');
  await page.keyboard.press('Control+Enter');
  await admin.see('要另一位管理员来定。');
  await lin.page.reload();
  await lin.see(/提出改到/);
  await button(lin.page, '同意，改到那时关').click();
  await lin.see(/原来 .* 关，改到 .*。因为：连下大雨，路断了/);
  await lin.check();
});

test('after the close each step stands with its time, and the numbers agree', async () => {
  await api.clock.advance(16 * DAY);
  await api.runSchedules();
  await api.runSchedules();
  admin = await sitting('admin');
  await admin.open(LIST);
  await admin.tap(TITLE);
  await admin.tap('怎么数的');
  for (const words of ['到点关票', '销毁钥匙', '数票', '公布票单和校验值', '三处一样']) await admin.see(words);
  await admin.see('五个数，分开记');
  await admin.see(`node verify.mjs ${id}.txt`);
  expect(await admin.page.locator('.equation-number').allTextContents()).toEqual([
    '9进了票箱',
    '9数了',
    '9手机公布',
    '0纸票公布',
  ]);
  const { root } = await api.nobody.call(appraisals.results, { id });
  expect(((await admin.page.locator('.hash').textContent()) ?? '').replace(/\s/g, '')).toBe(root);
  await admin.check();
});

test('the result: departments by stations, hidden where few said it; a department in full, its base named', async () => {
  const { page } = admin;
  await page.getByRole('tab', { name: '结果', exact: true }).click();
  await admin.see('＊');
  await admin.see('名目');
  await admin.see(/^按说得上的（有效）算/);
  await admin.see('百分数的底：满意＋基本满意＋不满意。“不了解”和没填的不在里面。');
  await admin.check();
  await button(page, '复制这张表').click();
  await admin.see('这张表复制好了，到 WPS 表格里粘贴');
  const copied = await page.evaluate(() => JSON.parse(localStorage.getItem('taro_clipboard') ?? '{}').data as string);
  expect(copied.split('\n')[0]).toMatch(/\t居民\t.*\t满意 %$/);
  expect(copied).toMatch(/^县水利局(\t(\d+|＊|无|–))+/m);
  await page.getByRole('tab', { name: '不满意', exact: true }).click();
  await button(page, '看县水利局').click();
  await page.getByRole('heading', { name: '县水利局' }).waitFor();
  await page.getByRole('tab', { name: '代表', exact: true }).click();
  await admin.check();
  await page.getByLabel('哪一条').selectOption({ label: '您找过它几次？' });
  await page.getByRole('tab', { name: '几次', exact: true }).waitFor();
  await admin.check();
});

test('the next one begins with what the last one asked', async () => {
  await admin.open(LIST);
  await admin.tap('新建一次');
  await step(admin.page, '问卷').click();
  await admin.see('您找过它几次？');
  await admin.see('从去年的拿过来');
  await admin.check();
  await step(admin.page, '开票').click();
  await admin.tap('这次不办了');
  await admin.page.keyboard.press('Control+Enter');
  await admin.see('没有开票');
  await admin.check();
});

test('dark, narrow and in large letters nothing is broken', async () => {
  const someone = await sitting('admin', { looks: [{ dark: true }, { width: 375 }, { size: 'elder' }] });
  await someone.open(LIST);
  await someone.tap('新建一次');
  for (const name of ['名目和日子', '评哪些部门', '谁来评', '问卷', '试投', '开票']) {
    await step(someone.page, name).click();
    await someone.check();
  }
  await someone.open(`/console/appraisals/pages/appraisal/index?id=${id}`);
  await someone.see('＊');
  await someone.check();
  await someone.tap('怎么数的');
  await someone.check();
  await someone.page.context().close();
});
