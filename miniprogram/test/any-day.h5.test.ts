import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { matterFor, testApi } from '../../functions/testing/api';
import { ODD_DAYS } from '../../functions/testing/clock';
import { addDays, dayOf, sayDay } from '../../shared/kernel/days';
import * as requests from '../../shared/requests/contract';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

const DAY_MS = 86_400_000;
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser?.close());

describe.each(ODD_DAYS)('on %s', (at) => {
  const api = testApi({ at, pages: async () => h5Pages(await build('h5')) });
  const come = (person: string) => openSomeone(browser, api, person);
  const today = dayOf(new Date(at));
  const daysApart = async ({ page }: Someone) =>
    Math.round(Math.abs(api.clock.now().getTime() - Number(await page.evaluate('Date.now()'))) / DAY_MS);

  test('the browser has this day, loaded again too, and follows when it is another', async () => {
    const lin = await come('lin');
    await lin.open('/pages/home/index');
    expect(await daysApart(lin)).toBe(0);
    await lin.page.reload();
    expect(await daysApart(lin)).toBe(0);
    await api.clock.advance(DAY_MS);
    expect(await daysApart(lin)).toBe(0);
    await lin.page.reload();
    expect(await daysApart(lin)).toBe(0);
    await api.clock.advance(-DAY_MS);
    await lin.page.context().close();
  });

  test('deputies serve, one is away, and a matter has its days until it is late', async () => {
    const chen = await api.signedIn('chen');
    await api.verifyPhone(chen, 'chen');
    const { dueOn } = await chen.call(requests.submit, matterFor('徐示例'));
    const someone = await come('chen');
    await someone.open('/pages/home/index');
    await someone.see('共 6 位');
    await someone.see(sayDay(addDays(today, 9)));
    await someone.open('/pages/mine/index');
    await someone.see(new RegExp(`最晚 ${sayDay(dueOn)}答复。$`));
    await api.clock.set(`${dueOn}T15:30:00Z`);
    await someone.page.reload();
    await someone.see(new RegExp(`最晚 ${sayDay(dueOn)}答复。$`));
    await api.clock.set(`${dueOn}T16:00:00Z`);
    await someone.page.reload();
    await someone.see(new RegExp(`应在 ${sayDay(dueOn)}答复。$`));
    await api.clock.set(at);
    await someone.page.context().close();
  });

  test('a deputy is away from today on, and without a network it says of which day it is', async () => {
    await api.clock.set(`${today}T04:00:00Z`);
    const mao = await come('mao');
    await mao.open('/identity/pages/away/index');
    await mao.page.getByLabel('从哪天').fill(today);
    await mao.tap(`记下 ${sayDay(today)}不在`);
    await mao.see('现在不在');
    await mao.page.route('**/{api,stand-in}/**', (route) => route.abort('internetdisconnected'));
    await mao.page.reload();
    await mao.see(/^没有网。看到的是今天/);
    await api.clock.advance(DAY_MS);
    await mao.page.reload();
    await mao.see(new RegExp(`^没有网。看到的是${sayDay(today)} `));
    await mao.page.context().close();
  });
});
