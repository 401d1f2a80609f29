import type { Browser, Page } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { matterFor, testApi } from '../../functions/testing/api';
import * as requests from '../../shared/requests/contract';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

/** Following and dealing with a matter in a browser: photos with an answer, and every new screen in every look. */

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
});

afterAll(() => browser?.close());

const come = (person: string, options = {}) => openSomeone(browser, api, person, options);
const follow = (id: string) => `/requests/pages/follow/index?id=${id}`;

async function said(words: string, changes: object = {}): Promise<string> {
  const chen = await api.signedIn('chen');
  return (await chen.call(requests.submit, matterFor('毛范例', { words, ...changes }))).id;
}

/** A photo as a camera makes one, larger than is sent. */
async function photo(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1600 });
    const paint = canvas.getContext('2d') as CanvasRenderingContext2D;
    for (let stripe = 0; stripe < 24; stripe += 1) {
      paint.fillStyle = `hsl(${stripe * 15} 60% 50%)`;
      paint.fillRect(stripe * 100, 0, 100, 1600);
    }
    return canvas.toDataURL('image/jpeg');
  });
  return Buffer.from(url.split(',')[1] ?? '', 'base64');
}

async function addPhoto({ page }: Someone): Promise<void> {
  const buffer = await photo(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('加照片').locator('visible=true').last().click();
  await (await chooser).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByLabel('第 1 张照片', { exact: true }).locator('visible=true').last().waitFor();
}

test('an answer with a photo: kept while it is written, seen by the resident, opened whole by a tap', async () => {
  const id = await said('水渠塌了一段，下面的田放不进水。');
  const mao = await come('mao');
  await mao.open(`/requests/pages/answer/index?id=${id}`);
  await addPhoto(mao);
  await mao.write('昨天去看过，塌的就是这一段，下周修。');
  await mao.page.reload();
  await mao.page.getByLabel('第 1 张照片', { exact: true }).locator('visible=true').last().waitFor();
  await mao.tap('送出回话');
  await mao.see(/等居民说解决了没有。居民点头/);
  const { events } = await (await api.signedIn('chen')).call(requests.follow, { id });
  expect(events.find(({ kind }) => kind === 'answered')?.pictures).toMatchObject([{ width: 1920, height: 1280 }]);
  const chen = await come('chen');
  await chen.open(follow(id));
  await chen.see('先不给看');
  await chen.see('图片要先检查，没有问题才给看。');
  await chen.check();
  await api.runSchedules();
  await api.standIn.post('/picture-checks', {});
  await chen.page.reload();
  const shot = chen.page.getByLabel('毛代表的第 1 张图片，点开看大图').locator('visible=true').last();
  await shot.waitFor();
  await chen.check();
  await shot.click();
  await chen.page.locator('.preview-image').last().waitFor();
  await chen.page.keyboard.press('Escape');
  expect(await chen.page.locator('.preview-image').count()).toBe(0);
  await chen.page.context().close();
  await mao.page.context().close();
});

test('more words with a photo; what is not a photo is said, and the words go without it', async () => {
  const id = await said('桥头的井盖松了，一踩就响。');
  const chen = await come('chen');
  await chen.open(follow(id));
  await chen.tap('补充几句');
  const chooser = chen.page.waitForEvent('filechooser');
  await chen.page.getByLabel('加照片').locator('visible=true').last().click();
  await (await chooser).setFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') });
  await chen.see(/有一张打不开/);
  await chen.check();
  await addPhoto(chen);
  await chen.write('就是桥东这一个，昨晚又响了。');
  await chen.tap('加上去');
  await chen.see('您补充了几句');
  const { events } = await (await api.signedIn('chen')).call(requests.follow, { id });
  expect(events[0]).toMatchObject({ kind: 'supplemented', words: '就是桥东这一个，昨晚又响了。' });
  expect(events[0]?.pictures).toHaveLength(1);
  await chen.page.context().close();
});

const LOOKS = [
  { width: 375, size: 'normal', dark: true },
  { width: 375, size: 'elder', dark: false },
  { width: 375, size: 'elder-max', dark: false },
  { width: 1280, size: 'normal', dark: false },
] as const;

test('every screen of it holds in every look', async () => {
  const mine = await said('上新屋的井水发黄，烧开有一层白的。');
  const asked = await said('隔壁阿婆门槛高，轮椅进不去。');
  const free = await said('公交站牌挪了地方，没写新的在哪里。', { deputyId: undefined });
  await (await api.signedIn('mao')).call(requests.ask, { id: asked, words: '大门有多宽？房子是自己的吗？' });
  const chen = await come('chen', { looks: LOOKS });
  for (const [id, words, act] of [
    [asked, '毛代表问您', '回答代表'],
    [free, '还没有代表接', '还没有代表看，可以撤回'],
  ] as const) {
    await chen.open(follow(id));
    await chen.see(words);
    await chen.check();
    await chen.tap(act);
    await chen.see(/^先不[写撤]$/);
  }
  await chen.page.context().close();
  const mao = await come('mao', { looks: LOOKS });
  await mao.open(follow(mine));
  for (const act of ['问一句', '给联络站留一句']) {
    await mao.tap(act);
    await mao.tap('先不写');
  }
  await mao.tap('转给别的代表');
  await mao.see('为什么转？');
  await mao.check();
  // The page below has the same address but for its id.
  await mao.open(follow(free));
  await mao.page.reload();
  await mao.see('我来接');
  await mao.check();
  await mao.open('/pages/mine/index');
  await mao.tap(/^组里的/);
  await mao.see(/公交站牌挪了地方/);
  await mao.tap(/^等居民/);
  await mao.see('等居民回答');
  await mao.open('/requests/pages/find/index');
  await mao.write('井水');
  await mao.see(/^找到 \d 件/);
  await mao.check();
  await mao.page.context().close();
});
