import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { matterFor, testApi } from '../../functions/testing/api';
import { confirmContact, enterFor, follow } from '../../shared/requests/contract';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

const WORDS = '老屋后面的水沟堵了，一下雨就往屋里灌。';
const CARD = '草坪村，11 月 18 日有人替您登记了一件事，留了您的手机号。';
const LINS = '13800000003';
const CHENS = '138 0000 0001';

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
const come = (person: string, options = {}) => openSomeone(browser, api, person, options);

beforeAll(async () => {
  browser = await openChromium();
});

afterAll(() => browser?.close());

const entered = async (contactPhone?: string) => {
  const jian = await api.signedIn('jian');
  return (await jian.call(enterFor, { ...matterFor('徐示例', { words: WORDS }), name: '余大伯', contactPhone })).id;
};
const followed = (id: string) => `/requests/pages/follow/index?id=${id}`;

async function fill({ page, check }: Someone, label: string, words: string): Promise<void> {
  await page.getByLabel(label).locator('visible=true').last().fill(words);
  await check();
}

const looks = [{ size: 'elder-max', dark: true }, { width: 1280 }] as const;

test('one wrong digit: a stranger says no, it is put right, and the right one confirms', async () => {
  const id = await entered(LINS);
  const lin = await come('lin', { looks });
  await lin.open('/pages/mine/index');
  await lin.see('这是您的事吗？');
  await lin.see(CARD);
  await lin.check();
  await lin.open('/pages/home/index');
  await lin.see(CARD);
  await lin.check();
  for (const said of [/余大伯/, /水沟/]) expect(await lin.page.getByText(said).count()).toBe(0);
  await lin.tap('不是我的');
  await lin.see('不是您的事？');
  await lin.tap('再想想');
  await lin.tap('不是我的');
  await lin.tap('不是我的');
  await lin.page.getByText(CARD).locator('visible=true').first().waitFor({ state: 'detached' });
  await lin.page.context().close();

  const jian = await come('jian', { looks });
  await jian.open(followed(id));
  await jian.see('登记的电话不是他本人的，号码已经去掉。请核对后改。');
  await jian.tap('改电话');
  await jian.tap('就用这个号');
  await jian.see('先写手机号。');
  await fill(jian, '他的手机号', '1380000');
  await jian.see('手机号是 11 位数字，请再看一看。');
  await fill(jian, '他的手机号', CHENS);
  await jian.tap('就用这个号');
  await jian.see('登记时留了他的手机号，还没有本人确认。');
  await jian.see('登记的电话改过了');
  await jian.page.context().close();

  const chen = await come('chen', { looks });
  await chen.open('/pages/mine/index');
  await chen.see(CARD);
  await chen.tap('是我的');
  await chen.see(WORDS);
  await chen.see(/姜样本替您登记/);
  await chen.page.context().close();
  expect((await (await api.signedIn('jian')).call(follow, { id })).contact).toBe('confirmed');
});

test('the phone is taken out, and put in later', async () => {
  const id = await entered(LINS);
  const jian = await come('jian');
  await jian.open(followed(id));
  await jian.tap('改电话');
  await jian.tap('不留电话');
  await jian.see('没有留他的手机号，他自己还看不到。');
  await jian.tap('补上电话');
  await fill(jian, '他的手机号', CHENS);
  await jian.tap('就用这个号');
  await jian.see('登记时留了他的手机号，还没有本人确认。');
  // Meanwhile it was confirmed: that is said, and nothing more is asked.
  await jian.tap('改电话');
  await fill(jian, '他的手机号', LINS);
  await (await api.signedIn('chen')).call(confirmContact, { id, mine: true });
  await jian.tap('就用这个号');
  await jian.see(/他已经用微信确认，后面由他自己说/);
  await jian.page.context().close();
});

test('at the desk a wrong phone comes first', async () => {
  const id = await entered(LINS);
  await (await api.signedIn('lin')).call(confirmContact, { id, mine: false });
  const clerk = await come('clerk', { width: 1280, compact: true });
  await clerk.open(`/console/requests/pages/worklist/index?box=open&id=${id}`);
  await clerk.see('登记的电话不是他本人的，号码已经去掉。请核对后改。');
  await clerk.tap(/^改电话/);
  await fill(clerk, '他的手机号', CHENS);
  await clerk.tap(/^就用这个号/);
  await clerk.see('电话改好了');
  await clerk.see('登记时留了他的手机号，还没有本人确认。');
  await clerk.page.context().close();
});
