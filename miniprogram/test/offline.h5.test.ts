import { Hono } from 'hono';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { testApi } from '../../functions/testing/api';
import { DOUBLE_TAP_MS } from './browser';
import { openChromium } from './chromium';

/** The pages without a network, as a browser has them: with what the service worker keeps, and where there is none. */

/** True: another build was deployed. */
let deployed = false;
const api = testApi({
  pages: async () =>
    new Hono()
      .get('/', (c, next) => (deployed ? Promise.resolve(c.html('<p>新的一版</p>')) : next()))
      .route('/', h5Pages(await build('h5'))),
});
let browser: Browser;
let context: BrowserContext;
let page: Page;
let refused: string[];

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser?.close());
afterEach(() => context?.close());

async function open(serviceWorkers: 'allow' | 'block'): Promise<void> {
  context = await browser.newContext({
    viewport: { width: 375, height: 812 },
    reducedMotion: 'reduce',
    serviceWorkers,
  });
  page = await context.newPage();
  refused = [];
  page.on('console', (said) => void (/Content Security Policy/.test(said.text()) && refused.push(said.text())));
  await page.goto(`${api.url}/`);
  await shown('找代表').waitFor();
}

const shown = (words: string) => page.getByText(words, { exact: true }).locator('visible=true').last();

/** The worker has kept everything and answers for this page. */
const kept = () =>
  page.evaluate(async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    if (!serviceWorker.controller)
      await new Promise((taken) => serviceWorker.addEventListener('controllerchange', taken, { once: true }));
  });

test('a page that was never opened opens without a network, also when the browser was closed in between', async () => {
  await open('allow');
  await kept();
  await context.setOffline(true);
  await shown('说件事').click();
  await shown('先选您住的村').waitFor();
  expect(page.url()).toContain('/requests/pages/write/index');
  await page.reload();
  await shown('先选您住的村').waitFor();
  expect(refused).toEqual([]);
});

test('what the API says is kept by nobody, and with a network the newest build is what opens', async () => {
  await open('allow');
  await kept();
  const addresses = await page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
    const requests = await Promise.all(caches.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(addresses.length).toBeGreaterThan(40);
  for (const address of addresses) expect(address).toMatch(/^\/((js|css|static)\/[\w.-]+)?$/);
  deployed = true;
  await page.reload();
  await shown('新的一版').waitFor();
  deployed = false;
});

test.each([
  ['a step on', '说件事', '选好就看得到您的代表。'],
  ['another tab', '公开栏', '登在这里的，谁都能看。不写名字。'],
])('where nothing is kept %s that does not come says so, and leaves no step behind', async (_, words, there) => {
  await open('block');
  const before = page.url();
  await context.setOffline(true);
  await shown(words).click();
  await shown('没有网，那一页现在打不开。').waitFor();
  await page.waitForFunction((url) => window.location.href === url, before);
  await shown('找代表').waitFor();
  await context.setOffline(false);
  await page.waitForTimeout(DOUBLE_TAP_MS);
  await shown('没有网，那一页现在打不开。').waitFor({ state: 'detached' });
  await shown(words).click();
  await shown(there).waitFor();
  if (words === '公开栏') await shown('首页').click();
  else await page.goBack();
  await shown('找代表').waitFor();
  expect(page.url()).toBe(before);
});

test('where not even the first page comes that is said, and with a network it opens by itself', async () => {
  context = await browser.newContext({ viewport: { width: 375, height: 812 }, serviceWorkers: 'block' });
  page = await context.newPage();
  const shell = await (await fetch(`${api.url}/`)).text();
  await page.route('**/js/*.js', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop() ?? '';
    return shell.includes(name) ? route.continue() : route.abort('internetdisconnected');
  });
  await page.goto(`${api.url}/`);
  await shown('没有网，连心站现在打不开。有网了，自己会打开。').waitFor();
  await page.unrouteAll();
  await context.setOffline(true);
  await context.setOffline(false);
  await shown('找代表').waitFor();
});
