import { eraseOwnData, ownData } from '../../../shared/identity/contract';
import { list } from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { COUNTY, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

const api = testApi();
let chen: TestPhone;
let lin: TestPhone;
let wang: TestPhone;
let clerk: TestPhone;
let admin: TestPhone;

beforeAll(async () => {
  chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  lin = await api.signedIn('lin');
  wang = await api.signedIn('xin');
  clerk = await api.signedIn('clerk');
  admin = await api.signedIn('admin');
});

async function published(): Promise<string> {
  const { id } = await chen.call(requests.submit, matterFor('毛范例', { openness: 'public' }));
  await api.runSchedules();
  await clerk.call(requests.moderate, { id, publish: true });
  return id;
}

const reportsOf = async (id: string) => (await clerk.call(requests.follow, { id })).reports ?? [];
const told = async (phone: TestPhone) =>
  (await phone.call(list, {})).items.map(({ title, body }) => `${title} ${body}`);

test('a report is in a box of the station, once a person and matter, and says who said it to nobody', async () => {
  const id = await published();
  await lin.call(requests.report, { id, reason: 'personal', words: '照片里看得到门牌。' });
  expect(await lin.problem(requests.report, { id, reason: 'untrue' })).toBe('already_reported');
  expect(await chen.problem(requests.report, { id, reason: 'other' })).toBe('report_own');
  expect(await api.nobody.problem(requests.report, { id, reason: 'other' })).toBe('not_signed_in');
  const { items } = await clerk.call(requests.worklist, { box: 'reported' });
  expect(items).toMatchObject([{ id, reasons: expect.arrayContaining(['reported']) }]);
  expect((await clerk.call(requests.counts, {})).worklist?.reported).toBe(1);
  const shown = await reportsOf(id);
  expect(shown).toMatchObject([{ reason: 'personal', words: '照片里看得到门牌。', state: 'open', answer: null }]);
  expect(Object.keys(shown[0] ?? {})).toEqual(['id', 'reason', 'words', 'on', 'state', 'answer']);
  expect(await told(clerk)).toContainEqual(expect.stringContaining('有人举报'));
  // Neither its author nor its deputy reads it.
  expect((await chen.call(requests.follow, { id })).reports).toBeUndefined();
});

test('left where it is, with words the reporter reads; what came meanwhile waits for an answer of its own', async () => {
  const id = await published();
  await lin.call(requests.report, { id, reason: 'untrue' });
  const seen = (await reportsOf(id))[0]?.id ?? '';
  await wang.call(requests.report, { id, reason: 'abusive' });
  const words = '我们去看过，路灯确实坏了。';
  expect(await clerk.call(requests.answerReports, { id, takeDown: false, words, seen })).toEqual({ answered: 1 });
  expect(await told(lin)).toContainEqual(expect.stringContaining(`还登着：${words}`));
  expect(await told(wang)).not.toContainEqual(expect.stringContaining(words));
  expect((await reportsOf(id)).map(({ state }) => state)).toEqual(['open', 'kept']);
  expect((await api.nobody.call(requests.publicMatter, { id })).id).toBe(id);
  expect(await clerk.problem(requests.answerReports, { id, takeDown: false, words, seen })).toBe('reports_answered');
});

test('taken down: it is gone, the author is told why, and every reporter that it was; a second clerk hears that it is answered', async () => {
  const id = await published();
  await lin.call(requests.report, { id, reason: 'personal' });
  await wang.call(requests.report, { id, reason: 'personal' });
  const seen = (await reportsOf(id))[0]?.id ?? '';
  const words = '照片里有门牌号。';
  const answers = await Promise.allSettled(
    [clerk, admin].map((phone) => phone.call(requests.answerReports, { id, takeDown: true, words, seen })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await api.nobody.problem(requests.publicMatter, { id })).toBe('not_found');
  for (const phone of [lin, wang])
    expect(await told(phone)).toContainEqual(`您举报的那件事 从公开栏撤下来了：${words}`);
  expect(await told(chen)).toContainEqual(expect.stringContaining(`从公开栏撤下来了：${words}`));
  expect((await reportsOf(id)).map(({ state }) => state)).toEqual(['taken_down', 'taken_down']);
});

test('who takes their consent back closes what was said against it, and the reporter hears that it is gone', async () => {
  const id = await published();
  await lin.call(requests.report, { id, reason: 'untrue' });
  const seen = (await reportsOf(id))[0]?.id ?? '';
  await chen.call(requests.withdrawConsent, { id });
  expect(await told(lin)).toContainEqual('您举报的那件事 这件事已经不在公开栏上了');
  expect((await reportsOf(id)).map(({ state }) => state)).toEqual(['gone']);
  expect(await clerk.problem(requests.answerReports, { id, takeDown: true, words: '有门牌号。', seen })).toBe(
    'not_to_moderate',
  );
});

test('nobody answers their own report, nor reports on their own answer', async () => {
  const id = await published();
  await clerk.call(requests.report, { id, reason: 'other' });
  const seen = (await reportsOf(id))[0]?.id ?? '';
  const answer = { id, takeDown: false, words: '没有不妥。', seen };
  expect(await clerk.problem(requests.answerReports, answer)).toBe('own_report');
  expect(await admin.call(requests.answerReports, answer)).toEqual({ answered: 1 });
});

test('who reported it finds it in their own copy, and their words in it go when their data is erased', async () => {
  const id = await published();
  await wang.call(requests.report, { id, reason: 'untrue', words: '灯早就修好了。' });
  const copyOf = async () => (await wang.call(ownData, {})).parts.find(({ key }) => key === 'requests.reports');
  expect((await copyOf())?.entries[0]?.lines).toEqual(['您说：说的不是真的。灯早就修好了。', '小站还没答复']);
  const seen = (await reportsOf(id))[0]?.id ?? '';
  await clerk.call(requests.answerReports, { id, takeDown: false, words: '去看过，没修。', seen });
  expect((await copyOf())?.entries[0]?.lines[1]).toBe('小站看过，留着：去看过，没修。');
  await wang.call(eraseOwnData, { open: 0 });
  wang = await api.signedIn('xin');
  expect(await reportsOf(id)).toMatchObject([{ words: null, state: 'kept', answer: '去看过，没修。' }]);
});

test('a county makes its board read-only: nothing new is agreed to, published or reported, and it can still be taken down', async () => {
  const id = await published();
  await lin.call(requests.report, { id, reason: 'other' });
  const waiting = (await chen.call(requests.submit, matterFor('毛范例', { openness: 'public' }))).id;
  await api.runSchedules();
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .updateTable('county')
      .set({ settings: JSON.stringify({ boardReadOnly: true }) })
      .where('jurisdiction', '=', COUNTY)
      .execute(),
  );
  await api.clock.advance(60_000);
  expect(await api.nobody.call(requests.boardRules, {})).toEqual({ readOnly: true });
  expect((await api.nobody.call(requests.board, {})).items.map((item) => item.id)).toContain(id);
  expect(await wang.problem(requests.report, { id, reason: 'other' })).toBe('board_read_only');
  expect(await chen.problem(requests.submit, matterFor('毛范例', { openness: 'public' }))).toBe('board_read_only');
  await chen.call(requests.submit, matterFor('毛范例'));
  expect(await clerk.problem(requests.moderate, { id: waiting, publish: true })).toBe('board_read_only');
  const seen = (await reportsOf(id))[0]?.id ?? '';
  await clerk.call(requests.answerReports, { id, takeDown: true, words: '先撤下来。', seen });
  expect(await api.nobody.problem(requests.publicMatter, { id })).toBe('not_found');
});
