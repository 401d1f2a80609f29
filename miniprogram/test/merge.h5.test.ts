import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { matterFor, testApi } from '../../functions/testing/api';
import { answer, follow, moderate, submit } from '../../shared/requests/contract';
import { openSomeone, type Someone, settled } from './browser';
import { openChromium } from './chromium';

/** At the desk by keyboard: what is likely the same side by side, put together, taken out again; on the phone all who said it read what becomes of it. */
const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
const phone = (key: string) => api.signedIn(key);
const LEAD = '村口到文化礼堂这段路，五盏路灯坏了三盏。';
const OTHER = '文化礼堂门口路灯坏了，跳舞的都打手电。';

async function say(key: string, words: string, changes = {}): Promise<string> {
  return (await (await phone(key)).call(submit, matterFor('徐示例', { words, ...changes }))).id;
}

async function press({ page }: Someone, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
}

let lead: string;
let other: string;

beforeAll(async () => {
  browser = await openChromium();
  for (const key of ['chen', 'lin', 'xin', 'clerk']) await api.verifyPhone(await phone(key), key);
  lead = await say('chen', LEAD, { openness: 'public', name: '陈试用' });
  await api.runSchedules();
  await (await phone('clerk')).call(moderate, { id: lead, publish: true });
  other = await say('lin', OTHER, { sameAs: lead, name: '林独名' });
  await say('xin', '文化礼堂边上那几盏路灯也不亮。');
});

afterAll(() => browser?.close());

const WIDE = { width: 1280, compact: true };
const sitting = (options = {}) => openSomeone(browser, api, 'clerk', { ...WIDE, ...options });
const WORKLIST = '/console/requests/pages/worklist/index';

test('put together and taken out again by keyboard, in every look', async () => {
  const desk = await sitting({ looks: [{ dark: true }, { width: 1280, size: 'elder' }] });
  await desk.open(`${WORKLIST}?box=said_same`);
  await desk.see('居民说是同一件');
  await desk.see(/跟公开栏上的“/);
  await press(desk, 'm');
  await desk.see('这 3 件像是一件事');
  await desk.see(/像：居民说是同一件，同一个村/);
  await desk.check();
  // What lies on the screen is the second one's; the first that was said of leads where it is chosen.
  await desk.page.getByLabel('以这件为主：第 2 件').click();
  await desk.see(/^3 件合成一件/);
  await press(desk, '3');
  await desk.see(/^2 件合成一件/);
  await press(desk, '3', '3');
  await press(desk, 'm');
  await desk.see(/2 件合好了/);
  await desk.see(/里一起办，那一件答了/);
  expect((await (await phone('lin')).call(follow, { id: other })).others).toBe(1);

  await desk.open(`${WORKLIST}?box=open&id=${lead}`);
  await desk.page.reload();
  await desk.see('一起办的，还有 1 位说的');
  await desk.see(OTHER);
  await desk.page.getByLabel(`拆开：${OTHER}`).click();
  await desk.see('拆开了，各办各的');
  expect((await (await phone('lin')).call(follow, { id: other })).others).toBe(0);
  await press(desk, 'm');
  await desk.see('这 3 件像是一件事');
  await press(desk, 'm');
  await desk.see(/3 件合好了/);
  await desk.see('一起办的，还有 2 位说的');
  await desk.check();
  await desk.open(`${WORKLIST}?box=all&id=${other}`);
  await desk.page.reload();
  await desk.see(/里一起办，那一件答了/);
  await press(desk, 'u');
  await desk.see('拆开，单独办');
  await press(desk, 'Escape');
  await desk.page.context().close();
});

test('what was put together a moment ago is taken out again by Z, and what was lately from the list', async () => {
  const words = ['东坡的茶园道断了，茶青运不出来。', '东坡茶园道塌了一截，摩托车过不去。', '茶园道断头，采茶的绕路。'];
  const ids = [];
  for (const [at, key] of ['chen', 'lin', 'xin'].entries())
    ids.push(await say(key, words[at] ?? '', { where: '东坡' }));
  const [first, second] = ids as [string, string];
  const othersOf = async (id: string) => (await (await phone('clerk')).call(follow, { id })).others;
  const desk = await sitting({ looks: [{ dark: true }, { width: 375 }, { width: 1280, size: 'elder' }] });
  await desk.open(`${WORKLIST}?box=open&id=${first}`);
  await desk.see(/^合成一件/);
  await press(desk, 'm');
  await desk.see('这 3 件像是一件事');
  await desk.see(/写的地方一样/);
  await desk.check();
  await desk.page.getByText('只合前两件').focus();
  await press(desk, 'Enter');
  await desk.see(/2 件合好了/);
  await desk.see('拆开 Z');
  await desk.check();
  expect(await othersOf(first)).toBe(1);
  await press(desk, 'z');
  await desk.see('拆开了，各办各的');
  expect(await othersOf(first)).toBe(0);
  // Said and done: the key is free again.
  await press(desk, 'z', 'm');
  await desk.see('这 3 件像是一件事');
  await press(desk, 'm');
  await desk.see(/3 件合好了/);
  await desk.page.getByLabel('关掉这句话').click();
  await press(desk, 'm');
  await desk.see('最近合的');
  await desk.see(/3 件，今天/);
  await desk.page
    .getByLabel(/，3 件$/)
    .first()
    .focus();
  await press(desk, 'Enter');
  await desk.see('拆开了，各办各的');
  await desk.see('这 3 件像是一件事');
  expect([await othersOf(first), await othersOf(second)]).toEqual([0, 0]);
  await desk.page.context().close();
});

test('the deputy reads all of them and answers once; each resident is told, and asked for themselves', async () => {
  const xu = await openSomeone(browser, api, 'xu', { looks: [{ size: 'elder-max', width: 320 }] });
  await xu.open(`/requests/pages/follow/index?id=${lead}`);
  await xu.see('一起办的，还有 2 位说的');
  await xu.see(OTHER);
  await xu.check();
  const shown = (await xu.page.textContent('body')) ?? '';
  expect(shown).not.toContain('林独名');
  await xu.page.context().close();
  const lin = await openSomeone(browser, api, 'lin', { looks: [{ size: 'elder' }] });
  await lin.open(`/requests/pages/follow/index?id=${other}`);
  await lin.see(/和另外 2 件是一回事，合在一起办。/);
  await lin.check();
  await (await phone('xu')).call(answer, { id: lead, words: '灯都换好了，请大家看看。' });
  await lin.page.reload();
  await lin.see('灯都换好了，请大家看看。');
  await lin.tap('没解决');
  await lin.page.context().close();
});

test('the same by two words of nobody: nothing alike is said so, and what is not the same is not shown again', async () => {
  const [one, two] = [await say('chen', '水渠闸门锈死了，放不出水。'), await say('lin', '水渠闸门关不上，田都淹了。')];
  const desk = await sitting();
  await desk.open(`${WORKLIST}?box=open&id=${one}`);
  await desk.see(/^合成一件/);
  await press(desk, 'm');
  await desk.see('这 2 件像是一件事');
  await press(desk, 'x');
  await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
  await desk.page.reload();
  await desk.see(/^合成一件/);
  await press(desk, 'm');
  await desk.see(/没有像的/);
  expect(two).toBeTruthy();
  await desk.page.context().close();
});
