import type { Browser } from 'playwright-core';
import { v7 } from 'uuid';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { callAs } from '../../functions/local/seed/call-as';
import { departmentsNamed, seedDepartments } from '../../functions/local/seed/departments';
import { castOf, seedCosigners, submitted } from '../../functions/suggestions/testing/suggestion';
import { COUNTY, matterFor, testApi } from '../../functions/testing/api';
import { show } from '../../shared/assignments/contract';
import { assign, follow, refer, submit } from '../../shared/requests/contract';
import { openSomeone, type Someone, settled } from './browser';
import { openChromium } from './chromium';

/** Who has a part in a matter steps aside at the desk, by keyboard; somebody else of the office sees it and ends it (decision 50). */
const api = testApi({ pages: async () => h5Pages(await build('h5')) });
let browser: Browser;
const phone = (key: string) => api.signedIn(key);
const LAMPS = '村口到文化礼堂这段路，五盏路灯坏了三盏。';
const WORKLIST = '/console/requests/pages/worklist/index';
const ASSIGNED = '/console/requests/pages/assigned/index';
const LOOKS = {
  width: 1280,
  compact: true,
  looks: [{ dark: true }, { width: 1280, size: 'elder' as const }, { width: 375 }],
};
const [housing = ''] = departmentsNamed(['县住建局']);
const [transport = ''] = departmentsNamed(['县交通运输局']);

async function press({ page }: Someone, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
}
const dialog = ({ page }: Someone) => page.getByRole('dialog');
const joins = (person: string, departmentId: string) =>
  api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .insertInto('membership')
      .values({
        jurisdiction: COUNTY,
        id: v7(),
        person_id: callAs(api.services, person).caller.personId,
        role: 'department',
        department_id: departmentId,
        granted_at: api.clock.now(),
      })
      .execute(),
  );

beforeAll(async () => {
  browser = await openChromium();
  await seedDepartments(api.services);
  for (const key of ['chen', 'clerk', 'admin']) await api.verifyPhone(await phone(key), key);
});
afterAll(() => browser?.close());

test('a clerk steps aside and reads it no more; the office sees why, and ends it', async () => {
  const { id } = await (await phone('chen')).call(submit, matterFor('徐示例', { words: LAMPS }));
  const desk = await openSomeone(browser, api, 'clerk', LOOKS);
  await desk.open(`${WORKLIST}?box=open&id=${id}`);
  await desk.see(/五盏路灯坏了三盏/);
  await press(desk, 'c');
  await desk.see(/跟自己、家里人有关系的事/);
  await press(desk, 'Control+Enter');
  await desk.see('写一句为什么。');
  await dialog(desk).getByLabel('为什么').last().fill('说的是我表哥家门口的路灯。');
  await desk.check();
  await press(desk, 'Control+Enter');
  await desk.see(/您回避了，同事接着办/);
  await desk.see('这件您看不到了');
  await desk.check();
  expect(await (await phone('clerk')).problem(follow, { id })).toBe('not_found');
  await desk.open(`${WORKLIST}?box=all`);
  await desk.page.reload();
  await settled(desk.page);
  expect(await desk.page.getByText('五盏路灯坏了三盏').count()).toBe(0);
  await desk.page.context().close();

  const office = await openSomeone(browser, api, 'admin', LOOKS);
  await office.open('/console/identity/pages/roles/index');
  await office.see('谁回避了哪些事');
  await office.see('说的是我表哥家门口的路灯。');
  await office.check();
  await office.page.getByRole('button', { name: /^取消.*的回避$/ }).click();
  await dialog(office).getByLabel('为什么').last().fill('看过，没有关系。');
  await office.check();
  await press(office, 'Control+Enter');
  await office.see(/又能看、能办了/);
  await settled(office.page);
  expect(await office.page.getByText('谁回避了哪些事').count()).toBe(0);
  expect((await (await phone('clerk')).call(follow, { id })).viewer).toBe('station');
  await office.page.context().close();
});

test('in a department the last one can’t; once there are two, a colleague goes on', async () => {
  const { id } = await (await phone('chen')).call(submit, matterFor('徐示例', { words: LAMPS }));
  await (await phone('xu')).call(refer, { id, departmentId: housing, words: '请去看看灯杆。' });
  const admin = await phone('admin');
  const { events } = await admin.call(follow, { id });
  await admin.call(assign, { id, seen: events[0]?.id ?? '', departmentId: housing });
  const { assignmentId } = await (await phone('lu')).call(follow, { id });
  const one = assignmentId ?? '';
  const desk = await openSomeone(browser, api, 'lu', LOOKS);
  await desk.open(`${ASSIGNED}?box=new&id=${one}`);
  await desk.see(/五盏路灯坏了三盏/);
  await press(desk, 'c');
  await dialog(desk).getByLabel('为什么').last().fill('灯是我家的公司装的。');
  await press(desk, 'Control+Enter');
  await desk.see(/别的人都不能接/);
  await desk.check();
  await joins('lin', housing);
  await press(desk, 'Control+Enter');
  await desk.see(/您回避了，同事接着办/);
  expect(await (await phone('lu')).problem(show, { id: one })).toBe('not_found');
  expect((await (await phone('lin')).call(show, { id: one })).acts).toContain('accept');
  await desk.page.context().close();
});

test('on the phone of a department: the same, with why the last one can’t, and what was written stays', async () => {
  const { id } = await (await phone('chen')).call(submit, matterFor('徐示例', { words: LAMPS }));
  await (await phone('xu')).call(refer, { id, departmentId: transport, words: '请去看看路面。' });
  const admin = await phone('admin');
  const { events } = await admin.call(follow, { id });
  await admin.call(assign, { id, seen: events[0]?.id ?? '', departmentId: transport });
  const { assignmentId } = await (await phone('fang')).call(follow, { id });
  const hand = await openSomeone(browser, api, 'fang', {
    looks: [{ size: 'elder-max' }, { dark: true }, { width: 1280 }],
  });
  await hand.open(`/requests/pages/follow/index?id=${id}&assignment=${assignmentId}`);
  await hand.tap('我要回避');
  await hand.see('这件我要回避');
  await hand.tap('我回避');
  await hand.see('写一句为什么。');
  await hand.check();
  await hand.page.getByLabel('为什么').locator('visible=true').last().fill('说的是我家门口的路。');
  await hand.tap('我回避');
  await hand.see(/别的人都不能接/);
  await hand.check();
  await joins('lin', transport);
  await hand.tap('我回避');
  await hand.see('您回避了');
  await hand.check();
  expect(await (await phone('fang')).problem(show, { id: assignmentId ?? '' })).toBe('not_found');
  await hand.open('/answering/pages/aside/index?id=1');
  await hand.see('没找到这件事');
  await hand.check();
  await hand.page.context().close();
});

test('on the phone of a clerk and of the office: the same, of a matter and of a suggestion', async () => {
  const { id } = await (await phone('chen')).call(submit, matterFor('徐示例', { words: LAMPS }));
  const hand = await openSomeone(browser, api, 'clerk', { looks: [{ size: 'elder-max' }, { dark: true }] });
  await hand.open(`/requests/pages/follow/index?id=${id}`);
  await hand.see(/五盏路灯坏了三盏/);
  await hand.check();
  await hand.tap('我要回避');
  await hand.see('这件我要回避');
  await hand.page.getByLabel('为什么').locator('visible=true').last().fill('说的是我表哥家门口的路灯。');
  await hand.tap('我回避');
  await hand.see('您回避了');
  expect(await (await phone('clerk')).problem(follow, { id })).toBe('not_found');
  await hand.page.context().close();
  // Whose matter it is, and who is its deputy alone, has nothing to step aside from.
  for (const key of ['chen', 'xu']) {
    const other = await openSomeone(browser, api, key, { looks: [] });
    await other.open(`/requests/pages/follow/index?id=${id}`);
    await other.see(/五盏路灯坏了三盏/);
    expect(await other.page.getByText('我要回避').count()).toBe(0);
    await other.page.context().close();
  }

  await seedCosigners(api);
  const { id: suggestion } = await submitted(await castOf(api));
  const office = await openSomeone(browser, api, 'admin', { looks: [{ size: 'elder-max' }] });
  await office.open(`/suggestions/pages/one/index?id=${suggestion}`);
  await office.tap('我要回避');
  await office.page.getByLabel('为什么').locator('visible=true').last().fill('提的是我家那条路。');
  await office.tap('我回避');
  await office.see(/别的人都不能接/);
  await office.check();
  await office.page.context().close();
});
