import type { Browser, Page } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { matterFor, testApi } from '../../functions/testing/api';
import type { TestPhone } from '../../functions/testing/phone';
import { jpegOf } from '../../functions/testing/pictures';
import * as requests from '../../shared/requests/contract';
import { openSomeone, readyForTap, type Someone } from './browser';
import { openChromium } from './chromium';

/** Every form where a person writes: its words stay until they arrive, and a reply that gets lost makes nothing of them twice. */

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
let chen: TestPhone;
let mao: TestPhone;

beforeAll(async () => {
  browser = await openChromium();
  chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  mao = await api.signedIn('mao');
});

afterAll(() => browser?.close());

const come = (person: string, options = {}) => openSomeone(browser, api, person, options);
const sitting = (person: string) => come(person, { width: 1280, compact: true });
const FOLLOW = (id: string) => `/requests/pages/follow/index?id=${id}`;
const ANSWER = (id: string) => `/requests/pages/answer/index?id=${id}`;
const PASS = (id: string) => `/answering/pages/pass/index?id=${id}`;
const DESK = (id: string) => `/console/requests/pages/worklist/index?box=open&id=${id}`;
const ARRIVED = /^刚才那次已经送到了/;

async function said(words: string, changes: object = {}): Promise<string> {
  return (await chen.call(requests.submit, matterFor('毛范例', { words, ...changes }))).id;
}

async function answered(words: string): Promise<string> {
  const id = await said(words);
  await mao.call(requests.answer, { id, round: 1, words: '灯已经换了，请看一看。' });
  return id;
}

/** The server does it, and its reply never comes; what is given back mends the network. */
async function loseReplies(page: Page, path: string): Promise<() => Promise<void>> {
  const where = `**/api/**${path}`;
  await page.route(where, async (route) => {
    if (route.request().method() === 'GET') return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  return () => page.unroute(where);
}

const field = ({ page }: Someone, label: string) =>
  page.getByLabel(label, { exact: true }).locator('visible=true').last();
const eventsOf = async (id: string, kind: string) =>
  (await mao.call(requests.follow, { id })).events.filter((event) => event.kind === kind);

/** Presses; the button must be there again before anything else is done. */
async function sendInVain(one: Someone, path: string, button: string): Promise<void> {
  const mend = await loseReplies(one.page, path);
  await one.tap(button);
  await one.see(button);
  await mend();
}

describe('a lost reply, and a word that is changed after it', () => {
  test('an answer: it is said that the first arrived, and the changed one goes as another', async () => {
    const id = await said('广场的灯晚上九点就关了，跳舞的人摸黑回家。');
    const one = await come('mao');
    await one.open(ANSWER(id));
    await one.write('已经联系村里，改到十一点关。');
    await sendInVain(one, '/answers', '送出回话');
    await one.write('已经联系村里，改到十一点关。下周一开始。');
    await one.tap('送出回话');
    await one.see(ARRIVED);
    await one.see('已经联系村里，改到十一点关。');
    await one.tap('送出回话');
    await one.see(/等居民说解决了没有。居民点头/);
    const { answer } = await chen.call(requests.follow, { id });
    expect(answer?.words).toContain('下周一');
    await one.page.context().close();
  });

  test.each([
    ['问一句', '问居民', '/questions', 'asked', '是哪几盏灯？'],
    ['给联络站留一句', '留下', '/notes', 'noted', '这家去年也说过。'],
  ])('%s: once for each words', async (opens, button, path, kind, words) => {
    const id = await said(`${opens}之前要有一件事，路灯坏了两盏。`);
    const one = await come('mao');
    await one.open(FOLLOW(id));
    await one.tap(opens);
    await one.write(words);
    await sendInVain(one, path, button);
    await one.write(`${words}麻烦了。`);
    await one.tap(button);
    await one.see(ARRIVED);
    expect(await eventsOf(id, kind)).toHaveLength(1);
    await one.page.context().close();
  });

  test('a rating: the page shows what was said, and asks no more', async () => {
    const id = await answered('桥上的栏杆松了，请来修一修。');
    const one = await come('chen');
    await one.open(FOLLOW(id));
    await one.tap('没解决');
    await sendInVain(one, '/ratings', '就这样');
    await one.tap('解决了一部分');
    await one.tap('就这样');
    await one.see(ARRIVED);
    await one.see(/^您说没解决，已经退回/);
    await one.page.context().close();
  });

  test('a matter that is passed on: it is with somebody else, and said so', async () => {
    const id = await said('河边的石阶缺了一级，老人下去洗菜。');
    const one = await come('mao');
    await one.open(PASS(id));
    await one.page.getByRole('radio').locator('visible=true').first().click();
    await one.write('这条河在您的选区');
    await sendInVain(one, '/passing', '转过去');
    await one.write('这条河在您的选区里');
    await one.tap('转过去');
    await one.see(/^转给.*了$/);
    await one.page.context().close();
  });

  test('a matter at the desk: it is shown which arrived, and no second is made by pressing again', async () => {
    const one = await sitting('clerk');
    const clerk = await api.signedIn('clerk');
    const found = async () => (await clerk.call(requests.search, { words: '贴着墙' })).items;
    await register(one, '水库边的路塌了一块，走路要贴着墙。');
    await one.page.getByLabel('哪个村的事').fill('cp');
    await one.page.keyboard.press('Enter');
    await one.page.getByLabel('哪一类').selectOption({ label: '看病、医保' });
    const mend = await loseReplies(one.page, '/entered-for');
    await one.tap(/^登记 /);
    await one.see(/没有网/);
    await mend();
    await field(one, '他说的话').fill('水库边的路塌了一块，走路要贴着墙。孩子每天走。');
    await one.tap(/^登记 /);
    const [arrived] = await found();
    await one.see(/^刚才那件已经送到了，编号/);
    await one.page.reload();
    await one.see(/^刚才那件已经送到了，编号/);
    await one.check();
    await one.see(/^是另一件，另外登记/);
    await one.tap('看那件');
    await one.see(arrived?.title ?? '');
    expect(await found()).toHaveLength(1);
    await one.page.context().close();
  });

  test('a matter that is given to another at the desk', async () => {
    const id = await said('祠堂前的台阶滑，下雨天摔过两个人。');
    const one = await sitting('clerk');
    await one.open(DESK(id));
    await one.tap(/^改派/);
    const dialog = one.page.getByRole('dialog');
    await dialog.getByRole('radio').first().click();
    await field(one, '为什么改派').fill('他更熟那一片');
    const mend = await loseReplies(one.page, '/reassignments');
    await dialog.getByText(/^改派 /).click();
    await dialog.getByText(/没有网/).waitFor();
    await mend();
    await field(one, '为什么改派').fill('他更熟那一片路');
    await readyForTap(one.page);
    await dialog.getByText(/^改派 /).click();
    await dialog.getByText(ARRIVED).waitFor();
    await one.page.context().close();
  });
});

async function register(one: Someone, words: string): Promise<void> {
  await one.open('/console/requests/pages/enter/index');
  await field(one, '来人的名字').fill('邵大伯');
  await field(one, '他说的话').fill(words);
}

/** What is sent there is on its way until the network is given back. */
async function holdUp(page: Page, path: string): Promise<() => Promise<void>> {
  let go: () => void = () => undefined;
  const free = new Promise<void>((given) => {
    go = given;
  });
  const where = `**/api/**${path}`;
  await page.route(where, async (route) => {
    await free;
    await route.continue();
  });
  return async () => {
    go();
    await page.unroute(where, () => undefined);
  };
}

async function addPhoto({ page }: Someone): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByText('加照片').locator('visible=true').last().click(),
  ]);
  await chooser.setFiles({ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: jpegOf({ width: 640, height: 480 }) });
}

describe('what is added while it is sent is not lost', () => {
  test('a photo to more words of a resident', async () => {
    const id = await said('水塔的盖板松了，大风天会响，请来看一看。');
    const one = await come('chen');
    await one.open(FOLLOW(id));
    await one.tap('补充几句');
    await one.write('今天又响了一夜。');
    const free = await holdUp(one.page, '/supplements');
    await one.page.getByText('加上去', { exact: true }).locator('visible=true').last().click();
    await addPhoto(one);
    await one.page.getByLabel('去掉第 1 张照片').waitFor();
    await free();
    await one.see('今天又响了一夜。');
    await one.tap('补充几句');
    await one.page.getByLabel('去掉第 1 张照片').waitFor();
    await one.page.context().close();
  });

  test('words of a visitor at the desk', async () => {
    const words = '渠边的护栏锈断了，孩子放学走那里。';
    const one = await sitting('clerk');
    await register(one, words);
    await one.page.getByLabel('哪个村的事').fill('cp');
    await one.page.keyboard.press('Enter');
    await one.page.getByLabel('哪一类').selectOption({ label: '路、桥、路灯' });
    const free = await holdUp(one.page, '/entered-for');
    await one.page
      .getByText(/^登记 /)
      .locator('visible=true')
      .last()
      .click();
    await field(one, '他说的话').fill(`${words}另外还有一件。`);
    await free();
    await one.see('邵大伯的事登记好了');
    await one.tap('再登记一件');
    await expect(field(one, '他说的话').inputValue()).resolves.toBe(`${words}另外还有一件。`);
    await one.see(/^刚才那件已经送到了，编号/);
    await one.page.context().close();
  });
});

test('a deputy who was chosen and has the matter by now is not chosen any more', async () => {
  const id = await said('广场边的井盖响，夜里睡不着。');
  const one = await sitting('clerk');
  await one.open(DESK(id));
  await one.tap(/^改派/);
  const dialog = one.page.getByRole('dialog');
  await dialog.getByRole('radio').first().click();
  await field(one, '为什么改派').fill('他更熟那一片');
  await dialog.getByText(/^居民会看到：/).waitFor();
  const clerk = await api.signedIn('clerk');
  const [first] = (await clerk.call(requests.group, { id })).deputies;
  await clerk.call(requests.reassign, { id, deputyId: first?.id ?? '', words: '他更熟那一片' });
  await one.page.reload();
  await one.tap(/^改派/);
  await dialog.getByText('先选给谁。').waitFor();
  expect(await dialog.getByText(/^居民会看到：/).count()).toBe(0);
  await one.page.context().close();
});

describe('what is written is kept', () => {
  test('beside a rating, with what was chosen', async () => {
    const id = await answered('公厕的灯不亮，晚上老人不敢去。');
    const one = await come('chen');
    await one.open(FOLLOW(id));
    await one.tap('没解决');
    await one.tap('想说一句（可不写）');
    await one.write('换的灯只亮了一个晚上，里面还是黑的。');
    await one.page.reload();
    await expect(field(one, '想说一句').inputValue()).resolves.toContain('只亮了一个晚上');
    await one.tap('就这样');
    await one.see(/^您说没解决，已经退回/);
    await one.page.context().close();
  });

  test('why a matter goes on, when the page is left and come back to', async () => {
    const id = await said('水井的盖子不见了，小孩在旁边玩。');
    const one = await come('mao');
    await one.open(PASS(id));
    await one.write('这口井在您的选区');
    await one.open('/pages/home/index');
    await one.open(PASS(id));
    await one.page.reload();
    await expect(field(one, '为什么转').inputValue()).resolves.toBe('这口井在您的选区');
    await one.page.context().close();
  });

  test('at the desk: another place and back, loaded again; thrown away when asked; not for another clerk', async () => {
    const words = '水渠堵了，田里进不了水，再不通秧就干了。';
    const one = await sitting('clerk');
    await register(one, words);
    await one.tap('事情');
    await one.tap('登记');
    await expect(field(one, '他说的话').inputValue()).resolves.toBe(words);
    await one.page.reload();
    await expect(field(one, '他说的话').inputValue()).resolves.toBe(words);
    await one.see('上次替邵大伯记的，还没登记。可以接着写。');
    const become = async (person: string) => {
      await one.page.locator('#demo-person').locator('visible=true').last().selectOption(person);
      await one.page.waitForURL((url) => !url.hash.includes('console'));
      await one.open('/console/requests/pages/enter/index');
    };
    await become('admin');
    await expect(field(one, '他说的话').inputValue()).resolves.toBe('');
    await become('clerk');
    await expect(field(one, '他说的话').inputValue()).resolves.toBe(words);
    await one.tap('退出');
    await one.see('您写了 1 份还没送出。退出以后，这台电脑上就没有了，找不回来。');
    await one.check();
    await one.tap(/^扔掉，退出/);
    await one.see('联络站工作台');
    const left = await one.page.evaluate((words) => JSON.stringify(localStorage).includes(words), words);
    expect(left).toBe(false);
    await one.page.context().close();
  });

  test('in a dialog of the desk', async () => {
    const id = await said('村道拐弯处看不见来车，请装一面镜子。');
    const one = await sitting('clerk');
    await one.open(DESK(id));
    await one.tap(/^留一句/);
    await field(one, '留一句').fill('他家里没人的时候打站里。');
    await one.page.reload();
    await one.tap(/^留一句/);
    await expect(field(one, '留一句').inputValue()).resolves.toBe('他家里没人的时候打站里。');
    await one.page.context().close();
  });
});

test("a resident's own matter: the page says which arrived, also when it is loaded again", async () => {
  const words = '村口的路灯坏了一排，晚上骑车看不见路沿。';
  const one = await come('chen');
  await one.open('/requests/pages/write/index');
  await one.tap('哪位代表都行');
  await one.write(words);
  await one.tap('下一步');
  await one.tap('下一步');
  await one.tap('路、桥、路灯');
  await one.tap('下一步');
  await one.tap('看一遍，再送出');
  const mend = await loseReplies(one.page, '/requests');
  await one.tap('送给代表');
  await one.see(/^现在送不出去/);
  await one.page.getByLabel('改什么事').locator('visible=true').last().click();
  await mend();
  await one.write(`${words}已经半个月了。`);
  for (const _ of [1, 2, 3]) await one.tap('下一步');
  await one.tap('看一遍，再送出');
  await one.tap('送给代表');
  await one.see(/^刚才那件已经送到了，编号/);
  await one.page.reload();
  await one.see(/^刚才那件已经送到了，编号/);
  await one.see('是另一件，另外送');
  await one.open('/pages/mine/index');
  await one.see(/先前写的那件已经送到了，改过的还没送/);
  await one.page.goBack();
  await one.tap('去看那件');
  await one.see(words);
  const { items } = await chen.call(requests.mine, { state: 'with_deputy' });
  expect(items.filter(({ title }) => title.startsWith('村口的路灯坏了一排'))).toHaveLength(1);
  await one.page.context().close();
});
