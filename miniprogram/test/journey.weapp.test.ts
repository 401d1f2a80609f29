import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../functions/local/build';
import { COUNTY, deputyNamed, OTHER_COUNTY, testApi } from '../../functions/testing/api';
import { sceneOf } from '../../shared/directory/rules';
import { mine } from '../../shared/requests/contract';
import { type Phone, telephones } from './phone';
import { readWeapp } from './weapp-package';

const DAY_MS = 86_400_000;
const WORDS = '村口到文化礼堂这段路，五盏路灯坏了三盏，晚上看不见。';
const TITLE = '村口到文化礼堂这段路';

const api = testApi();
const phoneOf = telephones(api);

async function choosePlace(phone: Phone): Promise<void> {
  await phone.tap('选您住的村');
  await phone.tap('白石镇');
  await phone.tap('草坪村');
  await phone.tap('就选 白石镇 草坪村');
}

/** From the deputy's page through the four questions to the summary. */
async function write(phone: Phone, words: string): Promise<void> {
  await phone.tap(/^跟.代表说件事$/);
  await phone.write('什么事', words);
  await phone.tap('下一步');
  await phone.see('在哪里？');
  await phone.write('什么地方', '村口，文化礼堂往东');
  await phone.tap('下一步');
  await phone.tap('路、桥、路灯');
  await phone.tap('下一步');
  await phone.see('谁能看到？');
  await phone.tap('看一遍，再送出');
  await phone.see('这样送出，对吗？');
}

describe('the package', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await build('weapp');
  });
  const bytes = (inside: (path: string) => boolean) =>
    readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(directory, path)).isFile() && inside(path.replaceAll('\\', '/')))
      .reduce((sum, path) => sum + statSync(join(directory, path)).size, 0);

  test('is small enough to open on a weak network: 400,000 bytes, and 250 KB for each part', () => {
    const parts = readWeapp(directory).app.subPackages.map(({ root }) => root);
    expect(parts.length).toBeGreaterThan(3);
    expect(bytes((path) => !parts.some((root) => path.startsWith(`${root}/`)))).toBeLessThanOrEqual(400_000);
    for (const root of parts) expect(bytes((path) => path.startsWith(`${root}/`))).toBeLessThanOrEqual(250 * 1024);
  });

  test('the clock above our bar is dark on light pages and light on dark ones', () => {
    const json = (path: string) => JSON.parse(readFileSync(join(directory, path), 'utf8'));
    expect(json('app.json').window.navigationBarTextStyle).toBe('@bar');
    expect(json('theme.json')).toMatchObject({ light: { bar: 'black' }, dark: { bar: 'white' } });
  });
});

describe('one matter, from the first tap to 解决了', () => {
  let xin: Phone;
  let xu: Phone;

  test('somebody who never was here finds the deputies of their village', async () => {
    xin = phoneOf('xin');
    await xin.see('有事，找代表。');
    await xin.see('连心站 · 常山县');
    await choosePlace(xin);
    await xin.arrive('pages/home/index');
    await xin.see('共 6 位');
    await xin.tap(/^徐示例/);
    await xin.see('身份已核对');
    expect(xin.words()).toContain('任期到 2027 年 1 月');
    expect(xin.words()).toContain('12月10周四');
    // Nobody was asked who they are.
    expect(xin.device.sent.every(({ method }) => method === 'GET')).toBe(true);
  });

  test('says what is the matter, agrees, confirms the phone, and it is sent', async () => {
    await write(xin, WORDS);
    expect(xin.words()).toContain('草坪村 村口，文化礼堂往东');
    await xin.tap('用微信手机号确认，送出');
    await xin.see('先说清楚，再往下走');
    await xin.tap('同意，往下走');
    await xin.see('送到了');
    expect(xin.words()).toMatch(/\d{4} \d{4} \d/);
    expect(xin.words()).toContain('最晚 12 月 9 日徐代表回话');
    await xin.tap('抄下来');
    await xin.see('抄好了');
    expect(xin.device.copied).toEqual([expect.stringMatching(/^\d{9}$/)]);
    await xin.tap('有进展，微信告诉我');
    await xin.see('有进展，微信会告诉您');
  });

  test('the deputy has it in the inbox, with the day it is due, opens it and answers', async () => {
    xu = phoneOf('xu');
    await xu.tap('我的事');
    await xu.see('1 件等您回');
    await xu.see('最晚 12 月 9 日');
    await xu.tap(new RegExp(`^没读过${TITLE}`));
    await xu.see('现在在谁手里');
    expect(xu.words()).toContain('还有 15 个工作日');
    expect(xu.words()).toContain('名字：没写');
    api.clock.advance(DAY_MS);
    await xu.tap('回话');
    await xu.write('您的回话', '昨天去看过了，镇里这个月换新的。');
    await xu.tap('送出回话');
    await xu.see('已经回话，等居民说解决了没有');
    await api.runSchedules();
    expect(api.standIn.messages.map(({ page }) => page)).toEqual([
      expect.stringContaining('requests/pages/follow/index?id='),
    ]);
  });

  test('the resident is told, reads, and says 没解决: back to the deputy, with a new day', async () => {
    api.clock.advance(DAY_MS);
    const [path = '', id = ''] = api.standIn.messages[0]?.page.split('?id=') ?? [];
    xin.start({ path, query: { id } });
    await xin.see('昨天去看过了，镇里这个月换新的。');
    await xin.tap('就这样');
    await xin.see('先点一个：解决了，还是没解决。');
    await xin.tap(/^没解决/);
    await xin.tap('满意');
    await xin.tap('就这样');
    await xin.see('您说没解决，已经退回徐代表重办，最晚 12 月 11 日答复。');
    await xin.tap('返回');
    await xin.tap('我的事');
    await xin.see('重办');
  });

  test('the deputy has it again and answers again', async () => {
    xu.start();
    await xu.tap(/^信箱/);
    await xu.see('退回再办');
    await xu.see('最晚 12 月 11 日');
    await xu.tap(`回话：${TITLE}`);
    // What the phone kept is seen first, and an answer to that would come too late.
    await xu.see('最晚 12 月 11 日');
    await xu.write('您的回话', '五盏都换好了，昨晚去看过，都亮。');
    await xu.tap('送出回话');
    await xu.see('已经回话，等居民说解决了没有');
  });

  test('解决了: closed by the resident, and both see the whole way', async () => {
    api.clock.advance(DAY_MS);
    xin.start();
    await xin.tap('我的事，1 件等您');
    await xin.see('等您说一声');
    await xin.tap(`去看答复：${TITLE}`);
    await xin.see('五盏都换好了');
    await xin.tap(/^解决了$/);
    await xin.tap('就这样');
    await xin.see('您说：解决了');
    for (const step of ['您说了这件事', '草坪村代表联络站登记', '徐代表看了', '徐代表回话', '您说：没解决，退回重办'])
      expect(xin.words()).toContain(step);
    api.clock.advance(DAY_MS);
    xu.start();
    await xu.tap(/^信箱/);
    await xu.tap('办完了');
    await xu.see(TITLE);
  });
});

describe('a code', () => {
  const codePage = 'directory/pages/code/index';
  const deputyPage = 'directory/pages/deputy/index';
  const xu = deputyNamed('徐示例');
  const sceneQuery = (code: string, county = COUNTY) => ({ scene: encodeURIComponent(sceneOf(county, code)) });

  test('opens its deputy, where WeChat starts the mini-program with it and where it is scanned inside', async () => {
    const xin = phoneOf('xin');
    xin.start({ path: codePage, query: sceneQuery(xu.code) });
    await xin.arrive(deputyPage);
    await xin.see('徐示例');
    await xin.tap('返回');
    await xin.arrive('pages/home/index');
    xin.device.scans = { path: `${codePage}?scene=${encodeURIComponent(sceneOf(COUNTY, xu.code))}` };
    await xin.tap('扫代表码');
    await xin.see('徐示例');
  });

  test('of another county shows that county’s deputy', async () => {
    const xin = phoneOf('xin');
    xin.start({ path: codePage, query: sceneQuery('DEM0C0DE99', OTHER_COUNTY) });
    await xin.see('示范县 · 人大代表');
    await xin.see('示别县');
  });

  test.each([
    ['nobody made', '0000000000', '没认出这个码'],
    ['the deputy replaced', xu.withdrawnCode ?? '', '代表换过新码了'],
    ['of a term that ended', deputyNamed('范旧例').code, '这位代表的任期到了'],
  ])('%s says so and leads to the villages', async (_, code, words) => {
    const xin = phoneOf('xin');
    xin.start({ path: codePage, query: sceneQuery(code) });
    await xin.see(words);
    await xin.tap('按村子找代表');
    await xin.see('白石镇');
  });

  test('that is no code of ours, or of a county without stations, is named as what it is', async () => {
    const xin = phoneOf('xin');
    xin.start({ path: codePage, query: { scene: encodeURIComponent('https://example.com/?a=1') } });
    await xin.see('没认出这个码');
    xin.start({ path: codePage, query: sceneQuery(xu.code, '110101') });
    await xin.see('这是别的地方的码');
    xin.start();
    await xin.see('连心站 · 常山县');
  });
});

describe('without a network', () => {
  let lins: Phone;

  test('what was seen stays to be seen, and says how old it is', async () => {
    const xin = phoneOf('xin');
    await choosePlace(xin);
    await xin.see('徐示例');
    api.clock.advance(60_000);
    xin.online(false);
    xin.start();
    await xin.see('没有网。看到的是今天');
    await xin.see('徐示例');
  });

  test('the draft stays on the phone and goes out once, even where the first reply was lost', async () => {
    const lin = phoneOf('lin');
    await choosePlace(lin);
    await lin.tap('我的事');
    await lin.see('还没说过什么事');
    await lin.tap('首页');
    await lin.tap(/^毛范例/);
    await write(lin, '水塘边的护栏断了两根，小孩放学从那里过。');
    // The server hears it, the phone hears nothing back.
    lin.device.losesReplies = true;
    await lin.tap('送给毛代表');
    await lin.see('有网就自动送出，只送一次');
    lin.device.losesReplies = false;
    lin.online(false);
    lin.start();
    await lin.tap('我的事');
    await lin.see('还没送出。有网就自动送出，只送一次。');
    lin.online(true);
    await lin.gone('还没送出');
    await lin.see('在毛代表手里。');
    const sent = lin.device.sent.filter(({ method, path }) => method === 'POST' && path.endsWith('/requests'));
    expect(sent.length).toBeGreaterThan(1);
    expect((await (await api.signedIn('lin')).call(mine, { state: 'with_deputy' })).items).toHaveLength(1);
    lins = lin;
  });

  test('home knows again who stayed away until the session had ended', async () => {
    api.clock.advance(40 * DAY_MS);
    lins.start();
    await lins.see('您的事');
    await lins.see('在毛代表手里。');
  });

  test('whoever left is not signed in by opening home', async () => {
    await lins.tap('我');
    await lins.tap(/^退出这台手机/);
    await lins.tap('不退');
    await lins.tap(/^退出这台手机/);
    await lins.tap('退出');
    await lins.arrive('pages/home/index');
    lins.start();
    await lins.see('我的代表');
    expect(lins.words()).not.toContain('您的事');
  });
});

test('a screen reader hears what each thing is and whether it is chosen', async () => {
  const xin = phoneOf('xin');
  await xin.tap('我');
  await xin.see('长辈版');
  const parts = (role: string) => [...xin.screen().querySelectorAll(`[aria-role=${role}]`)];
  expect(parts('tab').map((tab) => tab.getAttribute('aria-selected'))).toEqual(['false', 'false', 'false', 'true']);
  expect(parts('radio').map((size) => size.getAttribute('aria-checked'))).toEqual(['true', 'false', 'false']);
  await xin.tap('字大');
  expect(parts('radio').map((size) => size.getAttribute('aria-checked'))).toEqual(['false', 'true', 'false']);
  expect(parts('switch').map((one) => one.getAttribute('aria-label'))).toEqual(['长辈版']);
  expect(xin.screen().querySelector('.root')?.className).toContain('elder');
});
