import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { testApi } from '../../functions/testing/api';
import { jpegOf } from '../../functions/testing/pictures';
import { grant, invite } from '../../shared/identity/contract';
import { enteredFor, follow } from '../../shared/requests/contract';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

const WORDS = '老屋后面的水沟堵了，一下雨就往屋里灌。';
const PHOTO = jpegOf({ width: 1600, height: 1200 });

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
const come = (person: string, options = {}) => openSomeone(browser, api, person, options);

beforeAll(async () => {
  browser = await openChromium();
});

afterAll(() => browser?.close());

async function fill({ page, check }: Someone, label: string, words: string): Promise<void> {
  await page.getByLabel(label).locator('visible=true').last().fill(words);
  await check();
}

test('a supervisor enters for a neighbour', async () => {
  const jian = await come('jian', { looks: [{ size: 'elder-max', dark: true }], keeps: true });
  await jian.open('/pages/me/index');
  await jian.see('民主监督员');
  await jian.tap('替人登记');
  await jian.tap('下一步');
  await jian.see('先写怎么称呼他。');
  await fill(jian, '怎么称呼他', '陈大伯');
  await fill(jian, '他的手机号（可不填）', '13800009993');
  await jian.tap('下一步');
  await jian.tap('下一步');
  await jian.see(/至少 10 个字/);
  await fill(jian, '什么事', WORDS);
  const [chooser] = await Promise.all([
    jian.page.waitForEvent('filechooser'),
    jian.page.getByText('加照片').locator('visible=true').last().click(),
  ]);
  await chooser.setFiles({ name: 'ditch.jpg', mimeType: 'image/jpeg', buffer: PHOTO });
  await jian.see('1 张，最多 9 张');
  await jian.tap('下一步');
  await jian.tap('水：喝的水、灌溉、河');
  await jian.tap('下一步');
  await jian.see('哪位代表');
  await jian.tap('下一步');
  await jian.see('选一位代表，或者“哪位都行”。');
  await jian.tap('徐示例');
  await jian.tap('下一步');
  await jian.tap('念一遍，再送出');
  await jian.see(/徐代表/);
  await jian.page.context().setOffline(true);
  await jian.tap('登记，送出');
  await jian.see(/还没登记上/);
  await jian.page.context().setOffline(false);
  await jian.tap('登记，送出');
  await jian.see('登记好了');
  await jian.see(/^\d{4} \d{4} \d$/);
  await jian.tap('看看这件事');
  await jian.see(WORDS);
  const phone = await api.signedIn('jian');
  const [matter] = (await phone.call(enteredFor, { state: 'with_deputy' })).items;
  expect((await phone.call(follow, { id: matter?.id ?? '' })).pictures).toHaveLength(1);
  await jian.page.context().close();
});

test('somebody takes a role with an invitation, and finds what it brings', async () => {
  const admin = await api.signedIn('admin');
  const { id } = await admin.call(grant, { role: 'admin', name: '温示例', reason: '主任交代的' });
  const { code } = await admin.call(invite, { id });
  const xin = await come('xin');
  await xin.open('/pages/me/index');
  await xin.tap('领身份');
  await xin.see('您的邀请码');
  await xin.write(code.toLowerCase());
  await xin.tap('用微信手机号确认，领身份');
  await xin.see('领到了');
  await xin.see('县人大办公室');
  await xin.tap('去看看能做什么');
  await xin.see('到工作台');
  await xin.see('我替人登记的');
  await xin.page.context().close();
});
