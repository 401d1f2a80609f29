import type { Browser } from 'playwright-core';
import { build } from '../../functions/local/build';
import { h5Pages } from '../../functions/local/h5';
import { seedDepartments } from '../../functions/local/seed/departments';
import {
  assigned,
  COSIGNERS,
  castOf,
  idOf,
  seedCosigners,
  submitted,
  writtenFor,
} from '../../functions/suggestions/testing/suggestion';
import { COUNTY, matterFor, testApi } from '../../functions/testing/api';
import { jpegOf, sentPicture } from '../../functions/testing/pictures';
import { addDays, dayOf } from '../../shared/kernel/days';
import * as promises from '../../shared/promises/contract';
import * as requests from '../../shared/requests/contract';
import * as suggestions from '../../shared/suggestions/contract';
import { openSomeone, type Someone } from './browser';
import { openChromium } from './chromium';

/** A formal suggestion on the phones of its deputies and of a department, and at the desk of the office. */
const api = testApi({ pages: async () => h5Pages(await build('h5')) });
const LOOKS = [{ size: 'elder-max' }, { dark: true }, { width: 1280 }] as const;
const WIDE = { width: 1280, compact: true };
const DESK_LOOKS = [{ size: 'elder-max' }, { dark: true }] as const;
const PHOTO = jpegOf({ width: 64, height: 48 });
const SAID = '公路那一段十二月初可以开挖，挖三天。';
const DESK_ONE = (id: string) => `/console/suggestions/pages/one/index?id=${id}`;
const ONE = (id: string) => `/suggestions/pages/one/index?id=${id}`;
const flat = (lines: string[]) =>
  lines.map((line) =>
    line
      .trim()
      .split(/\s*\n\s*/)
      .join(' '),
  );
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
  await seedDepartments(api.services);
  await seedCosigners(api);
});
afterAll(() => browser?.close());

const come = (person: string, options = {}) => openSomeone(browser, api, person, options);
const close = ({ page }: Someone) => page.context().close();
/** At the desk: the department that leads, by letters of its name. */
async function leads({ page }: Someone, letters: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: '主办' }).fill(letters);
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name, selected: true }).waitFor();
}
const top = (one: Someone, selector: string) =>
  one.page
    .locator(selector)
    .first()
    .evaluate((element) => Math.round(element.getBoundingClientRect().top));
const fill = ({ page }: Someone, label: string, words: string) =>
  page.getByLabel(label).locator('visible=true').last().fill(words);

test('nobody has written one yet, and who is a deputy of a town alone is told so', async () => {
  const mao = await come('mao');
  await mao.open('/suggestions/pages/list/index');
  await mao.see('还没有代表建议');
  await mao.see('写建议、联名的，要是现任的本级人大代表。');
  await mao.check();
  await close(mao);
});

test('a deputy writes one with a resident’s words in it, another signs, and it is handed in', async () => {
  const { chen, xu } = await castOf(api);
  await chen.call(requests.submit, matterFor('徐示例', { words: '井水发黄，烧开有一层白的。' }));
  const deputy = await come('xu', { looks: LOOKS });
  await deputy.open('/suggestions/pages/list/index');
  await deputy.tap('写一件建议');
  await deputy.tap('存成草稿');
  await deputy.see('题目写一句。');
  await fill(deputy, '题目', '上新屋、坎下接通自来水');
  await fill(deputy, '现在怎么样', '两处十九户吃井水，十月起发黄，烧开有一层白。');
  await fill(deputy, '该怎么办', '先查水、送水，年底前接通这两处。');
  await deputy.page.getByRole('button', { name: '居民的话，选几个' }).click();
  await deputy.page.getByRole('switch', { name: /^井水发黄/ }).click();
  await deputy.page.getByRole('button', { name: '请谁联名，选几个' }).click();
  const [chooser] = await Promise.all([
    deputy.page.waitForEvent('filechooser'),
    deputy.page.getByText('加照片').locator('visible=true').last().click(),
  ]);
  await chooser.setFiles(['first.jpg', 'second.jpg'].map((name) => ({ name, mimeType: 'image/jpeg', buffer: PHOTO })));
  await deputy.see('2 张，最多 3 张');
  // More deputies than stand there at once: one looks for the name.
  await deputy.page.getByPlaceholder('找一找').locator('visible=true').last().fill(COSIGNERS.lin);
  await deputy.page.getByRole('switch', { name: COSIGNERS.lin }).click();
  await deputy.check();
  await deputy.tap('存成草稿');
  await deputy.see('等他回');
  await deputy.see('附件 2 张');
  await deputy.check();
  // One of those that are there already is taken out, and the other stays.
  await deputy.tap('接着写');
  await deputy.page.getByRole('button', { name: '去掉第 2 张照片' }).click();
  await deputy.see('1 张，最多 3 张');
  await deputy.check();
  await deputy.tap('存成草稿');
  await deputy.see('附件 1 张');
  const { items } = await xu.call(suggestions.mine, {});
  const id = items[0]?.id ?? '';
  const signer = await come('lin', { looks: LOOKS });
  await signer.open(ONE(id));
  await signer.see('请您联名');
  await signer.see('附件 1 张');
  await signer.page.getByRole('button', { name: '徐示例的第 1 张图片，还在检查，点开看大图' }).waitFor();
  await signer.check();
  await signer.tap('我联名');
  await signer.see('撤回联名');
  await close(signer);
  await deputy.open(ONE(id));
  await deputy.see('联名了');
  await deputy.tap('送人大办公室');
  await deputy.tap('送出');
  await deputy.see(/人大办公室，.*前交办/);
  await deputy.check();
  await close(deputy);
});

test('the office assigns it at the desk, the department speaks with the deputy and answers, and the lead rates', async () => {
  const cast = await castOf(api);
  const { id } = await submitted(cast, { title: '草坪到县城公交加早班' });
  const office = await come('admin', WIDE);
  await office.open(`/console/suggestions/pages/list/index?box=to_assign&id=${id}`);
  await office.see('交给谁办');
  // Two columns at 1280, what is read and who gets it.
  expect(await top(office, '.assign-read .card')).toBe(await top(office, '.assign-card'));
  // Nothing is ticked that nobody looked at.
  await office.see('是不是一件建议');
  expect(await office.page.locator('.checklist li').allInnerTexts().then(flat)).toEqual([
    '只说一件事 您看看',
    '写了情况，也写了办法 都写了',
    '不是个人的事，不是案子 您看看',
    '没有推销产品 您看看',
  ]);
  await office.check();
  await office.page.keyboard.press('o');
  await office.see('该去哪');
  await office.check();
  await office.tap('算了');
  // A letter that is a key does what it says where nobody writes: nothing is sent without a department.
  await office.page.keyboard.press('a');
  await office.see('先选主办。');
  await leads(office, '住建', '县住建局');
  await office.see(/写信答全部 2 位代表/);
  await office.see('2027 年的放假表还没有，工作日先按法定节日和周末算。');
  await office.check();
  await office.page.getByRole('button', { name: '交办', exact: true }).click();
  await office.see(/最晚 .*答复/);
  await office.see('一格一周');
  await office.check();
  const lu = await come('lu', { looks: LOOKS });
  await lu.open('/requests/pages/assigned/index');
  await lu.tap(/^草坪到县城公交加早班/);
  await lu.tap('收下来办');
  await lu.see('答复以前，要先跟代表说上话，记一笔。');
  await lu.check();
  await lu.tap('跟代表说过话，记一笔');
  await lu.tap('电话');
  await fill(lu, '哪天', api.clock.now().toISOString().slice(0, 10));
  await fill(lu, '说了什么', '跟徐代表通了电话，说先看客流。');
  await lu.check();
  await lu.tap('记下来');
  await lu.see('跟代表说上话 1 次');
  await lu.tap('答复');
  await lu.tap(/^B /);
  await fill(lu, '答复', '已经加了早上六点五十分的班次，周六周日下个月也加。');
  // Who is under way says what is done by which day, so that somebody can look.
  await lu.tap('送给代表');
  await lu.see('第 1 件，写清楚做到什么。');
  await fill(lu, '第 1 件，做到什么', '周六周日也有六点五十分那班');
  await fill(lu, '第 1 件，哪天前', addDays(dayOf(api.clock.now()), 40));
  await lu.check();
  await lu.tap('送给代表');
  await lu.see(/等领衔代表评/);
  await close(lu);
  const signer = await come('lin');
  const { promises: promised } = await (await castOf(api)).lu.call(promises.mine, {});
  expect(promised.map(({ words }) => words)).toContain('周六周日也有六点五十分那班');
  await signer.open(ONE(id));
  await signer.tap('说说答复怎么样');
  await signer.page.getByRole('radiogroup', { name: '办的态度' }).getByRole('radio', { name: '基本满意' }).click();
  await signer.page.getByRole('radiogroup', { name: '办的结果' }).getByRole('radio', { name: '基本满意' }).click();
  await signer.tap('送给领衔代表');
  await signer.see('您说的');
  await close(signer);
  const lead = await come('xu', { looks: LOOKS });
  await lead.open(ONE(id));
  await lead.see('联名的怎么看');
  await lead.tap('评一评');
  await lead.tap('就这样');
  await lead.see('态度还没选。');
  await lead.page
    .getByRole('radiogroup', { name: '办的态度' })
    .getByRole('radio', { name: '满意', exact: true })
    .click();
  await lead.page
    .getByRole('radiogroup', { name: '办的结果' })
    .getByRole('radio', { name: '满意', exact: true })
    .click();
  await lead.check();
  await lead.tap('就这样');
  await lead.see('评过了');
  await lead.check();
  await close(lead);
  await office.open(`/console/suggestions/pages/list/index?box=ended&id=${id}`);
  await office.tap('打印答复函');
  await office.see('打开答复函');
  await office.check();
  await close(office);
});

test('the department asks the lead something, wants more days, and hears from the office why not', async () => {
  const cast = await castOf(api);
  const { id } = await assigned(cast, undefined, { title: '幼儿园门口划斑马线' });
  const lu = await come('lu', { looks: LOOKS });
  await lu.open(ONE(id));
  await lu.tap('问代表一句');
  await fill(lu, '想问什么', '是正门还是后门？');
  await lu.check();
  await lu.tap('送给代表');
  await lu.see('您问代表一句');
  await lu.check();
  const lead = await come('xu', { looks: LOOKS });
  await lead.open(ONE(id));
  await lead.see('县住建局问代表一句');
  await lead.tap('回部门问的');
  await fill(lead, '怎么回', '是正门，早上最挤。');
  await lead.tap('告诉部门');
  await lead.see(/回了部门问的/);
  await lead.check();
  await close(lead);
  await lu.open(ONE(id));
  await lu.see(/回了部门问的/);
  await lu.tap('要延长答复的日子');
  await lu.tap('送人大办公室');
  await lu.see('先选哪天。');
  const { dueOn } = await cast.xu.call(suggestions.show, { id });
  await fill(lu, '延到哪天', addDays(dueOn ?? '', 10));
  await fill(lu, '为什么', '要等路面修好再划线。');
  await lu.check();
  await lu.tap('送人大办公室');
  await lu.see(/您想延长到 .*，等人大办公室定/);
  await close(lu);
  const office = await come('admin', WIDE);
  await office.open(`/console/suggestions/pages/list/index?box=working&id=${id}`);
  await office.see(/县住建局想延长到 /);
  await office.check();
  await office.tap('不同意延长');
  await fill(office, '为什么不同意', '可以先划门口这一段。');
  await office.page.getByRole('button', { name: '不同意', exact: true }).click();
  await office.see(/没有同意延长/);
  await office.check();
  await close(office);
});

test('a photo WeChat is not sure of: the office says at the desk whether others see it, and why', async () => {
  const cast = await castOf(api);
  const picture = await sentPicture(cast.xu);
  const { id } = await submitted(cast, { title: '村口桥栏杆修一修', pictures: [picture] });
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.updateTable('picture').set({ state: 'review' }).where('id', '=', picture).execute(),
  );
  const office = await come('admin', { ...WIDE, looks: DESK_LOOKS });
  await office.open(`/console/suggestions/pages/list/index?box=to_assign&id=${id}`);
  await office.see('附件里的照片，微信拿不准');
  await office.see('第 1 张，要您看一看');
  await office.page.getByRole('button', { name: '第 1 张不给人看' }).click();
  await office.tap('就这样定');
  await office.see('写一句再送。');
  await fill(office, '第 1 张为什么不给人看', '照片上有别人的脸。');
  await office.check();
  await office.tap('就这样定');
  await office.see('第 1 张，只有办公室看得到');
  await office.check();
  await close(office);
  const { pictures } = await cast.xu.call(suggestions.show, { id });
  expect(pictures).toMatchObject([{ url: null }]);
});

test('words that read like a report of wrongdoing are marked at the desk, and it goes back with where it goes', async () => {
  const cast = await castOf(api);
  const facts = '村书记截留了引水工程的补助款，账上对不上，村里人都知道。';
  const { id } = await submitted(cast, { title: '查一查引水工程的钱', facts, signers: [] });
  const office = await come('admin', { ...WIDE, looks: DESK_LOOKS });
  await office.open(`/console/suggestions/pages/list/index?box=to_assign&id=${id}`);
  await office.see('有的话像检举、控告，看仔细');
  await office.check();
  await office.page.getByRole('button', { name: '不算建议的，退回代表并说去哪' }).click();
  await office.tap('信访局');
  await fill(office, '为什么不算', '这是反映一个人的问题，请向纪委监委说。');
  await office.tap('告诉代表');
  await office.see('可以去：信访局');
  await office.page.locator('.checklist').waitFor({ state: 'detached' });
  await office.check();
  await close(office);
});

test('协办 at the desk: the office names one beside the lead, it gives its opinion, and the answer says what it said', async () => {
  const { id } = await submitted(await castOf(api), { title: '坎下水管过公路的一段先挖' });
  const office = await come('admin', { ...WIDE, looks: [...DESK_LOOKS, { width: 899 }] });
  await office.open(`/console/suggestions/pages/list/index?box=to_assign&id=${id}`);
  await leads(office, '住建', '县住建局');
  await office.tap(/^加一家/);
  await office.page.getByRole('combobox', { name: '请哪家' }).fill('交通');
  await office.page.keyboard.press('Enter');
  await fill(office, '请县交通运输局做什么', '水管要穿过公路，哪天能开挖。');
  // Six months with the reason, and a committee that watches over it.
  await office.page.getByRole('tab', { name: '复杂，6 个月' }).click();
  await office.page.getByRole('radio', { name: /^县人大社会建设委员会盯着/ }).click();
  await office.page.getByRole('button', { name: '交办', exact: true }).click();
  await office.see('复杂，要写一句为什么，代表看得到。');
  await fill(office, '为什么复杂，代表看得到', '水管要过国道，先要省里批。');
  await office.check();
  await office.page.getByRole('button', { name: '交办', exact: true }).click();
  await office.see('协办 县交通运输局');
  await office.see('县人大社会建设委员会督办');
  await office.see('为什么要 6 个月：水管要过国道，先要省里批。');
  await office.check();
  // The office watches instead, and takes that back with a key.
  await office.page.getByLabel('谁督办').last().selectOption({ label: '办公室' });
  await office.see('改由办公室督办');
  await office.page.locator('.suggestions-one').getByText('人大办公室督办', { exact: true }).waitFor();
  await office.page.keyboard.press('z');
  await office.see('督办的改回去了');
  await office.page.locator('.suggestions-one').getByText('县人大社会建设委员会督办', { exact: true }).waitFor();
  await office.open(`/console/suggestions/pages/list/index?box=working`);
  await office.page.getByLabel('谁督办').first().selectOption({ label: '办公室督办的' });
  await office.page.getByRole('link', { name: /^坎下水管过公路的一段先挖/ }).waitFor({ state: 'detached' });
  await office.page.getByLabel('谁督办').first().selectOption({ label: '县人大社会建设委员会督办的' });
  await office.page.getByRole('link', { name: /^坎下水管过公路的一段先挖/ }).waitFor();
  await office.check();
  const fang = await come('fang', { ...WIDE, looks: DESK_LOOKS });
  await fang.open(DESK_ONE(id));
  await fang.see('您这里协办');
  await fang.see('水管要穿过公路，哪天能开挖。');
  await fang.check();
  await fang.tap('给主办意见');
  await fill(fang, '您这里的意见', SAID);
  await fang.check();
  await fang.tap('送给主办');
  await fang.see(/给了意见$/);
  // What is not its own it does not do.
  expect(await fang.page.getByRole('button', { name: '跟代表说过话，记一笔' }).count()).toBe(0);
  await fang.check();
  await close(fang);
  const lu = await come('lu', { ...WIDE, looks: DESK_LOOKS });
  await lu.open(DESK_ONE(id));
  await lu.see(SAID);
  await lu.tap('收下来办');
  await lu.tap('跟代表说过话，记一笔');
  await lu.tap('电话');
  await fill(lu, '哪天', api.clock.now().toISOString().slice(0, 10));
  await fill(lu, '说了什么', '跟徐代表说了公路开挖的日子。');
  await lu.tap('记下来');
  await lu.see('跟代表说上话 1 次');
  await lu.tap('答复');
  await lu.tap(/^A /);
  await fill(lu, '答复', '公路那一段挖开了，坎下七户都通了水。');
  await lu.check();
  await lu.tap('送给代表');
  await lu.see('县交通运输局说：');
  await lu.check();
  await close(lu);
  await office.open(`/console/suggestions/pages/list/index?box=answered&id=${id}`);
  await office.see('县交通运输局说：');
  await office.see(SAID);
  await office.check();
  await close(office);
});

test('并案 at the desk: two are put together, taken apart by a key, put together again and answered once, each with its own letter', async () => {
  const cast = await castOf(api);
  const { id } = await submitted(cast, { title: '桥头的管子接到坎下', signers: [] });
  const { id: other, number } = await submitted(cast, { title: '坎下冬天没有水', signers: [] });
  const office = await come('admin', { ...WIDE, looks: DESK_LOOKS });
  await office.open(`/console/suggestions/pages/list/index?box=to_assign&id=${id}`);
  await office.see('交给谁办');
  await office.page.keyboard.press('m');
  await office.see('以“桥头的管子接到坎下”为主：交一次，答一次。');
  await office.check();
  await office.page
    .getByPlaceholder('找题目、代表、编号')
    .locator('visible=true')
    .last()
    .fill(number ?? '');
  await office.page.getByRole('switch', { name: /^坎下冬天没有水/ }).click();
  await office.check();
  await office.tap(/^2 件合成一件/);
  await office.see('“桥头的管子接到坎下”2 件合好了');
  await office.see('一起办的，还有 1 件');
  await office.page.keyboard.press('z');
  await office.see('拆开了，各办各的');
  await office.page.getByText('一起办的，还有 1 件').waitFor({ state: 'detached' });
  await office.page.keyboard.press('m');
  await office.page.getByRole('switch', { name: /^坎下冬天没有水/ }).click();
  await office.tap(/^2 件合成一件/);
  await office.see('一起办的，还有 1 件');
  await office.check();
  // The other one says where it is handled.
  await office.page.getByRole('button', { name: '打开：坎下冬天没有水' }).click();
  await office.see(/主的那件，在那里答/);
  await office.check();
  await office.page.getByRole('button', { name: '打开：桥头的管子接到坎下' }).click();
  await leads(office, '住建', '县住建局');
  await office.page.getByRole('button', { name: '交办', exact: true }).click();
  await office.see(/最晚 .*答复/);
  await close(office);
  const lu = await come('lu', { ...WIDE, looks: DESK_LOOKS });
  await lu.open(DESK_ONE(id));
  await lu.see('还没跟这件的代表说上话');
  await lu.check();
  const said = { on: dayOf(api.clock.now()), way: 'phone', words: '在电话里说了哪天开挖。' } as const;
  const { lu: department } = await castOf(api);
  for (const one of [id, other]) await department.call(suggestions.contact, { id: one, ...said });
  await lu.open(DESK_ONE(id));
  await lu.see('跟代表说上话了');
  await lu.tap('收下来办');
  await lu.tap('答复');
  await lu.tap(/^A /);
  await fill(lu, '答复', '桥头的管子接过来了，坎下七户都通了水。');
  await lu.tap('送给代表');
  await lu.see('一起答的，还有 1 件');
  await lu.check();
  await close(lu);
  const lead = await come('xu', { looks: LOOKS });
  await lead.open(ONE(other));
  await lead.see('桥头的管子接过来了，坎下七户都通了水。');
  await lead.see('评一评');
  await lead.check();
  await close(lead);
});

test('of two at the desk the second hears what the first did, and loses nothing that was written', async () => {
  const cast = await castOf(api);
  const { id, version } = await assigned(cast, undefined, { title: '村道护栏统一查一遍' });
  const office = await come('admin', WIDE);
  await office.open(`/console/suggestions/pages/list/index?box=working&id=${id}`);
  await office.tap('收回，另找部门');
  await fill(office, '为什么收回', '这件归交通局管。');
  await cast.admin.call(suggestions.mark, { id, version, on: true });
  await office.page.getByRole('button', { name: '收回', exact: true }).click();
  await office.see(/^刚才有人动过这件建议，请看过再办。/);
  const one = office.page.locator('.suggestions-one');
  await one.getByText('重点督办', { exact: true }).waitFor();
  expect(await one.getByLabel('为什么收回').locator('visible=true').last().inputValue()).toBe('这件归交通局管。');
  await office.check();
  await close(office);
});

test('what there is of a suggestion for somebody who has no part in it', async () => {
  const { xu } = await castOf(api);
  const { id } = await xu.call(suggestions.draft, writtenFor({ cosigners: [idOf(COSIGNERS.lin)] }));
  const other = await come('mao');
  await other.open(ONE(id));
  await other.see('没找到这件建议');
  await close(other);
});
