import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { matterFor, testApi } from '../../functions/testing/api';
import { follow, submit } from '../../shared/requests/contract';
import { openSomeone, type Someone, settled } from './browser';
import { openChromium } from './chromium';

/** What may be a report of wrongdoing: the office decides on it by keyboard, a clerk sends one there, its resident reads who can see it. */
const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
const phone = (key: string) => api.signedIn(key);
const state = async (id: string) => (await (await phone('chen')).call(follow, { id })).state;
const send = async (words: string) => (await (await phone('chen')).call(submit, matterFor('徐示例', { words }))).id;

async function press({ page }: Someone, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
}
const inDialog = ({ page }: Someone, name: string) => page.getByRole('dialog').getByRole('button', { name });

const REPORT = '村里修路灯的钱有人贪污了，请查一查。';
const LAMPS = '村口到文化礼堂这段路，五盏路灯坏了三盏。';
const WORKLIST = '/console/requests/pages/worklist/index';
const LOOKS = { width: 1280, compact: true, looks: [{ dark: true }, { width: 1280, size: 'elder' as const }] };

beforeAll(async () => {
  browser = await openChromium();
  for (const key of ['chen', 'clerk', 'admin']) await api.verifyPhone(await phone(key), key);
});
afterAll(() => browser?.close());

test('the office finds it in a box of its own, lets one go its way and says of another where it belongs', async () => {
  const [first, second] = [await send(REPORT), await send(`${REPORT}账本在会计那里。`)];
  const office = await openSomeone(browser, api, 'admin', LOOKS);
  await office.open(`${WORKLIST}?box=with_office&id=${first}`);
  await office.see('像检举');
  await office.see('人大办公室先看');
  await office.check();
  await press(office, 'f');
  await office.see('不是检举，照常办');
  await office.check();
  await inDialog(office, '照常办').click();
  await office.see(/交给徐代表了/);
  expect(await state(first)).toBe('with_deputy');

  await office.open(`${WORKLIST}?box=with_office&id=${second}`);
  await office.page.reload();
  await office.see(/账本在会计那里/);
  await press(office, 'y');
  await office.see('去哪里说');
  await office.check();
  await inDialog(office, '告诉他去哪里说').click();
  await office.see('不归这里办，告诉了去哪里说');
  expect(await state(second)).toBe('closed');
  await office.page.context().close();

  const chen = await openSomeone(browser, api, 'chen', { looks: [{ size: 'elder-max', width: 320 }, { dark: true }] });
  await chen.open(`/requests/pages/follow/index?id=${second}`);
  await chen.see(/检举、控告请打 12388/);
  await chen.check();
  await chen.page.context().close();
});

test('a clerk who thinks it is one sends it there, and has it no more; its resident reads who can see it', async () => {
  const id = await send(LAMPS);
  const desk = await openSomeone(browser, api, 'clerk', LOOKS);
  await desk.open(`${WORKLIST}?box=open&id=${id}`);
  await desk.see(/五盏路灯坏了三盏/);
  await press(desk, 'o');
  await desk.see(/检举、控告不能让被说到的人看到/);
  await desk.page.getByRole('dialog').getByLabel('哪里像').last().fill('照片里说的是收钱的事。');
  await desk.check();
  await inDialog(desk, '只给人大办看').click();
  await desk.see(/只有人大办公室看得到了/);
  expect(await state(id)).toBe('with_office');
  // No box of it at a station, and nothing of it in any other.
  expect(await desk.page.getByRole('button', { name: /^像检举/ }).count()).toBe(0);
  await desk.open(`${WORKLIST}?box=all`);
  await desk.page.reload();
  await settled(desk.page);
  expect(await desk.page.getByText('五盏路灯坏了三盏').count()).toBe(0);
  await desk.page.context().close();

  const chen = await openSomeone(browser, api, 'chen', { looks: [{ size: 'elder-max', width: 320 }, { dark: true }] });
  await chen.open(`/requests/pages/follow/index?id=${id}`);
  await chen.see(/只有县人大办公室看得到/);
  await chen.check();
  await chen.page.context().close();
});
