import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { departmentsNamed, seedDepartments } from '../../functions/local/seed/departments';
import { matterFor, testApi } from '../../functions/testing/api';
import type { TestPhone } from '../../functions/testing/phone';
import * as assignments from '../../shared/assignments/contract';
import { addDays } from '../../shared/kernel/days';
import * as requests from '../../shared/requests/contract';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
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

const WIDE = { width: 1280, compact: true };
const LOOKS = [
  { width: 375, compact: false },
  { width: 375, size: 'elder-max', dark: true },
  { size: 'elder' },
  { dark: true },
] as const;
const STATION = '/console/requests/pages/worklist/index?box=to_assign';
const ASSIGNED = '/console/requests/pages/assigned/index';
const [roads = '', houses = ''] = ['县交通运输局', '县住建局'].flatMap((name) => departmentsNamed([name]));

const sitting = (person: string, options = {}) => openSomeone(browser, api, person, { ...WIDE, ...options });
const follow = (id: string) => chen.call(requests.follow, { id });
const dialogOf = ({ page }: Someone) => page.getByRole('dialog');

/** What chen says to a deputy, who asks the station for a department. */
async function referred(words: string, wish?: { departmentId: string; words: string }): Promise<string> {
  const { id } = await chen.call(requests.submit, matterFor('徐示例', { words, name: '陈试用', where: '文化礼堂旁' }));
  await xu.call(requests.refer, { id, ...wish });
  return id;
}

/** What chen said, as a department has it. */
async function assignedTo(departmentId: string, words: string): Promise<string> {
  const id = await referred(words);
  const clerk = await api.signedIn('clerk');
  await clerk.call(requests.assign, {
    id,
    departmentId,
    words: '请先看看。',
    seen: (await follow(id)).events[0]?.id ?? '',
  });
  return id;
}

/** As a clerk without a mouse: the key, some letters, Enter, and send. */
async function assignByKeys(one: Someone, letters: string, name: string): Promise<void> {
  await one.page.keyboard.press('a');
  await one.page.locator('[role=combobox]:focus').waitFor();
  await one.see('先选哪个部门。');
  await one.page.keyboard.type(letters);
  await dialogOf(one)
    .getByRole('option', { name: new RegExp(name) })
    .waitFor();
  await one.page.keyboard.press('Enter');
  await one.see(new RegExp(`^居民会看到：交给了${name}，最晚 .*答复$`));
}

/** Says at the desk of a department that it is not its own. */
async function returnByKeys(one: Someone, reason: string): Promise<void> {
  await one.page.keyboard.press('o');
  await one.see('先写为什么，居民看得到。');
  await dialogOf(one).getByLabel('为什么').last().fill(reason);
  await one.check();
  await one.page.keyboard.press('Control+Enter');
  await one.see(/退回联络站了$/);
}

test('a matter goes to two departments, comes back twice, and the office names one, which answers', async () => {
  const wish = { departmentId: roads, words: '请公路段的人先来看看灯杆。' };
  const id = await referred('村口路灯不亮，打 13800000001 找陈试用。', wish);
  const clerk = await sitting('clerk');
  await clerk.open(STATION);
  await clerk.see('等站里分给部门');
  await clerk.check();
  // The deputy's wish stands there and is chosen by nobody.
  await clerk.page.keyboard.press('a');
  await dialogOf(clerk).getByText(wish.words).waitFor();
  await dialogOf(clerk).getByText('徐代表想的是这家').waitFor();
  await clerk.see('先选哪个部门。');
  // What a department reads says nothing of who it is.
  expect(await dialogOf(clerk).locator('.preview').textContent()).not.toMatch(/13800000001|陈试用/);
  await clerk.check();
  await clerk.page.keyboard.press('Escape');
  await dialogOf(clerk).waitFor({ state: 'detached' });
  await assignByKeys(clerk, '公路', '县交通运输局');
  await dialogOf(clerk).getByLabel('跟部门说一句').last().fill('灯杆是谁的，请先弄清楚。');
  await clerk.check();
  await clerk.page.keyboard.press('Control+Enter');
  await clerk.see(/分给了县交通运输局$/);
  await clerk.see('没有要分的，部门也没有等着的。');
  const due = (await follow(id)).clock.dueOn;
  expect(await follow(id)).toMatchObject({ departmentName: '县交通运输局' });

  const fang = await sitting('fang');
  await fang.open(ASSIGNED);
  await fang.see('名字、电话，您这里没有');
  await fang.see('等您收下');
  await fang.check();
  expect(await fang.page.locator('.frame-whole').textContent()).not.toMatch(/13800000001|陈试用/);
  await fang.page.keyboard.press('o');
  await dialogOf(fang).getByText('退回 2 次，就由人大办定主办。谁退的、为什么，居民看得到。').waitFor();
  await fang.page.keyboard.press('Escape');
  await dialogOf(fang).waitFor({ state: 'detached' });
  await returnByKeys(fang, '村道的路灯归住建局管。');
  await fang.see('没有新来的。');
  await fang.page.getByRole('tab', { name: '退回的' }).click();
  await fang.see(/不在您这里了/);
  await fang.check();

  await clerk.open(STATION);
  await clerk.page.reload();
  await clerk.see('县交通运输局退回：不归它管');
  await assignByKeys(clerk, '住建', '县住建局');
  await clerk.see('退回 2 次，就由人大办定主办，不再转圈。这件退过 1 次。');
  await clerk.check();
  await clerk.page.keyboard.press('Control+Enter');
  await clerk.see(/分给了县住建局$/);

  const lu = await sitting('lu');
  await lu.open(ASSIGNED);
  await lu.see('等您收下');
  await lu.page.keyboard.press('o');
  await dialogOf(lu)
    .getByText(/^这件退过 1 次。再退，就由人大办定主办，不再转圈。/)
    .waitFor();
  await lu.page.keyboard.press('Escape');
  await dialogOf(lu).waitFor({ state: 'detached' });
  await returnByKeys(lu, '灯杆是公路段立的，归交通局。');

  await clerk.open(STATION);
  await clerk.page.reload();
  await clerk.see('两家都退回来过，等人大办公室定一家，您这里不用分了。');
  await clerk.check();
  expect(await clerk.page.getByRole('button', { name: /^分给部门/ }).count()).toBe(0);
  const admin = await sitting('admin');
  await admin.open(STATION);
  await admin.see('两家都退回来过，请您定一家来办，定了就不能再退。');
  await assignByKeys(admin, '住建', '县住建局');
  await admin.see('这件退过 2 次，由人大办定主办。定了，部门不能再退。');
  await admin.check();
  await admin.page.keyboard.press('Control+Enter');
  await admin.see(/分给了县住建局$/);

  await lu.open(ASSIGNED);
  await lu.page.reload();
  await lu.page.getByRole('tab', { name: /^新来/ }).click();
  await lu.see('人大办定了您这里办，不能退。');
  expect(await lu.page.getByRole('button', { name: /^不归我管/ }).count()).toBe(0);
  await lu.check();
  await lu.page.keyboard.press('y');
  await dialogOf(lu)
    .getByText(/^在县住建局手里，最晚 .*答复$/)
    .waitFor();
  await lu.check();
  await lu.page.keyboard.press('Control+Enter');
  await lu.see('收下了，居民看得到');
  await dialogOf(lu).waitFor({ state: 'detached' });
  await lu.page.getByRole('heading', { name: '在办' }).waitFor();
  await lu.page.keyboard.press('p');
  await dialogOf(lu).getByLabel('跟居民说').last().fill('电缆查过了，明天换灯。');
  await lu.check();
  // What is said often is kept for everybody of the department, and put in where something is said again.
  await dialogOf(lu)
    .getByRole('button', { name: /^常用的话/ })
    .click();
  await lu.see('还没有。写好一段存下来，本部门的人都能用。');
  await lu.tap('把写的这段存下来');
  await dialogOf(lu).getByRole('button', { name: '去掉：电缆查过了，明天换灯。' }).waitFor();
  await lu.check();
  await lu.page.keyboard.press('Control+Enter');
  await lu.see('说给居民了');
  await lu.page.keyboard.press('w');
  await lu.see('先定一类。');
  await lu.tap(/^B　/);
  await lu.see('写清楚一点，至少 10 个字。');
  await lu.page.keyboard.press('l');
  await lu.tap('电缆查过了，明天换灯。');
  expect(await dialogOf(lu).getByLabel('跟居民说').last().inputValue()).toBe('电缆查过了，明天换灯。');
  // What is written stays when the dialog is shut.
  await dialogOf(lu).getByLabel('跟居民说').last().fill('五盏里亮了四盏，里面那盏月底前换新杆。');
  await lu.see('第 1 件，写清楚做到什么。');
  await dialogOf(lu).getByLabel('第 1 件，做到什么').last().fill('里面那盏换新杆，灯亮');
  await lu.see('第 1 件，选哪天前做到。');
  await dialogOf(lu).getByLabel('第 1 件，哪天前').last().fill(addDays(due, 10));
  await lu.page.keyboard.press('Escape');
  await lu.page.keyboard.press('w');
  await dialogOf(lu).getByText('部门自己说：B 类，正在办').waitFor();
  await lu.check();
  await lu.page.keyboard.press('Control+Enter');
  await lu.see('答复送给居民了');
  await lu.see('县住建局答复');
  await lu.check();
  const after = await follow(id);
  expect(after).toMatchObject({ answer: { by: { departmentName: '县住建局', resultClass: 'B' } } });
  expect(after.clock.dueOn).toBe(due);
  expect(after.events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['progressed', 'accepted', 'returned']));
  await clerk.open(`/console/requests/pages/worklist/index?box=waiting&id=${id}`);
  await clerk.page.reload();
  await clerk.see('部门自己说：B 类，正在办');
  await clerk.check();
  for (const one of [clerk, fang, lu, admin]) await one.page.context().close();
});

test('somebody else of the department, or the station, was faster: it says so and shows how it is now', async () => {
  const id = await assignedTo(roads, '桥头的护栏断了两根，孩子上学要过。');
  const other = await api.signedIn('fang');
  const line = (await other.call(assignments.inbox, { box: 'new' })).items.find(({ subject }) => subject.id === id);
  const fang = await sitting('fang');
  await fang.open(`${ASSIGNED}?box=new&id=${line?.id}`);
  await fang.see('等您收下');
  await fang.page.keyboard.press('o');
  await dialogOf(fang).getByLabel('为什么').last().fill('护栏是村里自己装的。');
  await other.call(assignments.accept, { id: line?.id ?? '', version: line?.version ?? 0 });
  await fang.page.keyboard.press('Control+Enter');
  await fang.see('刚才有人动过这件事，现在是这样了');
  await dialogOf(fang).waitFor({ state: 'detached' });
  await fang.page.getByRole('heading', { name: '在办' }).waitFor();
  await fang.check();
  // Taken back by the station while it is being answered.
  await fang.page.keyboard.press('w');
  await fang.tap(/^A　/);
  await dialogOf(fang).getByLabel('跟居民说').last().fill('护栏都换成新的了，走得稳当。');
  const clerk = await sitting('clerk');
  await clerk.open(`/console/requests/pages/worklist/index?box=open&id=${id}`);
  await clerk.see('现在在县交通运输局手里');
  await clerk.check();
  await clerk.page.keyboard.press('z');
  await dialogOf(clerk).getByLabel('为什么收回来').last().fill('护栏归村里管');
  await clerk.check();
  await clerk.page.keyboard.press('Control+Enter');
  await clerk.see(/收回来了，另外找一家$/);
  await fang.page.keyboard.press('Control+Enter');
  await fang.see(/^收回了，不在您这里了。/);
  await dialogOf(fang).waitFor({ state: 'detached' });
  await fang.check();
  // It is no department's after all.
  await clerk.page.keyboard.press('b');
  await dialogOf(clerk).getByLabel('为什么交回').last().fill('村里自己能办');
  await clerk.check();
  await clerk.page.keyboard.press('Control+Enter');
  await clerk.see('现在在徐代表手里');
  expect((await follow(id)).state).toBe('with_deputy');
  for (const one of [clerk, fang]) await one.page.context().close();
});

test('a department asks through the station and wants more days; the station decides by keys', async () => {
  const id = await assignedTo(roads, '路边的反光镜歪了，转弯看不见车。');
  const fang = await sitting('fang');
  await fang.open(`${ASSIGNED}?box=new`);
  await fang.see('等您收下');
  await fang.page.keyboard.press('q');
  await fang.see('先写想问什么。');
  await dialogOf(fang).getByLabel('想问什么').last().fill('是桥南那面，还是桥北那面？');
  await fang.check();
  await fang.page.keyboard.press('Control+Enter');
  await fang.see('送到联络站了，看过再转给居民');
  await fang.see('问居民的那句，等联络站转。');
  expect(await fang.page.getByRole('button', { name: /^问一句/ }).count()).toBe(0);

  const clerk = await sitting('clerk');
  await clerk.open(STATION);
  await clerk.see('部门想问一句');
  await clerk.see(/^县交通运输局想问居民一句：是桥南那面，还是桥北那面？/);
  await clerk.check();
  await clerk.page.keyboard.press('q');
  await clerk.see('先点一个。');
  await dialogOf(clerk)
    .getByText(/^转给居民/)
    .click();
  await clerk.see('居民会看到：县交通运输局问了一句');
  await clerk.check();
  await clerk.page.keyboard.press('Control+Enter');
  await clerk.see('转给居民了');
  expect(await follow(id)).toMatchObject({ state: 'asked', question: { by: '县交通运输局' } });
  await fang.page.reload();
  await fang.see('问的转给居民了，等回答。这几天不算您的。');
  await fang.check();
  await chen.call(requests.supplement, { id, words: '桥南那面，朝学校的。' });

  await fang.page.reload();
  // What was seen before stands there until the page has asked again.
  await fang.page.getByRole('button', { name: /^要宽限/ }).waitFor();
  await fang.page.keyboard.press('x');
  await fang.see('先选到哪天。');
  const { dueOn } = (await follow(id)).clock;
  const until = addDays(dueOn, 7);
  await dialogOf(fang).getByLabel('到哪天').last().fill(until);
  await dialogOf(fang).getByLabel('为什么').last().fill('镜子要等厂里发货。');
  await fang.check();
  await fang.page.keyboard.press('Control+Enter');
  await fang.see('送到联络站了，等站里定');
  await fang.page.getByRole('heading', { name: '在办' }).waitFor();
  await fang.see(/^要宽限到 .*，等联络站定。$/);
  await clerk.open(STATION);
  await clerk.page.reload();
  await clerk.see(/^县交通运输局要宽限到 .*：镜子要等厂里发货。$/);
  await clerk.page.keyboard.press('q');
  await dialogOf(clerk)
    .getByText(/^不同意/)
    .click();
  await clerk.see('写一句为什么，部门会看到。');
  await dialogOf(clerk).getByText(/^同意/).click();
  await clerk.check();
  await clerk.page.keyboard.press('Control+Enter');
  await clerk.see(/^宽限到 .*了$/);
  expect((await follow(id)).clock.dueOn).toBe(until);
  for (const one of [clerk, fang]) await one.page.context().close();
});

test('all of them are shown by the arrow, and the one that is meant is reached by arrows', async () => {
  const wish = { departmentId: houses, words: '请先去看一看坡度。' };
  const id = await referred('敬老院门口的斜坡太陡，轮椅上不去。', wish);
  const clerk = await sitting('clerk');
  await clerk.open(`${STATION}&id=${id}`);
  await clerk.see('等站里分给部门');
  await clerk.page.keyboard.press('a');
  await clerk.page.locator('[role=combobox]:focus').waitFor();
  const options = dialogOf(clerk).getByRole('option');
  await options.first().waitFor();
  expect(await options.count()).toBe(1);
  await clerk.page.keyboard.press('ArrowDown');
  await options.nth(5).waitFor();
  // Whom the deputy thinks of comes first; the next one is where the arrow led.
  expect(await options.first().textContent()).toContain('县住建局');
  await clerk.check();
  // Esc shuts the list first, then the dialog.
  await clerk.page.keyboard.press('Escape');
  await options.nth(5).waitFor({ state: 'detached' });
  expect(await dialogOf(clerk).count()).toBe(1);
  await clerk.page.keyboard.press('ArrowDown');
  await options.nth(5).waitFor();
  await clerk.page.keyboard.press('Enter');
  await clerk.see(/^居民会看到：交给了县教育局，/);
  await clerk.page.keyboard.press('Escape');
  await dialogOf(clerk).waitFor({ state: 'detached' });
  await clerk.page.context().close();
});

test('its pages hold in every look', async () => {
  const id = await referred('水渠边没有栏杆，夜里看不清。', { departmentId: roads, words: '请来看看。' });
  const clerk = await sitting('clerk', { looks: LOOKS });
  await clerk.open(`${STATION}&id=${id}`);
  await clerk.see('等站里分给部门');
  await clerk.check();
  await clerk.page.keyboard.press('a');
  await dialogOf(clerk).getByText('徐代表想的是这家').waitFor();
  await clerk.check();
  await assignedTo(roads, '公交站边的沟盖板断了，踩空过人。');
  const fang = await sitting('fang', { looks: LOOKS });
  await fang.open(`${ASSIGNED}?box=answered`);
  await fang.see('还没有答过的。');
  await fang.check();
  await fang.page.getByRole('tab', { name: /^新来/ }).click();
  await fang.see('等您收下');
  await fang.check();
  for (const key of ['y', 'w', 'p', 'q', 'x', 'o']) {
    await fang.page.keyboard.press(key);
    await dialogOf(fang).waitFor();
    await fang.check();
    await fang.page.keyboard.press('Escape');
    await dialogOf(fang).waitFor({ state: 'detached' });
  }
  for (const one of [clerk, fang]) await one.page.context().close();
});

test('without a network what was seen of it stays, and it says so', async () => {
  await assignedTo(roads, '路口的反光镜碎了，转弯看不见车。');
  const fang = await sitting('fang', { keeps: true });
  await fang.open(`${ASSIGNED}?box=new`);
  await fang.see('等您收下');
  await fang.check();
  await fang.page.context().setOffline(true);
  await fang.page.getByRole('tab', { name: /^在办/ }).click();
  await fang.see(/现在没有网|没有网。/);
  await fang.page.getByRole('tab', { name: /^新来/ }).click();
  await fang.see('等您收下');
  await fang.check();
  await fang.page.context().close();
});
