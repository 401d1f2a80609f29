import type { Browser, Page } from 'playwright-core';
import { columnsOf, SHEET_NAMES } from '../../functions/directory/workbook/columns';
import type { Rows } from '../../functions/directory/workbook/template';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { readSpreadsheet } from '../../functions/platform/spreadsheet/read-spreadsheet';
import { matterFor, testApi } from '../../functions/testing/api';
import type { TestPhone } from '../../functions/testing/phone';
import { workbookOf } from '../../functions/testing/workbook';
import * as directory from '../../shared/directory/contract';
import * as identity from '../../shared/identity/contract';
import * as requests from '../../shared/requests/contract';
import { openSomeone, type Someone, settled } from './browser';
import { openChromium } from './chromium';

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
let chen: TestPhone;

/** What chen said, by a short name. */
const ids: Record<string, string> = {};
const say = async (name: string, changes: Parameters<typeof matterFor>[1]) => {
  ids[name] = (await chen.call(requests.submit, matterFor('徐示例', changes))).id;
};

beforeAll(async () => {
  browser = await openChromium();
  chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  await say('lamp', { name: '陈试用', where: '文化礼堂门口' });
  await say('board', { words: '公交站牌挪了地方，老人等了半天车。', openness: 'public' });
  await say('secret', { words: '打 13800000001 找我，垃圾房没人收。', openness: 'public' });
  await say('doubtful', { words: '样例待看，村里的活动室打不开门。' });
  await say('anybody', { words: '水渠塌了一段，水都流到路上。', deputyId: undefined });
  await api.runSchedules();
});

afterAll(() => browser?.close());

const WIDE = { width: 1280, compact: true };
const DESK = '/console/pages/desk/index';

/** A computer at which nobody sits, on no local server: there the code is the only way in. */
const computer = () => openSomeone(browser, api, 'nobody', { ...WIDE, local: false });
const sitting = (person: string, options = {}) => openSomeone(browser, api, person, { ...WIDE, ...options });

async function lettersOn({ page }: Someone): Promise<string> {
  return ((await page.locator('.sign-in-letters').textContent()) ?? '').replace(/\s/g, '');
}

async function confirm(person: string, code: string): Promise<void> {
  const phone = await api.signedIn(person);
  await api.verifyPhone(phone, person);
  await phone.call(identity.confirmQrSignIn, { code });
}

const dialog = (page: Page) => page.getByRole('dialog');

describe('signing in', () => {
  test('a computer shows a code; the phone says yes, and the desk opens; signed out, it shows another', async () => {
    const desk = await computer();
    await desk.open(DESK);
    await desk.see('联络站工作台');
    await desk.check();
    const code = await lettersOn(desk);
    await confirm('clerk', code);
    await desk.see('白石镇代表联络站、草坪村代表联络站');
    await desk.check();
    await desk.tap('退出');
    await desk.see('联络站工作台');
    expect(await lettersOn(desk)).not.toBe(code);
    await desk.open(DESK);
    await desk.see('联络站工作台');
    await desk.page.context().close();
  });

  test('who has no role there is told so, and the pages of the office stay shut to a clerk', async () => {
    const desk = await computer();
    await desk.open(DESK);
    await confirm('xu', await lettersOn(desk));
    await desk.see('这里是联络站用的');
    await desk.check();
    await desk.page.context().close();
    const clerk = await sitting('clerk');
    await clerk.open('/console/pages/roster/index');
    await clerk.see('这一页归人大办公室');
    await clerk.check();
    await clerk.page.context().close();
  });

  test('a code that ran out says so, and 换一个码 shows a good one', async () => {
    const desk = await computer();
    await desk.open('/console/pages/sign-in/index');
    const code = await lettersOn(desk);
    await api.clock.advance(6 * 60_000);
    await desk.see('这个码过期了，换一个再扫。');
    await desk.tap('换一个码');
    expect(await lettersOn(desk)).not.toBe(code);
    await desk.page.context().close();
  });
});

describe('what waits for the station', () => {
  let clerk: Someone;
  beforeAll(async () => {
    clerk = await sitting('clerk');
    await clerk.open(`${DESK}?box=open`);
  });
  afterAll(() => clerk?.page.context().close());

  const follow = (name: string) => chen.call(requests.follow, { id: ids[name] as string });
  const row = (words: string) => clerk.page.locator('.worklist-row').filter({ hasText: words });
  const tab = (words: string) => clerk.page.getByRole('tab', { name: new RegExp(`^${words}`) });
  const press = async (...keys: string[]) => {
    for (const key of keys) await clerk.page.keyboard.press(key);
    await clerk.check();
  };

  test('by keys: down and up the list, into the search field and out of it', async () => {
    await clerk.see('村口的路灯坏了三盏');
    const first = await clerk.page.locator('.worklist-row.selected').textContent();
    await press('j');
    expect(await clerk.page.locator('.worklist-row.selected').textContent()).not.toBe(first);
    await press('k');
    expect(await clerk.page.locator('.worklist-row.selected').textContent()).toBe(first);
    await press('/');
    await clerk.page.keyboard.type('活动室');
    await clerk.see(/样例待看/);
    await row('村口的路灯').waitFor({ state: 'detached' });
    // The one that was found is the one that is open, also when all are back.
    const chosen = clerk.page.locator('.worklist-row.selected').filter({ hasText: '活动室' });
    await chosen.waitFor();
    await press('Escape', 'Escape');
    await row('村口的路灯').waitFor();
    await chosen.waitFor();
    const found = await clerk.page.locator('.worklist-row.selected').textContent();
    await press('k');
    expect(await clerk.page.locator('.search input').inputValue()).toBe('');
    expect(await clerk.page.locator('.worklist-row.selected').textContent()).not.toBe(found);
  });

  test('a link leads where it says, also when one has been elsewhere since', async () => {
    await clerk.open(`${DESK}?box=waiting`);
    await clerk.page.getByRole('tab', { name: '等居民', selected: true }).waitFor();
    await tab('快到期').click();
    await clerk.tap('登记');
    await clerk.tap('事情');
    await clerk.page.getByRole('tab', { name: '快到期', selected: true }).waitFor();
    await clerk.open('/console/requests/pages/enter/index');
    await clerk.open(`${DESK}?box=waiting`);
    await clerk.page.getByRole('tab', { name: '等居民', selected: true }).waitFor();
    await tab('在办').click();
  });

  test('what nobody has taken waits for somebody to place it when half of its days are over, and the box says so', async () => {
    expect(await row('水渠塌了').textContent()).toContain('没人接');
    await tab('要安排').click();
    await clerk.see('没有要安排的。');
    await clerk.see(/日子过了一半还没人接的/);
    await clerk.check();
    await tab('在办').click();
  });

  test('is given to another deputy with a reason; the resident sees to whom and why, and the clock goes on', async () => {
    const before = await follow('lamp');
    await row('村口的路灯').click();
    await clerk.see(/文化礼堂门口/);
    await press('r');
    await clerk.tap('毛范例');
    await clerk.see('写一句为什么，居民看得到。');
    await dialog(clerk.page).getByLabel('为什么改派').last().fill('徐代表这个月不在村里');
    await press('Control+Enter');
    await clerk.see('“村口的路灯坏了三盏”转给了毛代表');
    const after = await follow('lamp');
    expect(after).toMatchObject({ deputyName: '毛范例', clock: { dueOn: before.clock.dueOn } });
    expect(after.events[0]).toMatchObject({ kind: 'reassigned', toName: '毛范例', words: '徐代表这个月不在村里' });
    await clerk.see(/联络站转给毛代表$/);
  });

  test('a word is left that the resident never sees; Esc leaves none', async () => {
    await press('n');
    await dialog(clerk.page).getByLabel('留一句').last().fill('不留这句');
    await press('Escape');
    await dialog(clerk.page).waitFor({ state: 'detached' });
    await press('n');
    await dialog(clerk.page).getByLabel('留一句').last().fill('灯还在保修');
    await press('Control+Enter');
    await clerk.see('灯还在保修');
    expect(JSON.stringify(await follow('lamp'))).not.toMatch(/灯还在保修|不留这句/);
  });

  test('goes on the notice board as the clerk has written it, and another one does not, with a reason', async () => {
    await tab('要审公开').click();
    await row('公交站牌').click();
    await clerk.see('公交站牌挪了地方，老人等了半天车。');
    await press('s');
    await dialog(clerk.page).getByLabel('标题').last().fill('公交站牌挪了');
    await clerk.tap('公开');
    await press('Control+Enter');
    await clerk.see('放上公开栏了');
    await row('公交站牌').waitFor({ state: 'detached' });
    expect(await follow('board')).toMatchObject({ publication: 'published' });
    const board = await api.nobody.call(requests.board, {});
    expect(board.items[0]).toMatchObject({ id: ids.board, title: '公交站牌挪了' });

    await row('13800000001').click();
    await clerk.see('打 13800000001 找我，垃圾房没人收。');
    await press('s');
    await clerk.tap('不公开');
    await clerk.see('写一句为什么不公开。');
    await dialog(clerk.page).getByLabel('为什么不公开').last().fill('里面有电话号码');
    await press('Control+Enter');
    await clerk.see('定了不公开');
    expect(await follow('secret')).toMatchObject({ publication: 'declined' });
  });

  test('what WeChat was not sure of, a person decides', async () => {
    await tab('要人定').click();
    await row('样例待看').click();
    await clerk.see('样例待看，村里的活动室打不开门。');
    await press('d');
    await clerk.see('微信说：拿不准');
    await clerk.tap('可以');
    await dialog(clerk.page).getByLabel('理由').last().fill('只是说钥匙');
    await press('Control+Enter');
    await clerk.see('定了：可以');
    await clerk.see('没有微信拿不准的。');
    await clerk.check();
  });

  test('somebody else was faster: it says so and shows how it is now', async () => {
    await clerk.open(`${DESK}?box=open&id=${ids.doubtful}`);
    await clerk.page.reload();
    await clerk.see('样例待看，村里的活动室打不开门。');
    await press('r');
    await clerk.tap('毛范例');
    await dialog(clerk.page).getByLabel('为什么改派').last().fill('毛代表近');
    const xu = await api.signedIn('xu');
    await xu.call(requests.answer, { id: ids.doubtful as string, words: '钥匙找到了，门开了。' });
    await clerk.page.keyboard.press('Control+Enter');
    await clerk.see('等居民说解决了没有');
    await dialog(clerk.page).waitFor({ state: 'detached' });
    await clerk.check();
  });

  test('a receipt to take home opens by a link', async () => {
    await clerk.open(`${DESK}?box=open&id=${ids.lamp}`);
    await clerk.page.reload();
    await clerk.see(/文化礼堂门口/);
    await press('p');
    const url = await clerk.page.getByRole('link', { name: '打开回执' }).getAttribute('href');
    const reply = await fetch(url ?? '');
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    await clerk.page.getByRole('link', { name: '登记' }).click();
    await clerk.see('先填来人的名字。');
    expect(await clerk.page.getByRole('link', { name: '打开回执' }).count()).toBe(0);
  });

  test('what was taken back has no day on which somebody must answer', async () => {
    await say('mistake', { words: '说错村子了，这件事不用办了。' });
    await chen.call(requests.withdraw, { id: ids.mistake as string });
    await clerk.open(`${DESK}?box=closed&id=${ids.mistake}`);
    await clerk.page.reload();
    await clerk.see('撤回了');
    const shown = await clerk.page.locator('.matter-inside').textContent();
    expect(shown).not.toMatch(/最晚|用了/);
    await clerk.check();
  });
});

test('a visitor is entered by keys alone; the next one starts from the same village', async () => {
  const clerk = await sitting('clerk');
  const { page } = clerk;
  await clerk.open('/console/pages/register/index');
  await clerk.see('先填来人的名字。');
  const type = (label: string, words: string) => page.getByLabel(label).last().fill(words);
  await type('来人的名字', '余大伯');
  await type('手机号（可不填）', '138 0000 1234');
  await type('纸条编号（可不填）', '0456');
  await page.getByLabel('哪个村的事').fill('cp');
  await page.keyboard.press('Enter');
  await clerk.see('先选哪一类。');
  await page.getByLabel('哪一类').selectOption({ label: '看病、医保' });
  await type('他说的话', '眼睛看不清，想问白内障手术能报多少。');
  await clerk.check();
  await page.keyboard.press('Control+Enter');
  await clerk.see('余大伯的事登记好了');
  await clerk.check();
  const station = await api.signedIn('clerk');
  const { items } = await station.call(requests.search, { words: '0456' });
  expect(items).toMatchObject([{ villageName: '草坪村', category: 'health', name: '余大伯', deputyId: null }]);
  expect(await page.locator('.large-code').textContent()).toBe(
    (items[0]?.trackingNumber ?? '').replace(/(.{4})(.{4})(.)/, '$1 $2 $3'),
  );
  expect(await page.content()).not.toContain('1234');

  await clerk.tap('再登记一件');
  expect(await page.getByLabel('哪个村的事').inputValue()).toBe('白石镇 草坪村');
  await type('来人的名字', '占阿姨');
  await type('纸条编号（可不填）', '0456');
  await page.getByLabel('哪一类').selectOption({ label: '别的，或说不清' });
  await type('他说的话', '同一张纸条又拿来登记一次，要说一声。');
  await page.keyboard.press('Control+Enter');
  await clerk.see(/这个纸条编号登记过了/);
  await clerk.check();
  await page.context().close();
});

describe('the county workbook', () => {
  let admin: Someone;
  let rows: Rows;

  const choose = async (rows: Rows) => {
    const buffer = workbookOf(rows);
    await admin.page
      .getByLabel('选填好的表格')
      .setInputFiles({ name: '常山县名册.xlsx', mimeType: 'application/octet-stream', buffer });
    await settled(admin.page);
  };

  beforeAll(async () => {
    admin = await sitting('admin');
    await admin.open('/console/pages/roster/index');
  });
  afterAll(() => admin?.page.context().close());

  test('comes down filled with what is there, under its name', async () => {
    const coming = admin.page.waitForEvent('download');
    await admin.tap('填着现在名册的');
    const download = await coming;
    expect(download.suggestedFilename()).toBe('常山县名册.xlsx');
    const stream = await download.createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    const sheets = await readSpreadsheet(Buffer.concat(parts));
    rows = Object.fromEntries(
      SHEET_NAMES.map((name) => {
        const found = sheets.find((sheet) => sheet.name === name)?.rows.slice(1) ?? [];
        return [name, found.map(({ cells }) => columnsOf(name).map((_, index) => cells.get(index + 1)?.text ?? ''))];
      }),
    ) as Rows;
    expect(rows.联络站.length).toBeGreaterThan(1);
  });

  test('with a fault in it is refused, cell by cell, and 导入 can not be pressed', async () => {
    const [first = [], ...others] = rows.任期;
    await choose({ ...rows, 任期: [first.map((cell, column) => (column === 2 ? '州' : cell)), ...others] });
    await admin.see(/处要改。改好存盘，再选一次。/);
    const fault = admin.page.getByRole('row').filter({ hasText: '任期' }).first();
    expect(await fault.textContent()).toMatch(/^任期2级别/);
    await admin.check();
    const button = admin.page.getByRole('button', { name: '导入', exact: true });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await button.click({ force: true });
    expect(await dialog(admin.page).count()).toBe(0);
  });

  test('says what it would change, and changes it when told to', async () => {
    const stations = rows.联络站.map((row) =>
      row.map((cell, column) => (column === 1 ? `${cell}（搬到老年食堂）` : cell)),
    );
    // A deputy whose term the file no longer has.
    const gone = rows.代表.find(([, name]) => name === '张示例')?.[0] ?? '';
    const without = (all: string[][]) => all.filter(([number]) => number !== gone);
    const changed = { ...rows, 联络站: stations, 代表: without(rows.代表), 任期: without(rows.任期) };
    await choose(changed);
    await admin.see('没有错的地方。');
    // What it would change and the button come first; what is worth a look is a line a kind, however many rows it is on.
    const [button, notices] = await Promise.all([
      admin.page.getByRole('button', { name: '导入', exact: true }).boundingBox(),
      admin.page.getByRole('table', { name: '请再看一眼，不改也能导入' }).boundingBox(),
    ]);
    expect(button?.y).toBeLessThan(notices?.y ?? 0);
    const unreached = admin.page.getByRole('row').filter({ hasText: '没有手机号，要用邀请码' });
    expect(await unreached.count()).toBe(1);
    await unreached.getByText('看是哪几行').click();
    await admin.see(/^第 \d+.*行$/);
    await admin.check();
    await admin.see(/有 \d+ 项会结束/);
    await admin.tap('导入');
    await admin.see('导入名册');
    await admin.page.keyboard.press('Control+Enter');
    await admin.see('导入好了。半分钟后，手机上看到的就是新名册。');
    await admin.check();
    await api.clock.advance(31_000);
    const { stations: now } = await api.nobody.call(directory.stations, {});
    const addresses = new Map(now.map(({ name, address }) => [name, address]));
    for (const [name = '', address] of stations) expect([name, addresses.get(name)]).toEqual([name, address]);
    await choose(changed);
    await admin.see('跟现在的名册一样，不用导入。');
    await admin.check();
  });

  test('asks for the number before it ends more than a tenth of the terms', async () => {
    const [, ...others] = rows.任期;
    const few = others.slice(0, Math.floor(others.length / 2));
    const left = new Set(few.map(([number]) => number));
    await choose({ ...rows, 任期: few, 代表: rows.代表.filter(([number = '']) => left.has(number)) });
    await admin.see('没有错的地方。');
    await admin.tap('导入');
    const asked = dialog(admin.page);
    const said = (await asked.getByText(/超过了十分之一/).textContent()) ?? '';
    const [, terms = ''] = /有 (\d+) 个会从今天起结束/.exec(said) ?? [];
    const main = asked.getByRole('button', { name: '导入', exact: true });
    expect(await main.getAttribute('aria-disabled')).toBe('true');
    await asked.getByLabel(/真要结束，请写上个数/).fill(`${Number(terms) + 1}`);
    expect(await main.getAttribute('aria-disabled')).toBe('true');
    await asked.getByLabel(/真要结束，请写上个数/).fill(terms);
    expect(await main.getAttribute('aria-disabled')).not.toBe('true');
    await admin.check();
    await admin.page.keyboard.press('Escape');
  });

  test('boundaries ask first where they come from, and say which polygon is of no village', async () => {
    await admin.see('先点图是哪里来的。');
    await admin.tap('测绘部门给的');
    const square = [
      [
        [118.4, 28.8],
        [118.5, 28.8],
        [118.5, 28.9],
        [118.4, 28.9],
        [118.4, 28.8],
      ],
    ];
    const feature = (properties: object) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: square },
    });
    const features = [feature({ code: '330822104219' }), feature({ code: '330822999999' })];
    await admin.page.getByLabel('选 GeoJSON 文件').setInputFiles({
      name: 'villages.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
    });
    await admin.see('导入好了：1 个村，1 块地。');
    await admin.see('这些没有放进来');
    await admin.check();
  });
});

test('a role is given, invited to and taken back', async () => {
  const admin = await sitting('admin');
  const { page } = admin;
  await admin.open('/console/pages/roles/index');
  await admin.tap('加一位');
  const type = (label: string, words: string) => dialog(page).getByLabel(label).last().fill(words);
  await type('名字', '吴示例');
  await dialog(page).getByLabel('哪个联络站').selectOption({ label: '草坪村代表联络站' });
  await type('手机号（可不填）', '12345');
  await type('为什么给', '新来的');
  await page.keyboard.press('Control+Enter');
  await admin.see('手机号是 11 位数字，请再看一看。');
  await type('手机号（可不填）', '13800001234');
  await page.keyboard.press('Control+Enter');
  await admin.see('吴示例有身份了');
  await admin.check();
  await page.getByRole('button', { name: '给吴示例邀请码' }).click();
  await page.keyboard.press('Control+Enter');
  const code = ((await page.locator('.large-code').textContent()) ?? '').replace(/\s/g, '');
  await admin.check();
  await page.keyboard.press('Escape');
  const lin = await api.signedIn('lin');
  await api.verifyPhone(lin, 'lin');
  await lin.call(identity.acceptInvitation, { code });
  await page.getByRole('button', { name: '收回吴示例的身份' }).click();
  await type('为什么收回', '填错人了');
  await page.keyboard.press('Control+Enter');
  await admin.see('吴示例的身份收回了');
  const phone = await api.signedIn('admin');
  const { items } = await phone.call(identity.memberships, { role: 'clerk', words: '吴示例' });
  expect(items).toEqual([]);
  await page.context().close();
});

test('codes are printed for a whole town and for one by name; a lost one is renewed', async () => {
  const admin = await sitting('admin');
  const { page } = admin;
  await admin.open('/console/pages/prints/index');
  await admin.see('先选代表。');
  await page.getByLabel('乡镇').selectOption({ label: '白石镇' });
  await admin.tap(/^这 \d+ 位都要$/);
  const many = Number(/\d+/.exec((await page.getByText(/^选了 \d+ 位$/).textContent()) ?? '')?.[0]);
  expect(many).toBeGreaterThan(6);
  await page.getByRole('button', { name: '不印何假设' }).click();
  await admin.see(`选了 ${many - 1} 位`);
  await admin.tap('名片');
  await admin.tap('做成 PDF');
  await admin.see(/^做好了，\d+ 页。10 分钟内打开/);
  await admin.check();
  const url = await page.getByRole('link', { name: '打开来打印' }).getAttribute('href');
  const pdf = Buffer.from(await (await fetch(url ?? '')).arrayBuffer());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;
  await admin.see(new RegExp(`^做好了，${pages} 页。`));

  await page.getByLabel('代表的名字或拼音').last().fill('msl');
  await page.getByLabel('代表的名字或拼音').last().fill('毛范例');
  await page.getByRole('button', { name: '给毛范例换码' }).click();
  await dialog(page).getByLabel('为什么换').last().fill('钥匙扣丢了');
  await page.keyboard.press('Control+Enter');
  await admin.see('毛范例换好码了，请重新打印');
  await page.context().close();
});

const LOOKS = [
  { width: 375, compact: false },
  { width: 375, size: 'elder-max', dark: true },
  { size: 'elder' },
  { dark: true },
] as const;

test('every page of the console holds in every look', async () => {
  const admin = await sitting('admin', { looks: LOOKS });
  for (const page of ['desk', 'register', 'prints', 'roster', 'roles', 'sign-in']) {
    await admin.open(`/console/pages/${page}/index`);
    await admin.check();
  }
  await admin.open(`${DESK}?box=open`);
  await admin.page.locator('.worklist-row').first().click();
  await admin.check();
  await admin.tap(/^改派/);
  await admin.check();
  await admin.page.context().close();
});

test('without a network what was seen stays, and it says so; with it, all is well again', async () => {
  const clerk = await sitting('clerk', { keeps: true });
  await clerk.open(`${DESK}?box=open`);
  await clerk.page.locator('.worklist-row').first().waitFor();
  await settled(clerk.page);
  await clerk.page.context().setOffline(true);
  await clerk.tap('等居民');
  await clerk.see(/现在没有网|没有网。/);
  await clerk.check();
  // Said once in the list, and once more beside a matter that is open: they were seen at different times.
  expect(await clerk.page.locator('.frame-bar ~ .netbar').count()).toBe(0);
  await clerk.tap('在办');
  await clerk.page.locator('.worklist-row').first().waitFor();
  await clerk.page.context().setOffline(false);
  await clerk.tap('等居民');
  await clerk.page
    .getByText(/没有网/)
    .first()
    .waitFor({ state: 'detached' });
  await clerk.page.context().close();
});
