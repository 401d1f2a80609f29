import {
  all,
  castAs,
  draftOf,
  numbers,
  offices,
  openCampaign,
  residents,
  takeAs,
  withDepartments,
} from '../../functions/appraisals/testing/campaign';
import { testApi } from '../../functions/testing/api';
import { results } from '../../shared/appraisals/contract';
import { cutAt, type Phone, settle, telephones } from './phone';

const DAY_MS = 86_400_000;
const RATE = 'appraisals/pages/rate/index';
const RECEIPT = 'appraisals/pages/receipt/index';

const api = testApi();
const openPhone = telephones(api);
let id: string;
let chen: Phone;

function phoneOf(person: string): Phone {
  const phone = openPhone(person);
  settle(phone);
  phone.start();
  return phone;
}

const openRate = (phone: Phone) => phone.tap(/^评一评/).then(() => phone.arrive(RATE));

/** What a resident says before the first question. */
async function begin(phone: Phone): Promise<void> {
  await phone.tap('我满 18 岁');
  await phone.tap(/开始评$/);
  await phone.see('第 1 个，共 2 个');
}

const isCast = (path: string) => path.endsWith('/ballot');
const receiptOn = (phone: Phone) => /[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}/.exec(phone.words())?.[0] ?? '';

beforeAll(async () => {
  const departments = await withDepartments(api, ['县教育局', '县交通运输局']);
  const closesAt = new Date(api.clock.now().getTime() + 10 * DAY_MS);
  id = await openCampaign(api, await offices(api), draftOf(departments, closesAt));
});

describe('a resident rates two departments', () => {
  let first: string;

  test('before the first question: the village is known, 18 is one tap', async () => {
    chen = phoneOf('chen');
    await openRate(chen);
    await chen.see('白石镇 草坪村');
    await chen.tap('开始评');
    await chen.see('先点一下，满 18 岁了没有。');
    await begin(chen);
    expect(chen.screen().querySelectorAll('[aria-checked=true]')).toHaveLength(0);
  });

  test('an answer can be taken back; what was chosen is there after WeChat forgot the mini-program', async () => {
    await chen.tap('基本满意');
    await chen.tap('基本满意');
    expect(chen.screen().querySelectorAll('[aria-checked=true]')).toHaveLength(0);
    await chen.tap('满意');
    await chen.tap('几次');
    await chen.tap('下一个');
    await chen.see('第 2 个，共 2 个');
    await chen.tap(/没打过交道，两条都选/);
    await chen.tap('想说一句（可不写）');
    await chen.write('想说一句', '路补得快。');
    chen.start();
    await openRate(chen);
    await chen.see('第 2 个，共 2 个');
    await chen.tap('都评过了，看一遍');
    await chen.see('2 条评了，1 条没评');
    expect(chen.words()).toContain('2 条不了解，1 条没评，写了一句话');
  });

  test('a lost reply: the network comes back, the same ballot goes again, with one receipt', async () => {
    const cut = cutAt(chen, isCast);
    await chen.tap('投进票箱');
    await cut;
    await chen.see('有网就自动再投，只算一张');
    chen.online(true);
    await chen.arrive(RECEIPT);
    await chen.see('投进票箱了');
    first = receiptOn(chen);
    expect(first).not.toBe('');
  });

  test('it can be changed until the close: the same answers, another receipt', async () => {
    await chen.tap('改我的票');
    await chen.arrive(RATE);
    await chen.tap(/^县教育局/);
    await chen.tap('不满意');
    await chen.tap('好了，回去看票');
    await chen.tap('投进票箱');
    await chen.arrive(RECEIPT);
    expect(receiptOn(chen)).not.toBe(first);
    await chen.tap('回首页');
    await chen.see(/投好了，\d+ 月 \d+ 日/);
  });

  test('who voted elsewhere meanwhile sees the ballot again, and casts it in the place of that', async () => {
    const elsewhere = await api.signedIn('chen');
    const taken = await takeAs(elsewhere, id);
    await castAs(elsewhere, id, taken, all(taken, '111'));
    await openRate(chen);
    await chen.tap('投进票箱');
    await chen.see('票箱里已经有您的一张票了');
    await chen.tap('投进票箱');
    await chen.arrive(RECEIPT);
  });
});

test('under 18 or from another county: why, and where to speak instead', async () => {
  const lin = phoneOf('lin');
  await openRate(lin);
  await lin.tap('还没满');
  await lin.see('没满 18 岁不能评');
  await lin.see('看联络站');
  await lin.tap('我满 18 岁');
  await lin.tap(/^白石镇/);
  await lin.tap('我不住在这个县');
  await lin.see('您选的村不在本县');
});

test('a first-timer confirms the phone with the press that takes the ballot; nothing is an answer too', async () => {
  const xin = phoneOf('xin');
  await openRate(xin);
  await xin.tap('我满 18 岁');
  await xin.see('领票要确认一下手机号');
  await xin.tap('用微信手机号确认，开始评');
  await xin.see('第 1 个，共 2 个');
  await xin.tap('下一个');
  await xin.tap('都评过了，看一遍');
  await xin.tap('这次都不评（弃权）');
  await xin.tap('投空白票');
  await xin.arrive(RECEIPT);
});

test('a deputy is asked neither village nor age', async () => {
  const xu = phoneOf('xu');
  await openRate(xu);
  await xu.see('第 1 个，共 2 个');
});

describe('after the close', () => {
  test('who is late is told so, and nothing on the phone is lost', async () => {
    const lin = phoneOf('lin');
    await openRate(lin);
    await begin(lin);
    await lin.tap('满意');
    await lin.tap('下一个');
    await lin.tap('都评过了，看一遍');
    const voters = await residents(api, numbers(20));
    for (const voter of voters) {
      const taken = await takeAs(voter, id);
      await castAs(voter, id, taken, all(taken, '121'));
    }
    await api.clock.advance(10 * DAY_MS);
    await lin.tap('投进票箱');
    await lin.see('晚了一步，票箱已经关了');
    lin.start({ path: RATE, query: { id } });
    await lin.see('票箱已经关了');
  });

  test('the result, and one receipt that is found in the published list', async () => {
    await api.clock.advance(60_000);
    await api.runSchedules();
    await api.runSchedules();
    chen.start();
    const { root } = await api.nobody.call(results, { id });
    await chen.tap(/^评议结果/);
    await chen.see('实到');
    await chen.tap('看数字表');
    await chen.tap(/查我的票在不在/);
    await chen.tap('查一查');
    await chen.see('整张票单也没被换过');
    await chen.write('回执码', '0000 0000 00ZZ');
    await chen.tap('查一查');
    await chen.see('票单里没有这个回执码');
    await chen.tap(/自己重数一遍/);
    await chen.see(root);
  });
});
