import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { departmentsNamed, seedDepartments } from '../../functions/local/seed/departments';
import { matterFor, testApi } from '../../functions/testing/api';
import type { TestPhone } from '../../functions/testing/phone';
import * as assignments from '../../shared/assignments/contract';
import { addDays } from '../../shared/kernel/days';
import * as requests from '../../shared/requests/contract';
import { sayDay } from '../src/platform/say';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

/** A matter goes to a department and comes back, on the phones of all who have a part in it. */

const api = testApi({ pages: async () => h5Pages(await build('h5')) });
const LOOKS = [{ size: 'elder-max' }, { dark: true }, { width: 1280 }] as const;
const ROADS = '县交通运输局';
const HOUSING = '县住建局';
let browser: Browser;
let chen: TestPhone;
let mao: TestPhone;
let clerk: TestPhone;
let fang: TestPhone;
let lu: TestPhone;

beforeAll(async () => {
  browser = await openChromium();
  await seedDepartments(api.services);
  chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  mao = await api.signedIn('mao');
  clerk = await api.signedIn('clerk');
  await api.verifyPhone(clerk, 'clerk');
  fang = await api.signedIn('fang');
  lu = await api.signedIn('lu');
});
afterAll(() => browser?.close());

const come = (person: string, options = {}) => openSomeone(browser, api, person, options);
const close = ({ page }: Someone) => page.context().close();
const FOLLOW = (id: string) => `/requests/pages/follow/index?id=${id}`;
const ASSIGNED = '/requests/pages/assigned/index';

async function said(words: string): Promise<string> {
  return (await chen.call(requests.submit, matterFor('毛范例', { words, name: '陈试用' }))).id;
}

/** The station saw all that happened to it. */
async function assign(id: string, name: string): Promise<void> {
  const { events } = await clerk.call(requests.follow, { id });
  const departmentId = departmentsNamed([name])[0] ?? '';
  await clerk.call(requests.assign, { id, seen: events[0]?.id ?? '', departmentId });
}

/** A matter that this department has to say something to. */
async function assigned(words: string, name: string): Promise<string> {
  const id = await said(words);
  await mao.call(requests.refer, { id });
  await assign(id, name);
  return id;
}

/** What a department has to do with it, in this box. */
async function assignmentOf(phone: TestPhone, id: string, box: assignments.Box = 'new') {
  const found = (await phone.call(assignments.inbox, { box })).items.find(({ subject }) => subject.id === id);
  if (!found) throw new Error('it is not there');
  return found;
}

test('the deputy asks for a department, it answers, and the resident has the last word', async () => {
  const title = '桥头的井盖松了';
  const id = await said(`${title}。车过就响，晚上睡不好。`);
  const deputy = await come('mao', { looks: LOOKS });
  await deputy.open(FOLLOW(id));
  await deputy.tap('请站里转部门');
  await deputy.tap('请联络站转');
  await deputy.see('先选归谁管。说不准，也可以请站里定。');
  await deputy.tap(HOUSING);
  await deputy.write('先把井盖垫平，再说哪天换新的。');
  await deputy.tap('请联络站转');
  await deputy.see('等联络站分给部门');
  await deputy.see('在找管这件事的部门');
  await deputy.check();
  await deputy.open('/pages/mine/index');
  await deputy.tap('转出去的 1 件');
  await deputy.see('等站里分给部门');
  await close(deputy);

  await assign(id, HOUSING);
  const resident = await come('chen', { looks: LOOKS });
  await resident.open(FOLLOW(id));
  await resident.see(/^还没说接不接，\d+ 月 \d+ 日前说$/);
  await resident.see('走过这几家');
  await resident.see(`${HOUSING}看得到这件事，看不到您的名字和电话。`);
  await resident.check();
  await close(resident);

  const department = await come('lu', { looks: LOOKS });
  await department.open('/identity/pages/department/index');
  await department.tap('居民的事，1 件等您');
  await department.tap(title);
  await department.see('名字、电话，您这里没有。要问，请联络站转。');
  expect(await department.page.locator('.main').getByText('陈试用').count()).toBe(0);
  await department.tap('收下来办');
  await department.see(`${HOUSING}接了`);
  await department.tap('先说一声进展');
  await department.write('去看过了，井圈要换，材料已经报了。');
  await department.tap('告诉居民');
  await department.see(`${HOUSING}说了一声进展`);
  await department.tap('答复');
  await department.tap('送给居民');
  await department.see('先定一类。');
  await department.write('井圈已经垫平，12 月 10 日前换上新的井盖。');
  await department.tap('B 正在办，或排进了计划');
  await department.tap('送给居民');
  await department.see('第 1 件，写清楚做到什么。');
  await department.page.getByLabel('第 1 件，做到什么').last().fill('换上新的井盖，车过不响');
  const day = addDays((await chen.call(requests.follow, { id })).today, 20);
  await department.page.getByLabel('第 1 件，哪天前').last().fill(day);
  await department.check();
  await department.tap('送给居民');
  await department.see(`已经答复，${sayDay(day)}再问居民解决了没有。居民点头，才算办完。`);
  await department.see('它答应的事');
  await department.check();

  const again = await come('chen', { looks: LOOKS });
  await again.open('/pages/mine/index');
  await again.see(new RegExp(`^${HOUSING} .*答复了。$`));
  await again.open(FOLLOW(id));
  await again.see(`${HOUSING}答复`);
  await again.see('B 类，正在办');
  await again.see('它答应的事');
  await again.see(`${sayDay(day)}再问您`);
  await again.check();
  await again.tap('现在就说');
  await again.see('剩下的，请部门接着办');
  await again.tap('没解决');
  await again.tap('就这样');
  await again.see(new RegExp(`^您说没解决，已经退回${HOUSING}重办`));
  await again.see('没解决，退回再办');
  await again.check();
  await close(again);

  await department.open(ASSIGNED);
  await department.tap('在办 1');
  await department.tap(title);
  await department.see('居民说没解决，请您这里办。');
  await close(department);
});

test('who comes from a message finds what is to be done; somebody of the department was faster, and that is said', async () => {
  const id = await assigned('桥面的护栏断了一截，孩子上学从那里走。', ROADS);
  const one = await come('fang');
  await one.open(FOLLOW(id));
  await one.see('收下来办');
  const { id: assignment, version } = await assignmentOf(fang, id);
  await fang.call(assignments.accept, { id: assignment, version });
  await one.tap('收下来办');
  await one.see(/^刚才有人动过这件事/);
  await one.tap('答复');
  await one.tap('A 解决了，或大部分解决了');
  await one.write('护栏焊好了，也刷了漆，请看一看。');
  const { version: then } = await assignmentOf(fang, id, 'working');
  await fang.call(assignments.progress, { id: assignment, version: then, words: '工人下午到。' });
  await one.tap('送给居民');
  await one.see(/^刚才有人动过这件事/);
  await one.tap('送给居民');
  await one.see('已经答复，等居民说解决了没有。居民点头，才算办完。');
  await close(one);
});

test('it is given back twice: the office decides, and no day is lost', async () => {
  const title = '路口的涵洞堵了';
  const id = await assigned(`${title}。一下雨水就漫到路上。`, ROADS);
  const one = await come('fang', { looks: LOOKS });
  await one.open(ASSIGNED);
  await one.tap(title);
  await one.tap('不归我管');
  await one.write('不归');
  await one.tap('退回联络站');
  await one.see('至少写 5 个字。');
  await one.write('涵洞排水不归交通管。');
  await one.tap('退回联络站');
  await one.tap('退回的');
  await one.see('退回了');
  await close(one);

  const resident = await come('chen', { looks: LOOKS });
  await resident.open(FOLLOW(id));
  await resident.see('一家退回来了，再找一家');
  await resident.see(/^退回不让您多等。最晚还是/);
  await resident.see('说：涵洞排水不归交通管。');
  await resident.check();
  await assign(id, HOUSING);
  const { id: assignment, version } = await assignmentOf(lu, id);
  await lu.call(assignments.giveBack, { id: assignment, version, reason: '这个涵洞是水利的。' });
  await resident.page.reload();
  await resident.see('两家都说不归自己，由它定一家');
  await resident.see('退了两次，不让您再跑。');
  await resident.check();
  await close(resident);
});

test('the department asks through the station, the resident answers; more days are told with why', async () => {
  const title = '村口的水管漏水';
  const id = await assigned(`${title}。流了三天了，路都冲坏了。`, HOUSING);
  const department = await come('lu', { looks: LOOKS });
  await department.open(ASSIGNED);
  await department.tap(title);
  await department.tap('问居民一句');
  await department.write('漏的是路面下的，还是墙上的？');
  await department.check();
  await department.tap('请联络站转');
  await department.see('问居民的那句，等联络站转。');
  const decide = async () => {
    const { events } = await clerk.call(requests.follow, { id });
    await clerk.call(requests.decideAsked, { id, seen: events[0]?.id ?? '', granted: true });
  };
  await decide();

  const resident = await come('chen', { looks: LOOKS });
  await resident.open('/pages/mine/index');
  await resident.see(`${HOUSING}想问您一句。`);
  await resident.open(FOLLOW(id));
  await resident.see(`${HOUSING}问您`);
  await resident.see('漏的是路面下的，还是墙上的？');
  await resident.see(/前没回答也行，县住建局就按看到的先办。$/);
  await resident.check();
  await resident.tap('回答部门');
  await resident.write('路面下的，井盖旁边。');
  await resident.tap('送出回答');
  await resident.see(`${HOUSING}看得到这件事，看不到您的名字和电话。`);

  await department.page.reload();
  await department.tap('要宽限几天');
  await department.tap('送给联络站');
  await department.see('先选到哪天。');
  const { dueOn } = (await chen.call(requests.follow, { id })).clock;
  await department.page.getByLabel('到哪天').last().fill(addDays(dueOn, 5));
  await department.write('管子要等厂里发货。');
  await department.check();
  await department.tap('送给联络站');
  await department.see(/^要宽限到 .*，等联络站定。$/);
  await department.check();
  await close(department);
  await decide();
  await resident.page.reload();
  await resident.see(/^县住建局要多几天，联络站同意到 /);
  await resident.see('管子要等厂里发货。');
  await resident.check();
  await close(resident);
});

test('what is not the department’s any more is said, with a way on', async () => {
  const id = await assigned('公路边的树枝挡住了路牌。', ROADS);
  const { id: assignment } = await assignmentOf(fang, id);
  const one = await come('fang');
  await one.open(`${FOLLOW(id)}&assignment=${assignment}`);
  await one.see('收下来办');
  const { events } = await clerk.call(requests.follow, { id });
  await clerk.call(requests.takeBack, { id, seen: events[0]?.id ?? '', words: '先让村里修一修。' });
  await one.tap('收下来办');
  await one.see('这件事不在您部门了');
  await one.check();
  await one.tap('看别的事');
  await one.see('没有新分来的');
  await close(one);
});
