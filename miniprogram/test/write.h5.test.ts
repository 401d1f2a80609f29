import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { deputyNamed, matterFor, testApi } from '../../functions/testing/api';
import { chunkOf, exifOf, jpegOf, SECRET } from '../../functions/testing/pictures';
import { ask, follow, mine, submit, withdraw } from '../../shared/requests/contract';
import { openSomeone, type Someone, settled } from './browser';
import { openChromium } from './chromium';

const WORDS = '水塘边护栏断了两根，小孩放学从那里过。';
const TITLE = '水塘边护栏断了两根';
const WRITE = '/requests/pages/write/index';

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
const photos = mkdtempSync(join(tmpdir(), 'lianxin-photos-'));
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
  writeFileSync(photo('turned.jpg'), jpegOf({ width: 3200, height: 2400 }, [exifOf(6)]));
  writeFileSync(photo('noise.png'), noise(2400, 1800));
  writeFileSync(photo('not-a-picture.heic'), 'not a picture');
});

afterAll(async () => {
  await browser?.close();
  rmSync(photos, { recursive: true, force: true });
});

const photo = (name: string) => join(photos, name);
const come = (person: string, options = {}) => openSomeone(browser, api, person, options);

/** The worst there is to compress: every pixel another colour, 13 MB. */
function noise(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const rows = randomBytes(height * (1 + width * 3));
  for (let row = 0; row < height; row += 1) rows[row * (1 + width * 3)] = 0;
  const chunks = [
    chunkOf('IHDR', header),
    chunkOf('IDAT', deflateSync(rows, { level: 0 })),
    chunkOf('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

async function addPhotos({ page, see }: Someone, ...names: string[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByText('加照片').locator('visible=true').last().click(),
  ]);
  await chooser.setFiles(names.map(photo));
  const good = names.filter((name) => !name.startsWith('not-')).length;
  if (good) await see(`${good} 张，最多 9 张`);
}

async function toTheEnd(someone: Someone): Promise<void> {
  for (const words of ['下一步', '下一步', '水：喝的水、灌溉、河', '下一步', '看一遍，再送出'])
    await someone.tap(words);
  await someone.see('这样送出，对吗？');
}

async function back({ page }: Someone): Promise<void> {
  await page.goBack();
  await settled(page);
}

async function mattersOf(person: string) {
  const phone = await api.signedIn(person);
  const { items } = await phone.call(mine, { state: 'with_deputy' });
  return Promise.all(items.map(({ id }) => phone.call(follow, { id })));
}

test('photos are made smaller on the phone, lose where they were taken, and go with the words', async () => {
  const lin = await come('lin');
  await lin.open('/pages/home/index');
  await lin.tap('说件事');
  await lin.tap('哪位代表都行');
  await lin.write(WORDS);
  const sent: Buffer[] = [];
  lin.page.on('request', (request) => {
    if (request.url().includes('/stand-in/storage/') && request.method() === 'POST')
      sent.push(request.postDataBuffer() ?? Buffer.alloc(0));
  });
  await addPhotos(lin, 'turned.jpg', 'noise.png', 'not-a-picture.heic');
  await lin.see('打不开');
  await lin.see(/有一张打不开/);
  await lin.check();
  await toTheEnd(lin);
  await lin.see('村里的代表，谁先接谁回');
  await lin.tap('送给代表');
  await lin.see(/村里的代表都看得到，谁先接谁回/);
  const [matter] = await mattersOf('lin');
  expect(matter).toMatchObject({ deputyName: null, words: WORDS });
  // Turned as it was held, the longest side 1920; the noise had to get smaller than that to be 2 MB.
  expect(matter?.pictures[0]).toMatchObject({ width: 1440, height: 1920 });
  expect(matter?.pictures).toHaveLength(2);
  const bytes = await Promise.all(
    (matter?.pictures ?? []).map(async ({ url }) => (await (await fetch(url ?? '')).arrayBuffer()).byteLength),
  );
  for (const size of bytes) expect(size).toBeLessThanOrEqual(2 * 1024 * 1024);
  expect(sent).toHaveLength(2);
  for (const body of sent) expect(body.includes(SECRET)).toBe(false);
  await lin.page.context().close();
});

test('the browser’s back is a step back; loaded again the draft is there with its photos; what was sent does not come back', async () => {
  const lin = await come('lin');
  await lin.open('/pages/home/index');
  await lin.tap('说件事');
  await lin.tap('徐示例');
  await lin.write(WORDS);
  await addPhotos(lin, 'turned.jpg');
  await toTheEnd(lin);
  await back(lin);
  await lin.see('谁能看到？');
  await back(lin);
  await lin.see('算哪一类？');
  await lin.page.reload();
  await lin.see('算哪一类？');
  for (const question of ['在哪里？', '什么事？']) {
    await back(lin);
    await lin.see(question);
  }
  await lin.see('1 张，最多 9 张');
  await toTheEnd(lin);
  await lin.tap('送给徐代表');
  await lin.see('送到了');
  await back(lin);
  await lin.see('有事，找代表。');
  await lin.page.context().close();
});

test('without a network the draft waits with its photos and goes exactly once', async () => {
  const lin = await come('lin', { keeps: true });
  const before = (await mattersOf('lin')).length;
  await lin.open(`${WRITE}?deputy=${deputyNamed('毛范例').id}`);
  await lin.see('什么事？');
  await lin.write('小学门口没有斑马线，车开得很快。');
  await addPhotos(lin, 'turned.jpg');
  await toTheEnd(lin);
  await lin.page.context().setOffline(true);
  await lin.tap('送给毛代表');
  await lin.see(/有网就自动送出，只送一次/);
  await lin.page.context().setOffline(false);
  await lin.see('送到了');
  await lin.open('/pages/mine/index');
  await lin.see('小学门口没有斑马线');
  const after = await mattersOf('lin');
  expect(after).toHaveLength(before + 1);
  expect(after[0]?.pictures).toHaveLength(1);
  await lin.page.context().close();
});

test('a deputy whose term ended, and a draft that is gone: why, and where to go', async () => {
  const lin = await come('lin');
  await lin.open(`${WRITE}?deputy=${deputyNamed('范旧例').id}`);
  await lin.see('这位代表的任期到了');
  await lin.check();
  await lin.tap('换一位代表');
  await lin.see('跟哪位代表说？');
  await lin.open('/pages/home/index');
  // A page that comes late would lie on top of the next.
  await lin.see('有事，找代表。');
  await lin.open(`${WRITE}?draft=gone`);
  await lin.see('这件不在手机里了');
  await lin.check();
  await lin.tap('去我的事');
  await lin.see('我的事');
  await lin.page.context().close();
});

test('my matters: what waits for me, what nobody has yet, and how each one ended', async () => {
  const chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  const xu = await api.signedIn('xu');
  const asked = await chen.call(submit, matterFor('徐示例', { words: '问的那件：自来水发黄，有铁锈味。' }));
  await xu.call(ask, { id: asked.id, words: '是哪几户？' });
  const taken = await chen.call(submit, matterFor('徐示例', { words: '撤的那件：路灯开关装得太高了。' }));
  await chen.call(withdraw, { id: taken.id });
  await chen.call(submit, matterFor('徐示例', { deputyId: undefined, words: '等的那件：老年活动室漏雨了。' }));
  const someone = await come('chen');
  await someone.open('/pages/mine/index');
  await someone.see('徐代表想问您一句。');
  await someone.see('等一位代表来接。');
  await someone.see('撤回了');
  await someone.check();
  await someone.tap('去回答');
  await someone.see(/是哪几户/);
  await someone.page.context().close();
});

const looks = [{ width: 1280 }, { size: 'elder' }, { size: 'elder-max', dark: true }] as const;

test('every step holds in every look', async () => {
  const lin = await come('lin', { looks });
  await lin.open(`${WRITE}?deputy=${deputyNamed('郑样本').id}`);
  await lin.see(/郑代表这几天不在/);
  await lin.check();
  await lin.tap('换一位代表');
  await lin.see('跟哪位代表说？');
  await lin.tap('哪位代表都行');
  await lin.write(WORDS);
  await addPhotos(lin, 'turned.jpg', 'not-a-picture.heic');
  await lin.see(/有一张打不开/);
  await lin.check();
  await toTheEnd(lin);
  await lin.check();
  await lin.open('/pages/mine/index');
  await lin.see(TITLE);
  await lin.tap('扔掉');
  await lin.see('扔了就找不回来了。');
  await lin.check();
  await lin.tap('留着');
  await lin.open(`${WRITE}`);
  await lin.tap('哪位代表都行');
  await lin.tap('去送那件');
  await lin.see('这样送出，对吗？');
  await lin.page.context().close();
});
