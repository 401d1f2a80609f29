import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { departmentsNamed, seedDepartments } from '../../functions/local/seed/departments';
import { COUNTY, deputyNamed, matterFor, testApi } from '../../functions/testing/api';
import * as assignments from '../../shared/assignments/contract';
import * as requests from '../../shared/requests/contract';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
const LOOKS = [{ width: 1280 }, { size: 'elder' }, { dark: true }, { width: 1280, dark: true }] as const;
const come = (person: string, options = {}) => openSomeone(browser, api, person, options);
const pictureTo = process.env.BOARD_PICTURES;

async function picture({ page }: Someone, name: string): Promise<void> {
  if (!pictureTo) return;
  mkdirSync(pictureTo, { recursive: true });
  await page.screenshot({ path: `${pictureTo}/${name}.png`, fullPage: true });
}

beforeAll(async () => {
  browser = await openChromium();
  await seedDepartments(api.services);
});

afterAll(() => browser?.close());

type Matter = Partial<ReturnType<typeof matterFor>>;

async function published(changes: Matter): Promise<string> {
  const chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  const { id } = await chen.call(requests.submit, matterFor('毛范例', { openness: 'public', ...changes }));
  await api.runSchedules();
  await (await api.signedIn('clerk')).call(requests.moderate, { id, publish: true });
  return id;
}

/** Given to a department, answered by it, and not solved as its resident says. */
async function returned(id: string): Promise<void> {
  const chen = await api.signedIn('chen');
  const mao = await api.signedIn('mao');
  const clerk = await api.signedIn('clerk');
  const lu = await api.signedIn('lu');
  const seen = async () => (await clerk.call(requests.follow, { id })).events[0]?.id ?? '';
  await mao.call(requests.refer, { id });
  const [departmentId = ''] = departmentsNamed(['县住建局']);
  await clerk.call(requests.assign, { id, departmentId, seen: await seen() });
  const { items } = await lu.call(assignments.inbox, { box: 'new' });
  const { id: assignment = '', version = 0 } = items[0] ?? {};
  const words = '送水车两天一趟，春节前通自来水。';
  await lu.call(assignments.answer, { id: assignment, version, resultClass: 'B', words });
  await api.clock.advance(60_000);
  await api.runSchedules();
  await clerk.call(requests.moderate, { id, publish: true, seen: await seen(), answer: words });
  await chen.call(requests.rate, { id, round: 1, outcome: 'partly' });
}

test('the board is empty, then looked through by who is not signed in: by kind, by words, by place, and one matter as both sides say it', async () => {
  const nobody = await come('xin', { looks: LOOKS, local: false });
  await nobody.open('/pages/board/index');
  await nobody.see('公开栏还是空的');
  await nobody.check();
  const well = await published({ category: 'water', words: '上新屋的井水发黄，洗衣服都洗不干净。' });
  await published({ category: 'road', words: '文化礼堂前面积水，下雨天进不去。' });
  await returned(well);
  await nobody.page.reload();
  await nobody.see('文化礼堂前面积水');
  await nobody.check();
  await picture(nobody, '21a-375');
  await nobody.tap('看全部，找一件事');
  await nobody.see('类别');
  await nobody.tap('类别');
  await nobody.tap('水：喝的水、灌溉、河');
  await nobody.see('上新屋的井水发黄');
  await expect(nobody.page.getByText('文化礼堂前面积水').locator('visible=true').count()).resolves.toBe(0);
  expect(nobody.page.url()).toContain('category=water');
  await picture(nobody, 'all-375');
  // Loaded again, or sent to somebody, it shows the same.
  await nobody.page.reload();
  await nobody.see('上新屋的井水发黄');
  await expect(nobody.page.getByText('文化礼堂前面积水').locator('visible=true').count()).resolves.toBe(0);
  await nobody.tap('到哪了');
  await nobody.tap('居民说解决了');
  await nobody.see('没有这样的');
  await picture(nobody, 'nothing-375');
  await nobody.tap('看全部');
  await nobody.write('积水');
  await nobody.see('文化礼堂前面积水');
  await nobody.write('');
  await nobody.tap('哪里');
  await nobody.see('看哪里的');
  await nobody.tap('白石镇全部');
  await nobody.see('白石镇');
  expect(nobody.page.url()).toMatch(/town=\d{9}/);
  await nobody.tap('上新屋的井水发黄');
  await nobody.see('部门自己说');
  await nobody.see('B 类，正在办');
  await nobody.see('居民说');
  await nobody.see('解决了一部分');
  await nobody.check();
  await picture(nobody, '21b-375');
  await nobody.page.setViewportSize({ width: 1280, height: 812 });
  await picture(nobody, '21b-1280');
  await nobody.page.setViewportSize({ width: 375, height: 812 });
  await nobody.page.context().close();
});

test('the desk chooses what is printed, and has it as a sheet of A3', async () => {
  const clerk = await come('clerk', { width: 1280, compact: true, looks: [{ width: 375 }, { dark: true }] });
  await clerk.open('/console/requests/pages/board/index');
  await clerk.see(/^印最新的 /);
  await clerk.check();
  await picture(clerk, 'print-1280');
  await clerk.tap('居民说解决了');
  await clerk.see('这里还没有登出来的事。');
  await clerk.tap('都印');
  await clerk.tap('打印公开栏');
  await clerk.see('公开栏做好了，10 分钟内打开，用 A3 纸打。');
  await clerk.page.context().close();
});

test('somebody reports it, the station takes it down at the desk, and who follows the link reads that it is gone', async () => {
  const id = await published({ words: '公厕的门坏了，门牌八号那家门口也脏。' });
  const old = await come('xin', { size: 'elder', dark: true });
  await old.open('/pages/board/index');
  await old.see('公厕的门坏了');
  await picture(old, '30a-elder-dark');
  await old.page.context().close();
  const lin = await come('lin', { looks: LOOKS });
  await lin.open(`/requests/pages/public/index?id=${id}`);
  await lin.tap('举报：这件不该登');
  await lin.tap('写了谁家、谁的名字或电话');
  await lin.write('写了哪一家。');
  await picture(lin, 'report-375');
  await lin.tap('送给联络站');
  await lin.see('送到联络站了。看过以后，在“消息”里告诉您。');

  const clerk = await come('clerk', { width: 1280, compact: true, looks: [{ width: 1280, dark: true }] });
  await clerk.open('/console/requests/pages/worklist/index?box=reported');
  await clerk.see('写了谁家、谁的名字或电话');
  await clerk.page.keyboard.press('g');
  await clerk.see('公开栏上写的');
  await clerk.check();
  await clerk.tap('撤下来');
  await clerk.page.getByLabel('为什么', { exact: true }).locator('visible=true').last().fill('写了哪一家，先撤下来。');
  await picture(clerk, 'desk-1280');
  await clerk.page.keyboard.press('Control+Enter');
  await clerk.see('没有等着答复的举报。');

  await lin.open('/notifications/pages/list/index');
  await lin.see('您举报的那件事');
  await lin.tap('您举报的那件事');
  await lin.see('这件事不在公开栏上了');
  await lin.page.context().close();
  await clerk.page.context().close();
});

test('who agrees that others see it reads first what they will see; read-only, nobody is asked, and nobody reports', async () => {
  const id = await published({ words: '桥头的护栏松了，小孩扶着很危险。' });
  const chen = await come('chen');
  await chen.open(`/requests/pages/write/index?deputy=${deputyNamed('毛范例').id}`);
  await write(chen);
  await chen.tap('大家也能看');
  await chen.see('大家看到的是这样');
  await chen.check();
  await picture(chen, 'preview-375');
  expect(await chen.page.locator('.card .words').locator('visible=true').last().textContent()).not.toMatch(/1380/);
  await chen.page.context().close();

  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .updateTable('county')
      .set({ settings: JSON.stringify({ boardReadOnly: true }) })
      .where('jurisdiction', '=', COUNTY)
      .execute(),
  );
  await api.clock.advance(60_000);
  const lin = await come('lin');
  await lin.open(`/requests/pages/public/index?id=${id}`);
  await lin.see(/^觉得哪里不该登/);
  await lin.check();
  await expect(lin.page.getByText('举报：这件不该登').count()).resolves.toBe(0);
  await lin.page.context().close();
});

/** Up to the step that asks who may see it. */
async function write(chen: Someone): Promise<void> {
  await chen.write('村口的路灯不亮了，请打 13800000001 找我。');
  for (const words of ['下一步', '下一步', '路、桥、路灯', '下一步']) await chen.tap(words);
  await chen.see('谁能看到？');
}
