import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { seedDepartments } from '../../functions/local/seed/departments';
import { COUNTY, testApi } from '../../functions/testing/api';
import * as identity from '../../shared/identity/contract';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
  await seedDepartments(api.services);
  // 曹试办 never came with WeChat, and took back that anybody may send them short messages.
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    await sql`update county set settings = settings || '{"departmentSms": true}'`.execute(tx);
    await sql`
      insert into text_message (jurisdiction, id, membership_id, kind, day, params, state, fault, changed_at)
      select jurisdiction, gen_random_uuid(), id, 'digest', '2026-11-17', '{0,0,1,0}', 'refused', 'stopped', now()
      from membership where name = '曹试办'`.execute(tx);
  });
});
afterAll(() => browser?.close());

const WIDE = { width: 1280, compact: true };
const DESK = '/console/requests/pages/worklist/index';
const linksOf = async ({ page }: Someone) =>
  (await page.locator('.rail-link').allTextContents()).map((one) => one.trim());

test('somebody of a department signs in at a computer by the phone, and is led to what is theirs alone', async () => {
  const desk = await openSomeone(browser, api, 'nobody', { ...WIDE, local: false });
  // The page they asked for is theirs to see: they are led back to it.
  await desk.open('/console/identity/pages/department/index');
  await desk.see('联络站工作台');
  const code = ((await desk.page.locator('.sign-in-letters').textContent()) ?? '').replace(/\s/g, '');
  const phone = await api.signedIn('fang');
  await phone.call(identity.confirmQrSignIn, { code });
  await desk.see('没有等着答的意见、要改的事');
  await desk.open(DESK);
  await desk.see('没有新来的。');
  await desk.check();
  expect(await linksOf(desk)).toEqual(['要办的', '整改', '部门']);
  await desk.tap('部门');
  await desk.see('没有等着答的意见、要改的事');
  await desk.see('管公路、桥、公交车和村里的班车');
  await desk.see('曹试办');
  await desk.check();
  await desk.open('/console/directory/pages/roster/index');
  await desk.see('没有新来的。');
  await desk.page.context().close();
});

test('who is of a station too has both, and a clerk alone is not led to departments', async () => {
  const clerk = await openSomeone(browser, api, 'clerk', WIDE);
  await clerk.open('/console/identity/pages/department/index');
  await clerk.see('白石镇代表联络站、草坪村代表联络站');
  await clerk.page.locator('.worklist').first().waitFor();
  expect(await linksOf(clerk)).toEqual(['事情', '登记', '公开栏', '打印', '评议', '整改', '看板']);
  await clerk.page.context().close();
});

test('the office gives the role for a department, and sees who has it', async () => {
  const admin = await openSomeone(browser, api, 'admin', WIDE);
  const { page } = admin;
  const dialog = page.getByRole('dialog');
  await admin.open('/console/identity/pages/roles/index');
  await admin.tap('部门');
  await admin.see('鲁草拟');
  await admin.tap('加一位');
  await dialog.getByLabel('名字').last().fill('陶示办');
  await dialog.getByLabel('为什么给').last().fill('局里推荐的');
  await page.keyboard.press('Control+Enter');
  await admin.see('先选是哪里的。');
  await dialog.getByLabel('哪个部门').selectOption({ label: '县民政局' });
  await admin.check();
  await page.keyboard.press('Control+Enter');
  await admin.see('陶示办加上了，再给他做一个邀请码');
  await admin.see(/^县民政局 · 这里加的/);
  await page.context().close();
});

test('whose short message did not arrive, and why, is seen by colleagues on the phone and by the office', async () => {
  const fang = await openSomeone(browser, api, 'fang', {});
  await fang.open('/identity/pages/department/index');
  await fang.see('短信没送到');
  await fang.see(/的短信：这个号码不收短信（退订了），请打电话告诉$/);
  await fang.check();
  await fang.page.context().close();
  const admin = await openSomeone(browser, api, 'admin', WIDE);
  await admin.open('/console/identity/pages/roles/index');
  await admin.tap('部门');
  const cao = admin.page.locator('.person', { hasText: '曹试办' }).first();
  await cao.getByText('短信没送到').waitFor();
  expect(await cao.textContent()).toContain('这个号码不收短信（退订了），请打电话告诉');
  await admin.check();
  await admin.page.context().close();
});

test('its pages hold in every look', async () => {
  const looks = [
    { size: 'elder-max', dark: true },
    { width: 1280, size: 'elder' },
    { width: 1280, dark: true, compact: true },
  ] as const;
  const fang = await openSomeone(browser, api, 'fang', { looks });
  await fang.open('/console/identity/pages/department/index');
  await fang.see('没有等着答的意见、要改的事');
  await fang.check();
  await fang.page.context().close();
  const phone = await openSomeone(browser, api, 'fang', { looks: looks.map((look) => ({ ...look, compact: false })) });
  await phone.open('/pages/me/index');
  await phone.see('部门工作人员');
  await phone.tap('县交通运输局');
  await phone.see('管公路、桥、公交车和村里的班车');
  await phone.check();
  await phone.page.context().close();
  const admin = await openSomeone(browser, api, 'admin', { looks });
  await admin.open('/console/identity/pages/roles/index');
  await admin.tap('部门');
  await admin.see('方示办');
  await admin.check();
  await admin.page.context().close();
});
