import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { departmentsNamed, seedDepartments } from '../../functions/local/seed/departments';
import { matterFor, testApi } from '../../functions/testing/api';
import type { TestPhone } from '../../functions/testing/phone';
import * as assignments from '../../shared/assignments/contract';
import * as requests from '../../shared/requests/contract';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

/** One department leads and others work on it, from the desk of the station to the phone of whose matter it is. */

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
const LOOKS = [{ size: 'elder-max' }, { dark: true }, { width: 1280 }] as const;
const WIDE = { width: 1280, compact: true };
const STATION = '/console/requests/pages/worklist/index?box=to_assign';
const DESK = '/console/requests/pages/assigned/index';
const LIST = '/requests/pages/assigned/index';
const FOLLOW = (id: string) => `/requests/pages/follow/index?id=${id}`;
const SHOTS = process.env.SHOTS;
let browser: Browser;
let chen: TestPhone;
let xu: TestPhone;

beforeAll(async () => {
  browser = await openChromium();
  await seedDepartments(api.services);
  chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  xu = await api.signedIn('xu');
});
afterAll(() => browser?.close());

const sitting = (person: string) => openSomeone(browser, api, person, WIDE);
const come = (person: string, options = {}) => openSomeone(browser, api, person, options);
const dialogOf = ({ page }: Someone) => page.getByRole('dialog');
const close = ({ page }: Someone) => page.context().close();
const shoot = async ({ page }: Someone, name: string) => {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
};

async function referred(words: string): Promise<string> {
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { words, name: '陈试用' }));
  await xu.call(requests.refer, { id });
  return id;
}

/** Chooses a department by some letters, and writes what it is asked. */
async function addByKeys(one: Someone, letters: string, name: string, words: string): Promise<void> {
  await one.page.locator('[role=combobox]:focus').waitFor();
  await one.page.keyboard.type(letters);
  await dialogOf(one)
    .getByRole('option', { name: new RegExp(name) })
    .waitFor();
  await one.page.keyboard.press('Enter');
  await one.page.locator('.together-row textarea:focus').waitFor();
  await one.page.keyboard.type(words);
}

test('a clerk names two beside the lead, one says something on the phone, the lead answers, the resident reads who said what', async () => {
  const id = await referred('村口五盏路灯坏了三盏，打 13800000001 找陈试用。');
  const clerk = await sitting('clerk');
  await clerk.open(STATION);
  await clerk.see('等站里分给部门');
  await clerk.page.keyboard.press('a');
  await clerk.page.locator('[role=combobox]:focus').waitFor();
  await clerk.page.keyboard.type('住建');
  await dialogOf(clerk)
    .getByRole('option', { name: /县住建局/ })
    .waitFor();
  await clerk.page.keyboard.press('Enter');
  await clerk.see('一家主办，别的给它意见。答复由主办写，不等协办。');
  await clerk.check();
  // From the field, by the keyboard alone.
  await dialogOf(clerk)
    .getByRole('button', { name: /加一家/ })
    .focus();
  await clerk.page.keyboard.press('Enter');
  await addByKeys(clerk, '公路', '县交通运输局', '灯杆要不要挪。');
  await dialogOf(clerk)
    .getByRole('button', { name: /再加一家/ })
    .focus();
  await clerk.page.keyboard.press('g');
  await addByKeys(clerk, '学校', '县教育局', '放学的路走不走这里。');
  await clerk.check();
  await shoot(clerk, 'desk-assign');
  await clerk.page.keyboard.press('Control+Enter');
  await clerk.see(/分给了县住建局，县交通运输局、县教育局一起办$/);
  await clerk.open(`/console/requests/pages/worklist/index?box=open&id=${id}`);
  await clerk.see('协办 县交通运输局、县教育局');
  await clerk.check();
  await shoot(clerk, 'desk-station');

  // Who waits reads who works on it.
  const resident = await come('chen', { looks: LOOKS });
  await resident.open(FOLLOW(id));
  await resident.see('协办 县交通运输局、县教育局');
  await resident.check();

  const fang = await come('fang', { looks: LOOKS });
  await fang.open(LIST);
  await fang.tap(/^协办/);
  await fang.see('协办 · 主办 县住建局');
  await fang.check();
  await shoot(fang, 'phone-list');
  await fang.page.getByRole('link', { name: /村口五盏路灯/ }).click();
  await fang.see('您这里协办');
  await fang.see('灯杆要不要挪。');
  await fang.check();
  expect(await fang.page.locator('body').textContent()).not.toContain('13800000001');
  await fang.tap('给主办意见');
  await fang.tap('送给主办');
  await fang.see('至少写 10 个字。');
  await fang.write('灯杆不用挪，最里面那根歪了，要换新的。');
  await fang.check();
  await shoot(fang, 'phone-opinion');
  await fang.tap('送给主办');
  await fang.see(/给了意见$/);
  await fang.see('改一改');
  await fang.check();
  await shoot(fang, 'phone-given');

  const lu = await sitting('lu');
  await lu.open(DESK);
  await lu.see('灯杆不用挪，最里面那根歪了，要换新的。');
  await lu.check();
  await shoot(lu, 'desk-lead');
  // It asks one more by itself, which takes the matter.
  await lu.page.keyboard.press('g');
  await addByKeys(lu, '民政', '县民政局', '老人那边说一声。');
  await lu.check();
  await shoot(lu, 'desk-involve');
  await lu.page.keyboard.press('Control+Enter');
  await lu.see('请了县民政局一起办');
  await lu.see('在办');
  await lu.page.getByRole('button', { name: '不请它了，县民政局' }).click();
  await lu.page.getByRole('button', { name: '不请它了，县民政局' }).waitFor({ state: 'detached' });
  await lu.page.keyboard.press('w');
  await lu.tap(/^A　/);
  await dialogOf(lu).getByLabel('跟居民说').last().fill('电缆换好了，五盏都亮了。');
  await dialogOf(lu).getByText('县教育局到答复时没有回话').waitFor();
  await lu.check();
  await shoot(lu, 'desk-answer');
  await lu.page.keyboard.press('Control+Enter');
  await lu.see('答复送给居民了');

  await resident.page.reload();
  await resident.see('县交通运输局说：');
  await resident.see('灯杆不用挪，最里面那根歪了，要换新的。');
  await resident.see('县教育局到答复时没有回话');
  await resident.check();
  await shoot(resident, 'phone-resident');
  for (const one of [clerk, resident, fang, lu]) await close(one);
});

test('at the desk of a co-handler; who is second hears it, and what is not needed is not read any more', async () => {
  const id = await referred('桥头的护栏断了两根，孩子上学要过。');
  const clerk = await api.signedIn('clerk');
  const [lead = '', other = ''] = departmentsNamed(['县住建局', '县交通运输局']);
  const seen = (await clerk.call(requests.follow, { id })).events[0]?.id ?? '';
  const parts = [{ departmentId: other, words: '护栏是谁装的。' }];
  await clerk.call(requests.assign, { id, seen, departmentId: lead, together: { kind: 'part', parts } });
  const fang = await sitting('fang');
  await fang.open(`${DESK}?box=parts`);
  await fang.see('桥头的护栏断了两根，孩子上学要过。');
  await fang.page.getByRole('option', { name: /桥头的护栏/ }).click();
  await fang.see('请您这里分办');
  await fang.check();
  await shoot(fang, 'desk-part');
  await fang.page.keyboard.press('w');
  await fang.see('写清楚一点，至少 10 个字。');
  await dialogOf(fang).getByLabel('这一份办好了').last().fill('护栏是交通局装的，两根都焊好了。');
  await fang.check();
  const phone = await api.signedIn('fang');
  const [open] = (await phone.call(assignments.parts, { box: 'open' })).items.filter(
    ({ subject }) => subject.id === id,
  );
  const words = '我们这里先说了，护栏是局里装的。';
  await phone.call(assignments.giveOpinion, { id: open?.id ?? '', version: open?.version ?? 0, words });
  await fang.page.keyboard.press('Control+Enter');
  await fang.see(/^刚才有人动过这一份，请看过再办。/);
  await fang.check();
  // The lead could not answer before.
  const lu = await come('lu', { looks: LOOKS });
  const { items } = await (await api.signedIn('lu')).call(assignments.inbox, { box: 'new' });
  const held = items.find(({ subject }) => subject.id === id);
  await lu.open(`${FOLLOW(id)}&assignment=${held?.id}`);
  await lu.see(words);
  await lu.see('收下，叫人一起办');
  await lu.check();
  await shoot(lu, 'phone-lead');
  await clerk.call(requests.takeBack, {
    id,
    seen: (await clerk.call(requests.follow, { id })).events[0]?.id ?? '',
    words: '分错了部门。',
  });
  await fang.open(`${DESK}?box=parts&id=${open?.id}`);
  await fang.page.reload();
  await fang.see(/^不用您这里一起办了。/);
  await fang.check();
  for (const one of [fang, lu]) await close(one);
});

test('nobody is asked: the list says so', async () => {
  const cao = await come('lu', { looks: LOOKS });
  await cao.open(`${LIST}?box=parts`);
  await cao.see('没有请您协办的');
  await cao.check();
  await close(cao);
});
