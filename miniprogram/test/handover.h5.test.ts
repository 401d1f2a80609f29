import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { deputyNamed, matterFor, testApi } from '../../functions/testing/api';
import { join } from '../../functions/testing/join';
import { decideHandover, follow, pass, submit } from '../../shared/requests/contract';
import { openSomeone, settled } from './browser';
import { openChromium } from './chromium';

/** From a deputy near to one of the city and back, by the resident's word; and at the desk for one who has no account. */
const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
const phone = (key: string) => api.signedIn(key);
const FOLLOW = (id: string) => `/requests/pages/follow/index?id=${id}`;
const CITY = '市人大代表汪虚拟';

let road: string;
let canal: string;

beforeAll(async () => {
  browser = await openChromium();
  for (const key of ['chen', 'clerk']) await api.verifyPhone(await phone(key), key);
  await join(api, '汪虚拟', 'wu');
  const chen = await phone('chen');
  road = (await chen.call(submit, matterFor('徐示例', { words: '过境公路晚上没有灯，车开得快。' }))).id;
  canal = (await chen.call(submit, matterFor('徐示例', { words: '省里修的水库闸门锈死了。' }))).id;
  api.clock.advance(60_000);
});

afterAll(() => browser?.close());

const pageOf = async (id: string, key = 'chen') => (await phone(key)).call(follow, { id });

test('the deputy proposes it, the resident agrees, the city’s deputy gives it back; a second time they take it', async () => {
  const come = (key: string) =>
    openSomeone(browser, api, key, { looks: [{ dark: true }, { size: 'elder-max', width: 320 }] });
  const propose = async (why: string) => {
    const xu = await come('xu');
    await xu.open(FOLLOW(road));
    await xu.tap(/^转给别的代表/);
    await xu.tap(/^汪虚拟/);
    await xu.see(/先问居民，同意了才转/);
    await xu.check();
    await xu.page.getByLabel('为什么转').locator('visible=true').last().fill(why);
    await xu.tap('问居民');
    await xu.see(`徐代表想转给${CITY}`);
    await xu.see('等居民说同意不同意转');
    await xu.check();
    await xu.page.context().close();
  };
  const agree = async () => {
    const chen = await come('chen');
    await chen.open(FOLLOW(road));
    await chen.see(`徐代表想转给${CITY}`);
    await chen.see(/还由徐代表办。11 月 \d+ 日前没说就不转/);
    await chen.check();
    await chen.tap('同意');
    await chen.see(CITY);
    await chen.see(`您同意，转给${CITY}`);
    await chen.check();
    await chen.page.context().close();
    expect(await pageOf(road)).toMatchObject({ state: 'with_deputy', deputyName: '汪虚拟' });
  };
  await propose('这条路是市里修的，请您问一问。');
  await agree();

  const wu = await come('wu');
  await wu.open(FOLLOW(road));
  await wu.see('居民同意转给您，您接吗？');
  await wu.check();
  await wu.tap('不接，退回去');
  await wu.see('为什么不接？');
  await wu.check();
  await wu.page.getByLabel('为什么不接').locator('visible=true').last().fill('这条路是县道，归县里管。');
  await wu.tap('退回去');
  await settled(wu.page);
  expect(await pageOf(road)).toMatchObject({ state: 'with_deputy', deputyName: '徐示例' });

  await propose('县里说是市里的，请您再问一问。');
  await agree();
  await wu.open(FOLLOW(road));
  await wu.page.reload();
  await wu.tap('我来接');
  await wu.see('您接了');
  await wu.check();
  await wu.page.context().close();
  expect((await pageOf(road)).events[0]?.kind).toBe('handover_taken');
});

test('not agreed it stays; at the desk the clerk is told that the resident is asked first, and carries it to who has no account', async () => {
  const desk = await openSomeone(browser, api, 'clerk', {
    width: 1280,
    compact: true,
    looks: [{ dark: true }, { width: 1280, size: 'elder' }],
  });
  const dialog = desk.page.getByRole('dialog');
  await desk.open(`/console/requests/pages/worklist/index?box=open&id=${canal}`);
  await desk.see('省里修的水库闸门锈死了');
  await desk.page.keyboard.press('r');
  await dialog.getByRole('radio', { name: /^江拟名/ }).click();
  await desk.see(/^这位是上级代表，居民是跟近处的代表说的/);
  await dialog.getByLabel('为什么改派').last().fill('水库是省里管的。');
  await desk.see('先问居民，同意了才转给江代表');
  await desk.check();
  await dialog.getByRole('button', { name: '问居民' }).click();
  await desk.see('等居民说，同不同意转给省人大代表江拟名');
  await desk.check();

  const chen = await openSomeone(browser, api, 'chen');
  await chen.open(FOLLOW(canal));
  // Thought better of it: nothing is said yet.
  await chen.tap('不同意');
  await chen.see('不同意转');
  await chen.check();
  await chen.tap('再想想');
  expect((await pageOf(canal)).state).toBe('asked');
  await chen.tap('不同意');
  await chen.write('还是徐代表近，先请他看。');
  await chen.tap('不同意，不转');
  await chen.see('您不同意转，还由原来的代表办');
  await chen.see('还是徐代表近，先请他看。');
  await chen.check();
  await chen.page.context().close();
  expect(await pageOf(canal)).toMatchObject({ state: 'with_deputy', deputyName: '徐示例' });

  await (await phone('xu')).call(pass, { id: canal, deputyId: deputyNamed('江拟名').id, words: '水库是省里管的。' });
  const { handover } = await pageOf(canal);
  await (await phone('chen')).call(decideHandover, { id: canal, handover: handover?.id ?? '', agreed: true });
  await desk.page.reload();
  await desk.see('现在在省人大代表江拟名那里');
  await desk.check();
  await desk.page.keyboard.press('i');
  await dialog.getByRole('radio', { name: '用电话' }).click();
  await desk.check();
  await dialog.getByRole('button', { name: '记下' }).click();
  await desk.see(/用电话告诉了省人大代表江拟名$/);
  await desk.page.keyboard.press('x');
  await dialog.getByRole('radio', { name: '用纸' }).click();
  await dialog.getByLabel('省人大代表江拟名怎么答的').last().fill('省水利厅明年换闸门。');
  await desk.check();
  await dialog.getByRole('button', { name: '告诉居民' }).click();
  await desk.see('省水利厅明年换闸门。');
  await desk.check();
  await desk.page.context().close();
  expect(await pageOf(canal)).toMatchObject({ state: 'answered', answer: { words: '省水利厅明年换闸门。' } });
});
