import { sql } from 'kysely';
import type { Browser } from 'playwright-core';
import { totp } from '../../functions/identity/totp';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { seedDepartments } from '../../functions/local/seed/departments';
import { COUNTY, testApi } from '../../functions/testing/api';
import * as identity from '../../shared/identity/contract';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

/** Somebody of the office sits down at a computer: QR, then the code of their telephone. */
const api = testApi({ pages: async () => h5Pages(await build('h5')) });
const STEP = 30_000;
const CODE_ON_SCREEN = '/console/identity/pages/sign-in/index';
const ROLES = '/console/identity/pages/roles/index';
let browser: Browser;

const asOwner = (statement: ReturnType<typeof sql>) => api.store.owner.inTenant(COUNTY, (tx) => statement.execute(tx));
const asks = (settings: object) =>
  asOwner(sql`update county set settings = settings || ${JSON.stringify(settings)}::jsonb`);

beforeAll(async () => {
  browser = await openChromium();
  await seedDepartments(api.services);
  await asks({ secondFactorOffice: true });
});
afterAll(() => browser?.close());
beforeEach(async () => {
  await asOwner(sql`delete from second_factor`);
  await api.clock.advance(2 * STEP);
});

/** A computer at which this person was let in by their phone. */
async function sitDown(person: string): Promise<Someone> {
  const desk = await openSomeone(browser, api, 'nobody', {
    width: 1280,
    compact: true,
    local: false,
    looks: [{ dark: true }, { width: 375, compact: false }, { width: 375, size: 'elder-max' }],
  });
  await desk.open(CODE_ON_SCREEN);
  await desk.see('联络站工作台');
  const code = ((await desk.page.locator('.sign-in-letters').textContent()) ?? '').replace(/\s/g, '');
  const phone = await api.signedIn(person);
  await api.verifyPhone(phone, person);
  await phone.call(identity.confirmQrSignIn, { code });
  return desk;
}

let secret = '';
const shown = () => totp(secret, api.clock.now());
const wrong = () => String((Number(shown()) + 7) % 1_000_000).padStart(6, '0');

/** Takes the secret off the screen, and shows a code of it. @returns what is to be put on paper */
async function begin(desk: Someone): Promise<string[]> {
  await desk.see('先开动态码');
  await desk.page.locator('.qr-picture-drawn').waitFor();
  secret = ((await desk.page.locator('.sign-in-letters').textContent()) ?? '').replace(/\s/g, '');
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  await desk.check();
  await desk.write(shown());
  await desk.tap('开好了');
  await desk.see('抄下这十个备用码');
  await desk.check();
  const codes = await desk.page.locator('.backup-codes li').allTextContents();
  await desk.tap('抄好了，进去');
  await desk.see('常山县人大办公室');
  return codes;
}

const done = (desk: Someone) => desk.page.context().close();

test('the first time the telephone is shown a secret; then codes go onto paper, and the desk opens', async () => {
  const desk = await sitDown('admin');
  await desk.see('先开动态码');
  await desk.write('12345');
  await desk.see('还差 1 位');
  await desk.write('123456');
  await desk.tap('开好了');
  await desk.see(/^码不对/);
  const codes = await begin(desk);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[0-9A-Z]{4} [0-9A-Z]{4}$/);
  await desk.open(ROLES);
  await desk.page.getByRole('tab', { name: '人大办公室' }).click();
  await desk.see('动态码');
  await desk.see(/备用码还有 10 个$/);
  await desk.check();
  await desk.tap('我的动态码，备用码还有 10 个');
  await desk.see('我的动态码');
  await api.clock.advance(STEP);
  await desk.write(shown());
  await desk.tap('再做十个备用码');
  await desk.see('抄下这十个备用码');
  await desk.tap('抄好了，进去');
  await desk.see('常山县人大办公室');
  await done(desk);
});

test('the next time a code is enough; wrong ones are told, five shut the door and say until when', async () => {
  const first = await sitDown('admin');
  const [paper = '', another = ''] = await begin(first);
  await first.tap('退出');
  await done(first);

  const desk = await sitDown('admin');
  await desk.see('多验一次');
  await desk.open(ROLES);
  await desk.see('六位动态码');
  await desk.check();
  // What was used a moment ago is good no more.
  await desk.write(shown());
  await desk.tap('进去');
  await desk.see(/^这个码刚用过/);
  await api.clock.advance(STEP);
  await desk.write(shown());
  await desk.page.keyboard.press('Enter');
  // Where they wanted to go.
  await desk.see('加一位');
  expect(desk.page.url()).toContain(ROLES);
  await done(desk);

  const onPaper = await sitDown('admin');
  await onPaper.see('多验一次');
  await onPaper.tap('手机不在手边，用备用码');
  await onPaper.see('用备用码');
  await onPaper.check();
  await onPaper.write(paper.toLowerCase());
  await onPaper.tap('这次用它进去');
  await onPaper.see('常山县人大办公室');
  await onPaper.open(ROLES);
  await onPaper.see('我的动态码，备用码还有 9 个');
  await done(onPaper);

  const renewing = await sitDown('admin');
  await renewing.see('多验一次');
  await renewing.tap('手机不在手边，用备用码');
  await renewing.write(another);
  await renewing.tap('换了手机，用它重新开');
  await begin(renewing);
  await done(renewing);

  const locked = await sitDown('admin');
  await locked.see('多验一次');
  for (let tries = 0; tries < 4; tries += 1) {
    await locked.write(wrong());
    await locked.page.keyboard.press('Enter');
    await locked.see(/^码不对/);
    await api.clock.advance(STEP);
  }
  await locked.write(wrong());
  await locked.page.keyboard.press('Enter');
  await locked.see('先锁一会儿');
  await locked.see(/^连着错了五次，锁到 \d+:\d\d。到时候再输。$/);
  await locked.check();
  await api.clock.advance(31 * 60_000);
  await locked.tap('到时候了，再输');
  await locked.see('多验一次');
  await locked.write(shown());
  await locked.tap('进去');
  await locked.see('常山县人大办公室');
  await done(locked);
});

test('switched on while somebody works there, the desk asks and leads back; another of the office is helped', async () => {
  await asks({ secondFactorOffice: false, secondFactorDepartments: true });
  const desk = await sitDown('admin');
  await desk.see('常山县人大办公室');
  await desk.open(ROLES);
  await desk.see('加一位');
  await asks({ secondFactorOffice: true });
  const fang = await sitDown('fang');
  await beginDepartment(fang);
  await desk.tap('加一位');
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByLabel('名字').last().fill('万示例');
  await dialog.getByLabel('为什么给').last().fill('刚调来，接这件事');
  await dialog.getByLabel('哪个联络站').selectOption({ index: 1 });
  await desk.page.keyboard.press('Control+Enter');
  await begin(desk);
  await desk.open(ROLES);
  await desk.page.getByRole('tab', { name: '部门' }).click();
  await desk.see('没开，进不来');
  await desk.tap('重置');
  await desk.see('重置方示办的动态码');
  await desk.check();
  await dialog.getByLabel('为什么重置').last().fill('手机掉进水里了');
  await desk.page.keyboard.press('Control+Enter');
  await desk.see('方示办的动态码重置了，下次来再开一个');
  await desk.check();
  await done(desk);
  await done(fang);
});

/** The same for somebody of a department. */
async function beginDepartment(desk: Someone): Promise<void> {
  await desk.see('先开动态码');
  secret = ((await desk.page.locator('.sign-in-letters').textContent()) ?? '').replace(/\s/g, '');
  await desk.write(shown());
  await desk.tap('开好了');
  await desk.tap('抄好了，进去');
  await desk.see('要办的');
}

test('a clerk who is of the office too works for the station meanwhile', async () => {
  await asks({ secondFactorOffice: true });
  const phone = await api.signedIn('clerk');
  const { id } = await phone.call(identity.me, {});
  await asOwner(sql`insert into membership (jurisdiction, id, person_id, role, source, granted_at)
    values (${COUNTY}, gen_random_uuid(), ${id}, 'admin', 'granted', ${api.clock.now()})`);
  const desk = await sitDown('clerk');
  await desk.see('白石镇代表联络站、草坪村代表联络站');
  await desk.check();
  await desk.tap('多验一次');
  await begin(desk);
  await done(desk);
});
