import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { deputyNamed, matterFor, testApi } from '../../functions/testing/api';
import * as requests from '../../shared/requests/contract';
import { openSomeone, type Someone, settled } from './browser';
import { openChromium } from './chromium';

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
const come = (person: string, options = {}) => openSomeone(browser, api, person, options);

beforeAll(async () => {
  browser = await openChromium();
});

afterAll(() => browser?.close());

/** What has the focus, in the words that can be read; the page itself is 'page', nothing at all ''. */
function focused({ page }: Someone): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body || !at.getClientRects().length) return '';
    if (at.classList.contains('root')) return 'page';
    return at.getAttribute('aria-label') ?? at.textContent?.trim() ?? '';
  });
}

/** Waits until the focus is there: another page comes with its code, and a browser goes back in its own time. */
async function focusComes(someone: Someone, words: string | RegExp): Promise<void> {
  for (let looks = 0; looks < 600; looks += 1) {
    const at = await focused(someone);
    if (typeof words === 'string' ? at === words : words.test(at)) return;
    await someone.page.waitForTimeout(100);
  }
  throw new Error(`the focus never comes to ${words}`);
}

const press = async (someone: Someone, ...keys: string[]) => {
  for (const key of keys) await someone.page.keyboard.press(key);
};

/** Goes on with Tab until this has the focus. */
async function tabTo(someone: Someone, words: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const at = await focused(someone);
    if (typeof words === 'string' ? at === words : words.test(at)) return;
    await press(someone, 'Tab');
  }
  throw new Error(`Tab never reaches ${words}`);
}

test('another page begins at its top, and going back goes on where the keyboard was', async () => {
  const chen = await come('chen', { width: 1280 });
  await chen.open('/pages/home/index');
  await chen.see('徐示例');
  await tabTo(chen, /^徐示例/);
  await press(chen, 'Enter');
  await chen.see('什么事可以跟代表说');
  await focusComes(chen, 'page');
  await press(chen, 'Tab');
  await chen.page.goBack();
  await focusComes(chen, /^徐示例/);
  await chen.page.context().close();
});

test('each step of writing begins at its top', async () => {
  const lin = await come('lin');
  await lin.open(`/requests/pages/write/index?deputy=${deputyNamed('徐示例').id}`);
  await lin.see('什么事？');
  await lin.write('村口的石桥有一块板松了，走上去会晃。');
  await tabTo(lin, '下一步');
  await press(lin, 'Enter');
  await lin.see('在哪里？');
  await focusComes(lin, 'page');
  await lin.page.context().close();
});

test('what changes on the page beneath leaves the keyboard where somebody writes', async () => {
  const resident = await api.signedIn('chen');
  await api.verifyPhone(resident, 'chen');
  const { id } = await resident.call(requests.submit, matterFor('毛范例', { words: '祠堂门口的灯坏了，晚上看不见。' }));
  const mao = await come('mao');
  await mao.open(`/requests/pages/follow/index?id=${id}`);
  await mao.tap('回话');
  await mao.page.getByLabel('您的回话').locator('visible=true').click();
  await mao.page.keyboard.type('已经');
  const elsewhere = await api.signedIn('mao');
  await elsewhere.call(requests.ask, { id, words: '是哪几盏灯？' });
  await mao.page.context().setOffline(true);
  await mao.page.context().setOffline(false);
  await mao.page.getByText('是哪几盏灯？').last().waitFor({ state: 'attached' });
  await settled(mao.page);
  await mao.page.keyboard.type('联系村里');
  expect(await mao.page.getByLabel('您的回话').locator('visible=true').inputValue()).toBe('已经联系村里');
  await mao.page.context().close();
});

test('on a computer the menu is the first that Tab reaches, and arrows walk in it', async () => {
  const lin = await come('lin', { width: 1280 });
  await lin.open('/pages/home/index');
  await lin.see('徐示例');
  await tabTo(lin, '首页');
  await press(lin, 'ArrowRight');
  expect(await focused(lin)).toBe('我的事');
  await press(lin, 'End');
  expect(await focused(lin)).toBe('我');
  await press(lin, 'ArrowRight', 'Tab');
  expect(await focused(lin)).toMatch(/草坪村/);
  await lin.page.context().close();
});

test('among radios an arrow chooses, and Tab leaves them', async () => {
  const lin = await come('lin');
  await lin.open('/pages/me/index');
  await tabTo(lin, '字平常');
  await press(lin, 'ArrowRight');
  expect(await focused(lin)).toBe('字大');
  await lin.page.locator('.root.elder').waitFor();
  // With another key it is the browser's own.
  await press(lin, 'Control+ArrowLeft', 'Shift+Control+Home');
  expect(await focused(lin)).toBe('字大');
  await press(lin, 'Home');
  expect(await focused(lin)).toBe('字平常');
  await press(lin, 'Tab');
  expect(await focused(lin)).not.toMatch(/^字/);
  await lin.page.context().close();
});

test('a day is typed figure by figure, can be emptied, and is told when it lies outside', async () => {
  const mao = await come('mao');
  await mao.open('/identity/pages/away/index');
  const from = mao.page.getByLabel('从哪天').locator('visible=true');
  await from.focus();
  await press(mao, ...'11302028');
  expect(await from.inputValue()).toBe('2028-11-30');
  await press(mao, 'Backspace');
  expect(await from.inputValue()).toBe('');
  await press(mao, ...'2001');
  await mao.see(/最早选/);
  await mao.page.context().close();
});
