import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { demoStanding, seedBoundaries } from '../../functions/local/seed/boundaries';
import { deputyNamed, testApi } from '../../functions/testing/api';
import { toWgs84 } from '../../shared/directory/rules-places';
import { openSomeone } from './browser';
import { openChromium } from './chromium';

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
const come = (options = {}) => openSomeone(browser, api, 'xin', options);

beforeAll(async () => {
  browser = await openChromium();
});

afterAll(() => browser?.close());

const looks = [
  { width: 1280, dark: true },
  { size: 'elder-max', dark: true },
] as const;

test('a village by initials, a unit, the stations in every look', async () => {
  const xin = await come({ looks, place: false });
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

test('where letters are large the two nearest stand first, and all are a tap away', async () => {
  const xin = await come({ size: 'elder-max', dark: true });
  await xin.open('/pages/home/index');
  await xin.see('共 6 位');
  await xin.tap('看全部 6 位');
  await xin.see(/外出到/);
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

describe('near me', () => {
  const button = '用我现在的位置找';
  const townAndVillage = '请在下面点您住的村。';

  /** Somebody on the page where one picks a village, whose browser may say where it is. */
  async function standing(options: object, geolocation: { longitude: number; latitude: number } | null) {
    const xin = await come({ place: false, ...options });
    const context = xin.page.context();
    await context.grantPermissions(['geolocation'], { origin: api.url });
    await context.setGeolocation(geolocation);
    await xin.open('/directory/pages/place/index');
    await xin.see('白石镇');
    return xin;
  }

  beforeAll(() => seedBoundaries(api.services));

  test('allowed, it is the village', async () => {
    const { latitude, longitude } = demoStanding().here;
    const place = toWgs84({ latitude: Number(latitude), longitude: Number(longitude) });
    const xin = await standing({ looks }, place);
    const asked = xin.page.waitForRequest((request) => request.url().includes('/directory/near?'));
    await xin.tap(button);
    expect(new URL((await asked).url()).searchParams.get('coordinates')).toBe('wgs84');
    await xin.see('您在白石镇草坪村。对的话，点下面的“就选”。');
    await xin.tap('就选 白石镇 草坪村');
    await xin.see('共 6 位');
    await xin.page.context().close();
  });

  test('outside of the county it says so, and the list is there', async () => {
    const xin = await standing({ looks }, { latitude: 39.9, longitude: 116.4 });
    await xin.tap(button);
    await xin.see('这里不像在本县。请在下面找您住的村。');
    // Whoever tries the demo is hardly ever in its county.
    await xin.tap('演示：当作我在草坪村');
    await xin.see('您在白石镇草坪村。对的话，点下面的“就选”。');
    await xin.page.context().setGeolocation({ latitude: 28.6, longitude: 118.4 });
    await xin.tap(button);
    await xin.see(`离您最近的是草坪村代表联络站，约 27 公里。${townAndVillage}`);
    await xin.page.context().close();
  });

  test('refused, it says so and how to allow it', async () => {
    const xin = await come({ place: false });
    await xin.open('/directory/pages/place/index');
    await xin.tap(button);
    await xin.see(`浏览器没有允许看位置，不要紧，${townAndVillage}想用位置，要先在浏览器的设置里允许。`);
    await xin.page.context().close();
  });

  test('a browser that does not know where it is, or only about, names no village', async () => {
    const xin = await standing({}, null);
    await xin.tap(button);
    await xin.see(`现在看不到您的位置。${townAndVillage}`);
    await xin.page.context().setGeolocation({ latitude: 28.83, longitude: 118.49, accuracy: 8_000 });
    await xin.tap(button);
    await xin.see(`浏览器只知道大概的位置，分不清是哪个村。${townAndVillage}`);
    await xin.page.context().close();
  });

  test('a browser that takes too long is not waited for', async () => {
    const xin = await come({ place: false });
    await xin.page.addInitScript(() => {
      navigator.geolocation.getCurrentPosition = (_, fail) => fail?.({ code: 3 } as GeolocationPositionError);
    });
    await xin.open('/directory/pages/place/index');
    await xin.tap(button);
    await xin.see('等了一会儿，没等到您的位置。请再点一次，或者在下面点您住的村。');
    await xin.page.context().close();
  });

  test('a page that did not come over https cannot ask, and offers the other ways alone', async () => {
    const xin = await come({ place: false });
    await xin.page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
    await xin.open('/directory/pages/place/index');
    await xin.see('白石镇');
    expect(await xin.page.getByText(button).count()).toBe(0);
    await xin.page.context().close();
  });
});
