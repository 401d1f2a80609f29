import type { Browser } from 'playwright-core';
import {
  all,
  castAs,
  draftOf,
  inDays,
  numbers,
  offices,
  openCampaign,
  passDays,
  residents,
  takeAs,
} from '../../functions/appraisals/testing/campaign';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { departmentsNamed, seedDepartments } from '../../functions/local/seed/departments';
import { dayIn } from '../../functions/promises/testing/promise';
import { testApi } from '../../functions/testing/api';
import { jpegOf } from '../../functions/testing/pictures';
import { openSomeone, readyForTap, type Someone } from './browser';
import { openChromium } from './chromium';

/** 整改: the office sends, the department answers, a station looks, everybody reads it. */
const api = testApi({ pages: async () => h5Pages(await build('h5')) });
const NAME = '县交通运输局';
const BUS = '草坪到县城公交，早上加一班';
const PHOTOS = [320, 240].map((height) => jpegOf({ width: 320, height }));
const DESK = '/console/promises/pages/list/index';
const WIDE = { width: 1280, compact: true };
let browser: Browser;
let id: string;
/** Where it stands for everybody. */
const results = () => `/appraisals/pages/results/index?id=${id}`;

beforeAll(async () => {
  browser = await openChromium();
  await seedDepartments(api.services);
  const office = await offices(api);
  const draft = draftOf(departmentsNamed([NAME]), inDays(api, 10), { electorates: ['residents'] });
  id = await openCampaign(api, office, draft);
  for (const phone of await residents(api, numbers(12))) {
    const taken = await takeAs(phone, id);
    await castAs(phone, id, taken, all(taken, '331'));
  }
  await passDays(api, 11);
});
afterAll(() => browser?.close());

/** What can be tapped to be seen whole. */
const pictures = ({ page }: Someone) =>
  page.getByRole('button', { name: /张图片.*点开看大图$/ }).locator('visible=true');
const close = ({ page }: Someone) => page.context().close();

test('nothing was said to it yet: there is a sentence for it', async () => {
  const anybody = await openSomeone(browser, api, 'chen', { width: 375 });
  await anybody.open(results());
  await anybody.see('它答应改的事');
  await anybody.see(/^还没有。人大送去评议意见/);
  await anybody.check();
  await close(anybody);
});

test('the office sends the opinion with the published numbers', async () => {
  const admin = await openSomeone(browser, api, 'admin', WIDE);
  const { page } = admin;
  await admin.open(`/console/appraisals/pages/appraisal/index?id=${id}`);
  await page
    .getByRole('radio', { name: '整改' })
    .or(page.getByRole('tab', { name: '整改' }))
    .first()
    .click();
  await admin.see('还没有部门答应改什么，先送评议意见。');
  await admin.check();
  await page.getByRole('button', { name: `给${NAME}送评议意见` }).click();
  await admin.see(/不满意 12/);
  await page.getByRole('dialog').getByLabel('意见').last().fill('班车一天两班，赶不上早上看病，请答。');
  await admin.check();
  await page.keyboard.press('Control+Enter');
  await admin.see(/前要答$/);
  await close(admin);
});

test('the department answers with a dated promise, and says later that it is done', async () => {
  const fang = await openSomeone(browser, api, 'fang', WIDE);
  const { page } = fang;
  await fang.open('/console/identity/pages/department/index');
  await fang.tap('意见和要改的事，1 件等着本部门');
  await fang.see('班车一天两班，赶不上早上看病，请答。');
  await fang.check();
  await fang.tap('写答复，答应哪天前做到什么');
  await fang.tap('送给人大');
  await fang.see('先写几句答复。');
  await page.getByLabel('答复').last().fill('向两家公司问过了，可以加。');
  await page.getByLabel('第 1 件，做到什么').last().fill(BUS);
  await page.getByLabel('第 1 件，哪天前').last().fill(dayIn(api, 5));
  await fang.check();
  await fang.tap('送给人大');
  await fang.see(BUS);
  await fang.see('在改');
  await fang.check();
  await page.getByRole('button', { name: `做好了：${BUS}` }).click();
  await page.getByLabel('做了什么').last().fill('6 点 40 分那班，天天有。');
  await fang.see('可不加，最多 9 张');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByText('加照片').locator('visible=true').last().click(),
  ]);
  await chooser.setFiles(PHOTOS.map((buffer, at) => ({ name: `${at}.jpg`, mimeType: 'image/jpeg', buffer })));
  await fang.see('2 张，最多 9 张');
  await fang.check();
  await fang.tap('告诉联络站来看');
  await fang.see('部门说做好了，等人去看');
  await fang.see('还在检查');
  await fang.check();
  await close(fang);
});

test('everybody reads that it is said to be done, and sees no picture before it was checked', async () => {
  const anybody = await openSomeone(browser, api, 'chen', { width: 375 });
  await anybody.open('/pages/board/index');
  await anybody.tap('部门答应改的事');
  await anybody.see('评完以后，答应改 1 件');
  await anybody.see('件等人去看');
  await anybody.check();
  await anybody.tap('改了没有，告诉我');
  await anybody.see('改好了、没改好，“消息”里都告诉您');
  await anybody.check();
  await anybody.tap(BUS);
  await anybody.see('这是部门自己说的，还没有人去看。');
  await anybody.see(/^停着，还剩/);
  await anybody.see('一格一天。');
  // Whoever follows all of them follows this one, and may stop.
  await anybody.tap('不用告诉了');
  await anybody.tap('改了没有，告诉我');
  await anybody.see('改好了、没改好，“消息”里都告诉您');
  await anybody.check();
  expect(await pictures(anybody).count()).toBe(0);
  await close(anybody);
});

test('WeChat is not sure of the pictures: a clerk lets one be seen, and keeps one with a face back', async () => {
  await api.runSchedules();
  await api.standIn.post('/picture-checks', { suggest: 'review' });
  const clerk = await openSomeone(browser, api, 'clerk', { width: 375 });
  const { page } = clerk;
  await clerk.open('/promises/pages/list/index');
  await clerk.see('6 点 40 分那班，天天有。');
  await clerk.see('第 1 张，要您看一看');
  await clerk.check();
  const decide = async (button: string, why: string, reason: string) => {
    await readyForTap(page);
    await page.getByRole('button', { name: button }).click();
    await page.getByLabel(why).last().fill(reason);
    await clerk.check();
    await clerk.tap('就这样定');
  };
  await decide('第 2 张不公开', '第 2 张为什么不公开', '照片上有人脸。');
  await clerk.see('第 2 张，没有公开');
  await decide('第 1 张可以公开', '第 1 张为什么可以公开', '是公交站，没有人。');
  await clerk.see('第 1 张，大家看得到');
  await clerk.check();
  await close(clerk);
});

test('a clerk looks, on a phone, and everybody reads what came of it', async () => {
  const clerk = await openSomeone(browser, api, 'clerk', { width: 375 });
  await clerk.open('/promises/pages/list/index');
  await clerk.see('到日子了，去看一看');
  await clerk.check();
  await clerk.page.getByRole('button', { name: `做到了：${BUS}` }).click();
  await clerk.page.getByLabel('看到了什么').last().fill('坐了一趟，真的有。');
  await clerk.tap('记下：做到了');
  await clerk.see('没有要去看的事');
  await close(clerk);
  const anybody = await openSomeone(browser, api, 'chen', { width: 375, size: 'elder', dark: true });
  await anybody.open(results());
  await anybody.see(BUS);
  await anybody.see('已做到');
  await anybody.check();
  // All of it on a page of its own, which can be sent on.
  await anybody.page.getByRole('link', { name: new RegExp(`^${BUS}`) }).click();
  await anybody.see('怎么才算做到');
  await anybody.see('坐了一趟，真的有。');
  await anybody.check();
  await anybody.page.getByRole('img', { name: '一共 4 步，都走完了，做到了' }).waitFor();
  expect(await pictures(anybody).count()).toBe(1);
  await anybody.tap('当时大家怎么评的');
  await anybody.see(/^居民，.*不满意 12/);
  await anybody.tap('各部门答应改的');
  await anybody.see('件做到了');
  await anybody.check();
  await anybody.tap('评议结果');
  await anybody.see('它答应改的事');
  await api.runSchedules();
  await anybody.open('/notifications/pages/list/index');
  await anybody.tap('您等的事，做到了');
  await anybody.see('怎么才算做到');
  await close(anybody);
});

test('its pages hold in every look', async () => {
  const looks = [{ dark: true }, { width: 1280, size: 'elder' }] as const;
  const fang = await openSomeone(browser, api, 'fang', { looks });
  for (const path of ['/promises/pages/list/index', DESK]) {
    await fang.open(path);
    await fang.see('已做到的');
    await fang.check();
  }
  await close(fang);
});
