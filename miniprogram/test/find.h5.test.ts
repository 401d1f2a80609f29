import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { deputyNamed, testApi } from '../../functions/local/testing-api';
import { openSomeone } from './browser';
import { openChromium } from './chromium';

// Before anything else, and with time to build.
beforeAll(() => build('h5'), 240_000);

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
const come = (options = {}) => openSomeone(browser, api.url, 'xin', options);

beforeAll(async () => {
  browser = await openChromium();
  api.clock.set(new Date().toISOString());
}, 60_000);

afterAll(() => browser?.close());

const LOOKS = [
  { width: 375, size: 'normal', dark: false },
  { width: 1280, size: 'normal', dark: true },
  { width: 375, size: 'elder-max', dark: true },
] as const;

test.each(LOOKS)('a village by initials, a unit, the stations at $width px, $size, dark $dark', async (look) => {
  const xin = await come({ ...look, place: false });
  await xin.open('/directory/pages/place/index');
  await xin.see('白石镇');
  await xin.check();
  await xin.write('cpc');
  await xin.see('找到 1 个地方');
  await xin.check();
  await xin.tap('草坪村');
  await xin.tap('就选 白石镇 草坪村');
  await xin.see('共 6 位');
  await xin.see(/外出到/);
  await xin.tap('全县联络站');
  await xin.see('白石镇代表联络站');
  await xin.check();
  await xin.open('/directory/pages/unit/index');
  await xin.tap('县示例医院');
  await xin.see('仇示例');
  await xin.tap('我在这个单位，记住');
  await xin.see('单位的代表');
  await xin.check();
  await xin.page.context().close();
});

test('a deputy is found by name; the station’s address is copied where there is no map', async () => {
  const xin = await come();
  await xin.open('/directory/pages/place/index');
  await xin.see('白石镇');
  await xin.write('zengfl');
  await xin.see('也可以找人');
  await xin.tap(/^曾范例/);
  await xin.see('身份已核对');
  await xin.open(`/directory/pages/deputy/index?id=${deputyNamed('徐示例').id}`);
  await xin.tap('抄下地址');
  await xin.see('抄好了');
  await xin.page.context().close();
});

test('the browser is not asked where it is', async () => {
  const xin = await come();
  await xin.open('/directory/pages/place/index');
  await xin.see('白石镇');
  expect(await xin.page.getByText('用我现在的位置找').count()).toBe(0);
  await xin.page.context().close();
});
