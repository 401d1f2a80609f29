import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { matterFor, testApi } from '../../functions/testing/api';
import { awaitHotline, follow, submit } from '../../shared/requests/contract';
import { openSomeone, type Someone, settled } from './browser';
import { openChromium } from './chromium';

/** At the desk by keyboard: a matter is pending at 12345, and its result comes back; on the phone its resident reads where it is. */
const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
const phone = (key: string) => api.signedIn(key);
const state = async (id: string) => (await (await phone('chen')).call(follow, { id })).state;

async function press({ page }: Someone, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
}

let lamps: string;
let canal: string;

beforeAll(async () => {
  browser = await openChromium();
  for (const key of ['chen', 'clerk']) await api.verifyPhone(await phone(key), key);
  const chen = await phone('chen');
  lamps = (await chen.call(submit, matterFor('徐示例', { words: '村口的路灯坏了三盏，晚上不好走。' }))).id;
  canal = (await chen.call(submit, matterFor('徐示例', { words: '水渠闸门锈死了，放不出水。' }))).id;
});

afterAll(() => browser?.close());

const WORKLIST = '/console/requests/pages/worklist/index';

test('the clerk leaves it to 12345 and brings its result back, in every look', async () => {
  const desk = await openSomeone(browser, api, 'clerk', {
    width: 1280,
    compact: true,
    looks: [{ dark: true }, { width: 1280, size: 'elder' }],
  });
  await desk.open(`${WORKLIST}?box=open&id=${lamps}`);
  await desk.see('村口的路灯坏了三盏');
  await press(desk, 'w');
  await desk.see('等 12345 的结果');
  await desk.see(/日子照走，最晚还是/);
  await desk.check();
  await desk.page.getByRole('dialog').getByLabel('12345 工单编号').last().fill('gd2026 1118 0001');
  await desk.page.getByRole('dialog').getByRole('button', { name: '等它的结果' }).click();
  await desk.see(/在等 12345 的结果$/);
  await desk.see('工单编号 GD202611180001');
  expect(await state(lamps)).toBe('with_hotline');

  // The same number for another: which one has it is said, and nothing is done.
  await desk.open(`${WORKLIST}?box=open&id=${canal}`);
  await desk.page.reload();
  await desk.see('水渠闸门锈死了');
  await press(desk, 'w');
  await desk.page.getByRole('dialog').getByLabel('12345 工单编号').last().fill('GD202611180001');
  await desk.page.getByRole('dialog').getByRole('button', { name: '等它的结果' }).click();
  await desk.see(/的那件已经用了，请看是不是同一件/);
  await press(desk, 'Escape');
  expect(await state(canal)).toBe('with_deputy');

  // It has a box of its own, and from there the result comes back.
  await desk.open(`${WORKLIST}?box=at_hotline&id=${lamps}`);
  await desk.page.reload();
  await desk.see('等 12345');
  await desk.check();
  await press(desk, 'v');
  await desk.see('没办成，我们接着办');
  await desk.page.getByRole('radio', { name: /^有结果了/ }).click();
  await desk.check();
  await desk.page.getByRole('dialog').getByLabel('12345 怎么答的').last().fill('12345 说：三盏灯都换好了。');
  await desk.page.getByRole('dialog').getByRole('button', { name: '就这样' }).click();
  await desk.see('结果记下了，等居民说');
  await desk.see('12345 热线答复');
  expect(await state(lamps)).toBe('answered');
  await desk.page.context().close();
});

test('its resident reads plainly where it is and under which number, and is asked whether it is solved', async () => {
  const clerk = await phone('clerk');
  const seen = (await clerk.call(follow, { id: canal })).events[0]?.id ?? '';
  await clerk.call(awaitHotline, { id: canal, seen, number: 'GD202611180002' });
  const chen = await openSomeone(browser, api, 'chen', { looks: [{ size: 'elder-max', width: 320 }] });
  await chen.open(`/requests/pages/follow/index?id=${canal}`);
  await chen.see('12345 正在办，编号 GD202611180002，我们等它的结果');
  await chen.see('12345 有了结果，再请您说解决了没有');
  await chen.check();
  await chen.open(`/requests/pages/follow/index?id=${lamps}`);
  await chen.page.reload();
  await chen.see('12345 热线答复');
  await chen.see('12345 说：三盏灯都换好了。');
  await chen.check();
  await chen.page.context().close();
});
