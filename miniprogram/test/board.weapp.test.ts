import { seedDepartments } from '../../functions/local/seed/departments';
import { promised } from '../../functions/promises/testing/promise';
import { handIn, reportOf, WHOLE } from '../../functions/promises/testing/report';
import { matterFor, testApi } from '../../functions/testing/api';
import * as requests from '../../shared/requests/contract';
import { type Phone, telephones } from './phone';

const LONG = `${'水渠塌了一段，下面十几亩田放不进水，去年修过又塌了。'.repeat(6)}说完了。`;

const api = testApi();
const openPhone = telephones(api);
let phone: Phone;

beforeEach(() => {
  phone = openPhone('lin');
});
afterEach(() => phone.close());

const toBoard = () => phone.tap('公开栏');

/** A resident agrees to the board, WeChat passes the words, the station looks at it and puts it there. */
async function publish(title: string, words: string, answer?: string): Promise<string> {
  const chen = await api.signedIn('chen');
  const { id } = await chen.call(requests.submit, {
    ...matterFor('徐示例'),
    words,
    openness: 'public',
    nameFor: 'deputy',
    name: '陈示例',
  });
  if (answer) await (await api.signedIn('xu')).call(requests.answer, { id, words: answer });
  await api.runSchedules();
  await (await api.signedIn('clerk')).call(requests.moderate, { id, publish: true, title, words, answer });
  return id;
}

test('while nothing stands on it, it says how something comes there', async () => {
  await toBoard();
  await phone.arrive('pages/board/index');
  await phone.see('公开栏还是空的');
});

test('who is not signed in reads what there is and in whose hands, then all that was said of one; no name', async () => {
  await publish('桥栏杆松了', '上新屋到大路的桥栏杆松了。', '村里已经用水泥固定了。');
  await publish('水渠塌了一段', LONG);
  await toBoard();
  await phone.see('桥栏杆松了');
  await phone.see('徐代表答复了，等居民说');
  await phone.see(/在徐代表手里/);
  expect(phone.words()).toContain('草坪村');
  expect(phone.words()).not.toContain('陈');
  expect(phone.words().indexOf('水渠塌了一段')).toBeLessThan(phone.words().indexOf('桥栏杆松了'));
  await phone.tap('桥栏杆松了');
  await phone.arrive('requests/pages/public/index');
  await phone.see('代表自己说');
  await phone.see('村里已经用水泥固定了。');
  await phone.see('还没说解决了没有');
  expect(phone.device.sent.every(({ method }) => method === 'GET')).toBe(true);
});

test('all of it is on a page of its own, looked through by kind', async () => {
  await toBoard();
  await phone.tap('看全部，找一件事');
  await phone.arrive('requests/pages/board/index');
  await phone.see('水渠塌了一段');
  await phone.tap(/^到哪了/);
  await phone.tap('居民说解决了');
  await phone.see('没有这样的');
  await phone.tap('看全部');
  await phone.see('水渠塌了一段');
});

test('what the resident says stands beside the answer, and does not take its place', async () => {
  const id = await publish('路灯坏了', '村口的路灯坏了三盏，晚上看不见。', '昨天换好了。');
  const input = { id, round: 1, outcome: 'solved', attitude: 'satisfied', result: 'mostly' } as const;
  await (await api.signedIn('chen')).call(requests.rate, input);
  await toBoard();
  await phone.see(/居民 .*说：解决了/);
  await phone.tap('路灯坏了');
  await phone.see('昨天换好了。');
  await phone.see('居民说');
});

test('who reports it hears that it came to the station; the second time that it did before', async () => {
  await toBoard();
  await phone.tap('水渠塌了一段');
  await phone.tap('举报：这件不该登');
  await phone.tap('说的不是真的');
  await phone.tap('送给联络站');
  await phone.see(/送到联络站了/);
});

test('without a network it shows what was seen, and since when; never seen, it says so', async () => {
  phone.online(false);
  await toBoard();
  await phone.see('现在没有网');
  phone.online(true);
  await phone.see('桥栏杆松了');
  phone.online(false);
  phone.start();
  await toBoard();
  await phone.see('没有网。看到的是今天');
  await phone.see('桥栏杆松了');
});

test('a year-end report stands there once it is rated, and is read by who is not signed in', async () => {
  await seedDepartments(api.services);
  await promised(api);
  await toBoard();
  await phone.see('部门答应改的事');
  expect(phone.words()).not.toContain('部门一年答应的事');
  // The department promised nothing by October of this year; it has by that of the next.
  await api.clock.set('2027-10-11T02:00:00Z');
  await api.runSchedule('promises.watch-reports');
  await handIn(await api.signedIn('fang'), (await reportOf(api))?.id ?? '');
  phone.start();
  await toBoard();
  await phone.tap('部门一年答应的事');
  await phone.arrive('promises/pages/public/index');
  await phone.see('2027 年，1 个部门');
  await phone.tap('县交通运输局');
  await phone.see(WHOLE);
  await phone.see('没有要评的代表');
});
