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
import { matterFor, testApi } from '../../functions/testing/api';
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
const ONE = (id: string) => `/suggestions/pages/one/index?id=${id}`;
let browser: Browser;

beforeAll(async () => {
  browser = await openChromium();
  await seedDepartments(api.services);
  await seedCosigners(api);
});
afterAll(() => browser?.close());

const come = (person: string, options = {}) => openSomeone(browser, api, person, options);
const close = ({ page }: Someone) => page.context().close();
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
  // More deputies than stand there at once: one looks for the name.
  await deputy.page.getByPlaceholder('找一找').locator('visible=true').last().fill(COSIGNERS.lin);
  await deputy.page.getByRole('switch', { name: COSIGNERS.lin }).click();
  await deputy.check();
  await deputy.tap('存成草稿');
  await deputy.see('等他回');
  await deputy.check();
  const { items } = await xu.call(suggestions.mine, {});
  const id = items[0]?.id ?? '';
  const signer = await come('lin', { looks: LOOKS });
  await signer.open(ONE(id));
  await signer.see('请您联名');
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
  await office.see('交给部门办');
  await office.check();
  await office.tap('交给部门办');
  await office.tap(/^县住建局/);
  await office.check();
  await office.tap('交办');
  await office.see(/最晚 .*答复/);
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
