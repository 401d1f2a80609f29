import * as assignments from '../../../shared/assignments/contract';
import * as identity from '../../../shared/identity/contract';
import { addDays, dayOf } from '../../../shared/kernel/days';
import { hideKnown } from '../../../shared/kernel/personal';
import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import * as suggestions from '../../../shared/suggestions/contract';
import { departmentsNamed, seedDepartments } from '../../local/seed/departments';
import { writtenFor } from '../../suggestions/testing/suggestion';
import { matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** What no machine finds a clerk hides; departments and the notice board read 〇〇 wherever it stands (decision 34). */
const api = testApi();
const phones: Record<string, TestPhone> = {};
const as = (key: string) => phones[key] as TestPhone;
const WORDS = '开小卖部的阿明家门口路灯不亮，阿明说报过三次。';

beforeAll(async () => {
  await seedDepartments(api.services);
  for (const key of ['chen', 'lin', 'xu', 'jian', 'clerk', 'clerk2', 'lu']) phones[key] = await api.signedIn(key);
  await api.verifyPhone(as('chen'), 'chen');
  await api.verifyPhone(as('clerk'), 'clerk');
});

const page = (key: string, id: string) => as(key).call(requests.follow, { id });
const hide = (id: string, words: string, hidden = true) => as('clerk').call(requests.hideWords, { id, words, hidden });
const newest = async (id: string) => (await page('clerk', id)).events[0]?.id ?? '';

async function atDepartment(changes = {}): Promise<string> {
  const { id } = await as('chen').call(requests.submit, matterFor('徐示例', { words: WORDS, ...changes }));
  await as('xu').call(requests.refer, { id });
  const departmentId = departmentsNamed(['县住建局'])[0] ?? '';
  await as('clerk').call(requests.assign, { id, departmentId, seen: await newest(id) });
  return id;
}

test('hidden, the department reads 〇〇 in title, words, list, messages and what comes later; shown again it reads them', async () => {
  const id = await atDepartment();
  expect((await page('lu', id)).words).toContain('阿明');
  expect(await hide(id, '小卖部的阿明')).toEqual({ hidden: ['小卖部的阿明'] });
  expect(await hide(id, '阿明')).toEqual({ hidden: ['小卖部的阿明', '阿明'] });
  await as('chen').call(requests.supplement, { id, words: '阿明今天又去问了一次。' });
  const seen = await page('lu', id);
  expect(seen.words).toBe('开〇〇家门口路灯不亮，〇〇说报过三次。');
  const told = await as('lu').call(notifications.list, {});
  const listed = await as('lu').call(assignments.inbox, { box: 'new' });
  for (const said of [seen, told, listed]) expect(JSON.stringify(said)).not.toContain('阿明');
  expect(seen).not.toHaveProperty('hidden');
  for (const key of ['xu', 'chen', 'clerk']) expect((await page(key, id)).words).toBe(WORDS);
  expect((await page('clerk', id)).hidden).toEqual(['小卖部的阿明', '阿明']);
  expect((await page('chen', id)).events.map(({ kind }) => kind)).toContain('words_hidden');

  await hide(id, '阿明', false);
  await hide(id, '小卖部的阿明', false);
  expect((await page('lu', id)).words).toBe(WORDS);
});

test('the same twice is one act, two at once are both there, and what does not stand there is refused', async () => {
  const id = await atDepartment();
  await Promise.all([hide(id, '阿明'), hide(id, '小卖部'), hide(id, '阿明')]);
  const { hidden = [], events } = await page('clerk', id);
  expect([...hidden].sort()).toEqual(['小卖部', '阿明']);
  expect(events.filter(({ kind }) => kind === 'words_hidden')).toHaveLength(2);
  const none = { id, words: '阿亮', hidden: true };
  expect(await as('clerk').problem(requests.hideWords, none)).toBe('words_not_there');
  expect(await as('clerk2').problem(requests.hideWords, none)).toBe('not_found');
  for (const key of ['xu', 'lu', 'chen']) expect(await as(key).problem(requests.hideWords, none)).toBe('not_allowed');
  expect(await as('clerk').problem(requests.hideWords, { ...none, words: '明' })).toBe('invalid_input');
});

test('the notice board reads it too, also what was agreed to before', async () => {
  const { id } = await as('chen').call(requests.submit, matterFor('徐示例', { words: WORDS, openness: 'public' }));
  await as('xu').call(requests.answer, { id, words: '跟阿明说好了，明天去修。' });
  await api.runSchedules();
  await as('clerk').call(requests.moderate, { id, publish: true, seen: await newest(id) });
  const shown = async () => (await api.nobody.call(requests.board, {})).items.find((item) => item.id === id);
  expect(JSON.stringify(await shown())).toContain('阿明');
  await hide(id, '阿明');
  expect(await shown()).toMatchObject({ words: '开小卖部的〇〇家门口路灯不亮，〇〇说报过三次。' });
  expect(JSON.stringify(await shown())).not.toContain('阿明');
  // Who knows the name does not find whose matter it is, nor reads it with what they reported.
  const foundBy = async (words: string) =>
    (await api.nobody.call(requests.board, { words })).items.map((item) => item.id);
  expect([await foundBy('小卖部'), await foundBy('阿明')]).toEqual([[id], []]);
  await hide(id, '小卖部');
  await as('lin').call(requests.report, { id, reason: 'personal' });
  const { reports = [] } = await page('clerk', id);
  const answer = { id, takeDown: false, words: '名字隐去了。', seen: reports[0]?.id ?? '' };
  await as('clerk').call(requests.answerReports, answer);
  const copy = await as('lin').call(identity.ownData, {});
  const told = await as('lin').call(notifications.list, {});
  for (const said of [copy.parts.find(({ key }) => key === 'requests.reports'), told]) {
    expect(JSON.stringify(said)).toContain('名字隐去了');
    expect(JSON.stringify(said)).not.toMatch(/阿明|小卖部/);
  }
  await hide(id, '阿明', false);
  expect(await foundBy('阿明')).toEqual([id]);
});

test('what stands only in a promise is hidden there, too: on the board and from a department that works beside it, not from its own', async () => {
  const { id } = await as('chen').call(requests.submit, matterFor('徐示例', { openness: 'public' }));
  await as('xu').call(requests.refer, { id });
  const [roads, housing] = ['县交通运输局', '县住建局'].map((name) => departmentsNamed([name])[0] ?? '') as [
    string,
    string,
  ];
  const fang = await api.signedIn('fang');
  const together = { kind: 'advice' as const, parts: [{ departmentId: roads, words: '灯杆要不要挪，请看一看。' }] };
  await as('clerk').call(requests.assign, { id, departmentId: housing, together, seen: await newest(id) });
  const beside = async () => (await fang.call(requests.follow, { id })).promises?.map((one) => one.words);
  const { partId } = await fang.call(requests.follow, { id });
  const part = await fang.call(assignments.part, { id: partId ?? '' });
  await fang.call(assignments.giveOpinion, { id: part.id, version: part.version, words: '灯杆不用挪，可以换新的。' });
  const { assignmentId } = await page('lu', id);
  const held = await as('lu').call(assignments.show, { id: assignmentId ?? '' });
  api.clock.advance(60_000);
  const [words, answer] = ['把阿亮门前的灯杆换新。', '电缆换好了，还要换一根灯杆。'];
  await as('lu').call(assignments.answer, {
    id: held.id,
    version: held.version,
    resultClass: 'B',
    words: answer,
    promises: [{ words, dueOn: addDays(dayOf(api.clock.now()), 20) }],
  });
  expect((await page('clerk', id)).promises?.map((one) => one.words)).toEqual([words]);
  await api.runSchedules();
  await as('clerk').call(requests.moderate, { id, publish: true, answer, seen: await newest(id) });
  const onBoard = async () => (await api.nobody.call(requests.publicMatter, { id })).promises?.map((one) => one.words);
  expect(await onBoard()).toEqual([words]);
  const none = { id, words: '阿狗', hidden: true };
  expect(await as('clerk').problem(requests.hideWords, none)).toBe('words_not_there');
  expect(await hide(id, '阿亮')).toEqual({ hidden: ['阿亮'] });
  expect(await onBoard()).toEqual(['把〇〇门前的灯杆换新。']);
  const said = async (key: string) => (await page(key, id)).promises?.map((one) => one.words);
  for (const key of ['clerk', 'chen', 'lu']) expect([key, await said(key)]).toEqual([key, [words]]);
  expect(await beside()).toEqual(['把〇〇门前的灯杆换新。']);
  await hide(id, '阿亮', false);
  expect([await beside(), await onBoard()]).toEqual([[words], [words]]);
});

test('what a deputy makes a suggestion of is without it, for all who read it there', async () => {
  const { id } = await as('chen').call(requests.submit, matterFor('徐示例', { words: WORDS }));
  await hide(id, '阿明');
  const drafted = await as('xu').call(suggestions.draft, writtenFor({ requests: [id] }));
  expect(drafted.requests.map(({ words }) => words)).toEqual(['开小卖部的〇〇家门口路灯不亮，〇〇说报过三次。']);
  await hide(id, '阿明', false);
  const { requests: shown } = await as('xu').call(suggestions.show, { id: drafted.id });
  expect(shown[0]?.words).toBe(WORDS);
});

test('once its resident erased their data, their own name in the words stays covered', async () => {
  const name = '余独称';
  await as('lin').call(identity.correctName, { name });
  const words = `村口路灯不亮，${name}反映三回。`;
  const { id } = await as('lin').call(requests.submit, matterFor('徐示例', { words, name }));
  await as('xu').call(requests.refer, { id });
  const departmentId = departmentsNamed(['县住建局'])[0] ?? '';
  await as('clerk').call(requests.assign, { id, departmentId, seen: await newest(id) });
  const covered = (await page('lu', id)).words;
  expect(covered).not.toContain(name);
  const { open } = await as('lin').call(identity.ownData, {});
  await as('lin').call(identity.eraseOwnData, { open });
  expect((await page('lu', id)).words).toBe(covered);
  phones.lin = await api.signedIn('lin');
});

test('known words alone are covered, however their digits are written', () => {
  expect(hideKnown('门牌１２号，12号', ['12号'])).toBe('门牌〇〇，〇〇');
  expect(hideKnown('阿明阿明', ['阿明', '明阿'])).toBe('〇〇');
  expect(hideKnown('老老老', ['老老'])).toBe('〇〇');
  expect(hideKnown('没有', [])).toBe('没有');
});
