import type { Browser } from 'playwright-core';
import {
  all,
  castAs,
  draftOf,
  numbers,
  offices,
  openCampaign,
  residents,
  takeAs,
  withDepartments,
} from '../../functions/appraisals/testing/campaign';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { testApi } from '../../functions/testing/api';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

const DAY_MS = 86_400_000;
const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
let id: string;
let receipt: string;

beforeAll(async () => {
  browser = await openChromium();
  const departments = await withDepartments(api, ['县教育局', '县交通运输局']);
  const closesAt = new Date(api.clock.now().getTime() + 10 * DAY_MS);
  id = await openCampaign(api, await offices(api), draftOf(departments, closesAt));
});
afterAll(() => browser?.close());

const page = (name: string) => `/appraisals/pages/${name}/index?id=${id}`;
const chosen = ({ page }: Someone) => page.locator('[aria-checked="true"]').locator('visible=true').count();

async function begin(someone: Someone): Promise<void> {
  await someone.tap('我满 18 岁');
  await someone.tap(/开始评$/);
  await someone.see(/第 1 个，共 2 个/);
}

const LOOKS = [{ size: 'elder' }, { size: 'elder-max' }, { dark: true }, { width: 1280 }] as const;

describe('open', () => {
  test('rated, left in the middle, gone on with after the page was loaded again, cast with a lost reply, and changed', async () => {
    const chen = await openSomeone(browser, api, 'chen');
    await chen.open('/pages/home/index');
    await chen.tap('评一评');
    await chen.see('您满 18 岁了吗？');
    await begin(chen);
    expect(await chosen(chen)).toBe(0);
    await chen.tap('满意');
    await chen.tap('下一个');
    await chen.see(/第 2 个，共 2 个/);
    await chen.page.reload();
    await chen.see(/第 2 个，共 2 个/);
    await chen.tap(/没打过交道/);
    await chen.tap('都评过了，看一遍');
    await chen.see('1 条评了，2 条没评');
    // It reaches the box, and the answer is lost on its way back.
    await chen.page.route('**/ballot', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await chen.tap('投进票箱');
    await chen.see(/有网就自动再投，只算一张/);
    await chen.page.unroute('**/ballot');
    await chen.tap('投进票箱');
    await chen.see('投进票箱了');
    const code = await chen.page.locator('.stub-code').locator('visible=true').textContent();
    await chen.tap('改我的票');
    await chen.tap('县教育局');
    await chen.tap('不满意');
    await chen.tap('好了，回去看票');
    await chen.tap('投进票箱');
    await chen.see('投进票箱了');
    expect(await chen.page.locator('.stub-code').locator('visible=true').textContent()).not.toBe(code);
    await chen.page.context().close();
  });

  test('every page in every look', async () => {
    const lin = await openSomeone(browser, api, 'lin', { looks: LOOKS });
    await lin.open('/pages/home/index');
    await lin.see('评一评');
    await lin.check();
    await lin.open(page('rate'));
    await lin.tap('还没满');
    await lin.see(/没满 18 岁不能评/);
    await begin(lin);
    await lin.tap('不了解');
    await lin.tap('一次');
    await lin.tap('想说一句（可不写）');
    await lin.write('路补得快。');
    await lin.tap('下一个');
    await lin.tap('都评过了，看一遍');
    await lin.see(/写了一句话/);
    await lin.tap('这次都不评（弃权）');
    await lin.tap('再想想');
    await lin.tap('投进票箱');
    await lin.see('投进票箱了');
    await lin.check();
    await lin.page.context().close();
  });
});

describe('published', () => {
  beforeAll(async () => {
    for (const voter of await residents(api, numbers(24))) {
      const taken = await takeAs(voter, id);
      receipt = (await castAs(voter, id, taken, all(taken, '121'))).receipt;
    }
    await api.clock.advance(10 * DAY_MS);
    await api.runSchedules();
    await api.clock.advance(60_000);
    await api.runSchedules();
  });

  test('the result in every look', async () => {
    const lin = await openSomeone(browser, api, 'lin', { looks: LOOKS });
    await lin.open(page('results'));
    await lin.see('实到');
    await lin.tap('看数字表');
    await lin.page.getByRole('button', { name: /换一个站/ }).click();
    await lin.tap('全县');
    await lin.tap('代表');
    await lin.tap('自己重数一遍');
    await lin.see(`node verify.mjs ${id}.txt`);
    await lin.see(/全县居民评下来：|全县代表评下来：/);
    await lin.page.context().close();
  });

  test('whoever voted finds their ballot in the list, and the list is the one whose root was published', async () => {
    const xin = await openSomeone(browser, api, 'xin');
    await xin.open(page('rate'));
    await xin.see('这次评完了');
    await xin.tap('看评议结果');
    await xin.tap('查我的票在不在');
    await xin.write('0000 0000 00ZZ');
    await xin.tap('查一查');
    await xin.see(/票单里没有这个回执码/);
    await xin.write(receipt);
    await xin.tap('查一查');
    await xin.see(/整张票单也没被换过/);
    await xin.page.context().close();
  });
});
