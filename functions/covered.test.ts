import { v7 } from 'uuid';
import * as assignments from '../shared/assignments/contract';
import * as identity from '../shared/identity/contract';
import { addDays, dayOf } from '../shared/kernel/days';
import * as notifications from '../shared/notifications/contract';
import * as promises from '../shared/promises/contract';
import type { Shown } from '../shared/promises/shown';
import * as requests from '../shared/requests/contract';
import { EVENT_KINDS as REQUEST_EVENTS } from '../shared/requests/lifecycle';
import * as suggestions from '../shared/suggestions/contract';
import { EVENT_KINDS as SUGGESTION_EVENTS } from '../shared/suggestions/lifecycle';
import { callAs } from './local/seed/call-as';
import { departmentsNamed, seedDepartments } from './local/seed/departments';
import type { Said } from './platform/call';
import { reportMade } from './promises/testing/report';
import { heldBy, seedCosigners, writtenFor } from './suggestions/testing/suggestion';
import { COUNTY, matterFor, testApi } from './testing/api';
import { procedures } from './testing/contracts';
import type { TestPhone } from './testing/phone';
import { schemaOf, textsIn } from './testing/texts';

/**
 * Whose a matter is no department reads, whoever wrote it: a deputy, the station, another department, in an answer, a question, a promise or a suggestion
 * (decision 34). Every text that a department reads has a place in `FIELDS`; a new one has none until somebody says what it is.
 */
const api = testApi();
const phones: Record<string, TestPhone> = {};
const as = (key: string) => phones[key] as TestPhone;
const [housing = '', transport = '', schools = '', welfare = '', farms = ''] = [
  '县住建局',
  '县交通运输局',
  '县教育局',
  '县民政局',
  '县农业农村局',
].flatMap((name) => departmentsNamed([name]));

const [NAME, OTHER, HIDDEN, PHONE] = ['王秀英', '余独称', '阿明', '13800001234'];
const SECRET = new RegExp([NAME, OTHER, HIDDEN, PHONE].join('|'));
const told = (where: string) => `${NAME}您好，${HIDDEN}也说了${where}，电话 ${PHONE}，请看看。`;
const read = (where: string) => `〇〇您好，〇〇也说了${where}，电话 〇〇，请看看。`;

/**
 * What each text is that a department may read: written by somebody (`covered`), left out for it (`never`), or made by the server and the roll (`named`): names
 * of offices, deputies and places, kinds, links. `board`: as everybody reads it. `own`: its own department wrote it, nobody else does.
 */
type Kind = 'covered' | 'never' | 'named' | 'board' | 'own';
type Fields = Record<string, Kind>;
const PART: Fields = { asks: 'covered', words: 'covered', departmentName: 'named' };
const HAPPENED: Fields = { kind: 'named', office: 'named', name: 'named', words: 'covered', link: 'own' };
const under = (path: string, fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, kind]) => [path ? `${path}.${name}` : name, kind]));
const ASSIGNMENT: Fields = { 'subject.context': 'named', departmentName: 'named', ...under('parts', PART) };
const PART_LINE: Fields = {
  ...PART,
  words: 'own',
  'subject.context': 'named',
  leadName: 'named',
  title: 'covered',
  about: 'named',
  placeName: 'named',
};
const PROMISE: Fields = {
  departmentName: 'named',
  source: 'named',
  words: 'own',
  stationName: 'named',
  acts: 'named',
  ...under('events', HAPPENED),
};
const REPORT: Fields = {
  departmentName: 'named',
  words: 'own',
  'lines.source': 'named',
  'lines.words': 'own',
  'lines.said': 'own',
  'receipts.deputyName': 'named',
  'receipts.words': 'covered',
  'mine.words': 'never',
  'events.kind': 'named',
  'events.office': 'named',
  'events.words': 'covered',
  acts: 'named',
};
const EVENT: Fields = { byName: 'named', words: 'covered', toName: 'named' };
const ANSWER: Fields = {
  'answer.words': 'covered',
  'answer.said.departmentName': 'named',
  'answer.said.words': 'covered',
};
const SUGGESTION: Fields = {
  ...{ number: 'named', title: 'covered', facts: 'covered', proposal: 'covered', disclosureReason: 'covered' },
  ...under('lead', { name: 'named', ward: 'named' }),
  ...under('cosigners', { name: 'named', ward: 'named' }),
  ...under('requests', { title: 'covered', words: 'covered', placeName: 'named' }),
  departmentName: 'named',
  ...under('parts', PART),
  ...under('together', { number: 'named', title: 'covered', 'more.facts': 'covered', 'more.proposal': 'covered' }),
  ...{ 'together.more.leadName': 'named', complexReason: 'covered', watcherName: 'named', 'committees.name': 'named' },
  'events.watcherName': 'named',
  ...{ 'asked.words': 'covered', 'contacts.words': 'covered', classes: 'named' },
  ...{ 'answer.departmentName': 'named', ...ANSWER },
  ...{ 'comments.name': 'never', 'comments.words': 'never', 'rating.words': 'covered' },
  ...under('events', EVENT),
};
const FOLLOW: Fields = {
  ...{ trackingNumber: 'named', title: 'covered', words: 'covered', where: 'covered', name: 'never' },
  ...{
    villageName: 'named',
    deputyName: 'named',
    higherDeputy: 'named',
    departmentName: 'named',
    hotlineNumber: 'never',
  },
  ...under('parts', PART),
  ...{ 'asks.words': 'covered', 'wish.words': 'never', stationName: 'named', stationPhone: 'named' },
  ...{ enteredBy: 'never', slipNumber: 'never', hidden: 'never' },
  ...under('board', { title: 'never', words: 'never', answer: 'never' }),
  ...under('reports', { words: 'never', answer: 'never' }),
  ...under('mergedInto', { trackingNumber: 'never', title: 'never' }),
  ...under('together', { trackingNumber: 'never', title: 'covered', words: 'covered', where: 'covered' }),
  ...under('together', { villageName: 'named', more: 'covered' }),
  ...under('earlier', { title: 'board', words: 'board', villageName: 'named' }),
  'saidSame.title': 'never',
  ...under('promises', { ...PROMISE, words: 'covered' }),
  ...{ ...ANSWER, 'answer.by.departmentName': 'named' },
  ...{ 'rating.words': 'covered', 'question.words': 'covered', 'question.by': 'named' },
  // No department has it while its resident is asked that.
  ...under('handover', { to: 'never', by: 'never', words: 'never' }),
  ...under('events', EVENT),
  ...under('leadEvents', { byName: 'named', words: 'never', toName: 'named' }),
};
const OPINION: Fields = { ...PROMISE, figures: 'named' };

const PHRASES: Fields = { 'items.words': 'own' };

const FIELDS: Record<string, Fields> = {
  'assignments.phrases': PHRASES,
  'assignments.keepPhrase': PHRASES,
  'assignments.dropPhrase': PHRASES,
  'assignments.accept': ASSIGNMENT,
  'assignments.answer': ASSIGNMENT,
  'assignments.ask': ASSIGNMENT,
  'assignments.extend': ASSIGNMENT,
  'assignments.giveBack': ASSIGNMENT,
  'assignments.involve': ASSIGNMENT,
  'assignments.progress': ASSIGNMENT,
  'assignments.show': ASSIGNMENT,
  'assignments.inbox': under('items', { ...ASSIGNMENT, title: 'covered', kind: 'named', placeName: 'named' }),
  'assignments.giveOpinion': PART_LINE,
  'assignments.part': PART_LINE,
  'assignments.parts': under('items', PART_LINE),
  'assignments.withdrawPart': PART,
  'identity.myDepartments': under('departments', { name: 'named', duties: 'named', 'people.name': 'named' }),
  'notifications.list': under('items', {
    kind: 'named',
    title: 'covered',
    body: 'covered',
    page: 'named',
    'subject.context': 'named',
  }),
  'promises.answerOpinion': OPINION,
  'promises.opinions': under('opinions', OPINION),
  'promises.askExtension': PROMISE,
  'promises.explain': PROMISE,
  'promises.sayDone': PROMISE,
  'promises.mine': under('promises', PROMISE),
  'promises.shownToFollower': {
    ...PROMISE,
    'subject.context': 'named',
    // What the office says of an appraisal, where nobody's matter is meant.
    ...under('opinion', { words: 'named', figures: 'named', 'answer.words': 'own' }),
  },
  'promises.handInReport': REPORT,
  'promises.report': REPORT,
  'promises.reports': under('reports', { departmentName: 'named' }),
  'requests.follow': FOLLOW,
  'suggestions.contact': SUGGESTION,
  'suggestions.show': SUGGESTION,
};
/** Open to everybody who is signed in, and read by a department as such. */
const READ_BY_ALL = ['requests.follow', 'notifications.list', 'promises.shownToFollower'];

test('of every text that a department may read somebody has said who wrote it', () => {
  const readable = procedures.filter(({ name, who }) => who?.includes('department') || READ_BY_ALL.includes(name));
  const texts = readable.flatMap(({ name, reply }) => {
    const free = textsIn(schemaOf(reply, 'output'), name).filter(
      // What leads to a picture or a file the server alone makes.
      ([path, { pattern, format }]) => !pattern && !format && !path.endsWith('.url'),
    );
    return [...new Set(free.map(([path]) => path.slice(name.length + 1)))].map((path) => `${name} ${path}`);
  });
  const said = Object.entries(FIELDS).flatMap(([name, fields]) => Object.keys(fields).map((path) => `${name} ${path}`));
  expect(texts.filter((one) => !said.includes(one))).toEqual([]);
});

/** The texts at a path of a reply. */
function at(value: unknown, [name, ...rest]: string[]): unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one) => at(one, name === undefined ? [] : [name, ...rest]));
  return name === undefined ? [value] : at((value as Record<string, unknown>)[name], rest);
}

/** What departments read that did not write it, by procedure. */
const seen: [string, unknown][] = [];
const note = <Reply>(name: string, reply: Reply): Reply => {
  seen.push([name, reply]);
  return reply;
};

async function joins(key: string, department_id: string): Promise<void> {
  const row = { jurisdiction: COUNTY, id: v7(), person_id: callAs(api.services, key).caller.personId };
  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .insertInto('membership')
      .values({ ...row, role: 'department', department_id, granted_at: api.clock.now() })
      .execute(),
  );
}
const signIn = async () => {
  for (const key of ['chen', 'lin', 'xu', 'clerk', 'admin', 'lu', 'fang', 'mao', 'jian', 'clerk2'])
    phones[key] = await api.signedIn(key);
};

beforeAll(async () => {
  await seedDepartments(api.services);
  await joins('mao', welfare);
  await joins('jian', schools);
  await joins('clerk2', farms);
  await signIn();
  for (const key of ['chen', 'lin', 'clerk', 'admin']) await api.verifyPhone(as(key), key);
  await as('chen').call(identity.correctName, { name: NAME });
  await as('lin').call(identity.correctName, { name: OTHER });
});

/** What others wrote of a promise. */
const ofOthers = (one?: Shown) => ({ ...one, events: one?.events.filter(({ side }) => side !== 'department') });

const page = (key: string, id: string) => as(key).call(requests.follow, { id });
const newest = async (id: string) => (await page('clerk', id)).events[0]?.id ?? '';
const held = async (key: string, id: string) => {
  const { assignmentId } = await page(key, id);
  const { version } = await as(key).call(assignments.show, { id: assignmentId ?? '' });
  return { id: assignmentId ?? '', version };
};
/** As a department that neither leads nor wrote anything reads it now. */
const follow = async (key: string, id: string) => note('requests.follow', await page(key, id));

let matter: string;
let promiseId: string;

test('a matter, from its deputy through two departments to a third: that one reads nobody’s name, who wrote it reads their own', async () => {
  const [clerk, lu, fang] = [as('clerk'), as('lu'), as('fang')];
  const submitted = { words: told('居民'), where: told('地方'), name: NAME };
  const { id } = await as('chen').call(requests.submit, matterFor('徐示例', submitted));
  matter = id;
  await clerk.call(requests.hideWords, { id, words: HIDDEN, hidden: true });
  const another = { words: `${OTHER}和${NAME}家门口，${HIDDEN}`, where: told('另一处'), name: OTHER };
  const { id: other } = await as('lin').call(requests.submit, matterFor('徐示例', another));
  await as('lin').call(requests.supplement, { id: other, words: told('另一位补充') });
  await clerk.call(requests.merge, {
    id,
    seen: await newest(id),
    from: [{ id: other, seen: await newest(other) }],
  });
  await as('xu').call(requests.refer, { id, words: told('代表') });
  // A department that gives it back, with why.
  await clerk.call(requests.assign, { id, departmentId: farms, seen: await newest(id) });
  await as('clerk2').call(assignments.giveBack, { ...(await held('clerk2', id)), reason: told('退回') });
  const parts = [transport, schools].map((departmentId) => ({ departmentId, words: told('分办') }));
  const together = { kind: 'advice' as const, parts };
  await clerk.call(requests.assign, { id, departmentId: housing, seen: await newest(id), together });
  const { partId = null } = await page('fang', id);
  const part = note('assignments.part', await fang.call(assignments.part, { id: partId ?? '' }));
  await fang.call(assignments.giveOpinion, { id: part.id, version: part.version, words: told('协办') });
  const [line] = (await fang.call(assignments.parts, { box: 'open' })).items;
  expect(line).toMatchObject({ asks: read('分办'), words: told('协办') });
  note('assignments.show', await lu.call(assignments.show, { id: (await held('lu', id)).id }));
  note('assignments.inbox', await lu.call(assignments.inbox, { box: 'new' }));

  await lu.call(assignments.progress, { ...(await held('lu', id)), words: told('进展') });
  await lu.call(assignments.ask, { ...(await held('lu', id)), words: told('问一') });
  expect((await page('lu', id)).asks?.words).toBe(told('问一'));
  expect((await follow('jian', id)).asks?.words).toBe(read('问一'));
  await clerk.call(requests.decideAsked, { id, seen: await newest(id), granted: false, words: told('不转') });
  await lu.call(assignments.ask, { ...(await held('lu', id)), words: told('问二') });
  await clerk.call(requests.decideAsked, { id, seen: await newest(id), granted: true });
  expect((await page('lu', id)).question?.words).toBe(told('问二'));
  expect((await follow('jian', id)).question?.words).toBe(read('问二'));
  await as('chen').call(requests.supplement, { id, words: told('补充') });
  expect(JSON.stringify(await lu.call(notifications.list, {}))).not.toMatch(SECRET);

  const promised = { words: told('承诺').slice(0, 60), dueOn: addDays(dayOf(api.clock.now()), 3) };
  await lu.call(assignments.answer, {
    ...(await held('lu', id)),
    resultClass: 'B',
    words: told('答复'),
    promises: [promised],
  });
  const own = await page('lu', id);
  expect(own).toMatchObject({ answer: { words: told('答复'), said: [{ words: read('协办') }, { words: null }] } });
  expect(own.promises?.[0]?.words).toBe(promised.words);
  const { promises: mine } = await lu.call(promises.mine, {});
  promiseId = mine[0]?.id ?? '';
  const done = { id: promiseId, version: mine[0]?.version ?? 0, words: told('做好') };
  const { version } = await lu.call(promises.sayDone, done);
  await clerk.call(promises.look, { id: promiseId, version, done: false, words: told('没看到') });
  const [worked] = (await lu.call(promises.mine, {})).promises;
  note('promises.mine', { promises: [ofOthers(worked)] });
  const saidBy = (side: string) =>
    worked?.events.filter((one) => one.side === side).flatMap(({ words }) => words ?? []);
  expect([saidBy('department'), saidBy('station')]).toEqual([[told('做好')], [read('没看到')]]);
  const shown = await lu.call(promises.shownToFollower, { id: promiseId });
  note('promises.shownToFollower', ofOthers(shown));
  expect(shown.events.map(({ words }) => words)).toContain(read('没看到'));

  const rating = { id, round: 1, attitude: 'mostly', result: 'unsatisfied', words: told('评价') } as const;
  await as('chen').call(requests.rate, { ...rating, outcome: 'not_solved' });
  await clerk.call(requests.takeBack, { id, seen: await newest(id), words: told('收回') });
  await clerk.call(requests.assign, { id, departmentId: welfare, seen: await newest(id) });
  const later = await follow('mao', id);
  expect(later.viewer).toBe('department');
  const said = later.events.flatMap(({ words }) => words ?? []);
  for (const where of ['退回', '进展', '问一', '不转', '问二', '补充', '答复', '评价', '收回'])
    expect(said).toContain(read(where));
  expect(later.promises?.[0]?.words).toBe(read('承诺').slice(0, later.promises?.[0]?.words.length));
  expect(later.together?.[0]?.more).toEqual([read('另一位补充')]);
  note('assignments.inbox', await as('mao').call(assignments.inbox, { box: 'new' }));
  for (const key of ['fang', 'mao']) note('notifications.list', await as(key).call(notifications.list, {}));
  // Whose it is, its deputy and its station read all of it.
  for (const key of ['chen', 'xu', 'clerk']) {
    const whole = await page(key, id);
    expect([key, whole.words, whole.events.flatMap(({ words }) => words ?? [])]).toEqual([
      key,
      told('居民'),
      expect.arrayContaining([told('进展'), told('答复'), told('评价')]),
    ]);
  }
});

/** Whatever else happens to a matter, or will. */
test('nobody’s name is in the words of anything that can happen to it', async () => {
  const id = matter;
  const said: Said[] = [{ departmentId: transport, kind: 'advice', words: told('一起办') }];
  const { round } = await page('mao', id);
  for (const kind of REQUEST_EVENTS) {
    const detail = { department: housing, resultClass: 'A', said };
    const row = { jurisdiction: COUNTY, request_id: id, id: v7(), round, kind, person_id: null, deputy_id: null };
    const one = { ...row, words: told(kind), detail: JSON.stringify(detail), at: api.clock.now() };
    await api.store.owner.inTenant(COUNTY, (tx) => tx.insertInto('request_event').values(one).execute());
    const reply = await follow('mao', id);
    const event = reply.events.find((shown) => shown.id === row.id);
    if (event) expect([kind, event.words]).toEqual([kind, read(kind)]);
    await api.store.owner.inTenant(COUNTY, (tx) =>
      tx.deleteFrom('request_event').where('jurisdiction', '=', COUNTY).where('id', '=', row.id).execute(),
    );
  }
});

test('answered by the third and solved, it reads what the resident said of it without their name', async () => {
  const mao = as('mao');
  await mao.call(assignments.accept, await held('mao', matter));
  await mao.call(assignments.answer, { ...(await held('mao', matter)), resultClass: 'A', words: told('办好') });
  expect((await page('mao', matter)).answer?.words).toBe(told('办好'));
  const rating = { id: matter, round: 2, outcome: 'solved', attitude: 'mostly', result: 'mostly' } as const;
  await as('chen').call(requests.rate, { ...rating, words: told('解决了') });
  const { rating: rated } = await page('mao', matter);
  expect(rated?.words).toBe(read('解决了'));
  // The rest of its page is its own now.
  note('requests.follow', { rating: rated });
});

test('a suggestion with their request in it: title, words, and all that is said of it', async () => {
  await seedCosigners(api);
  await signIn();
  const written = { title: `${NAME}那里通水`, facts: told('情况'), proposal: told('建议'), requests: [matter] };
  const reason = { disclosure: 'title' as const, disclosureReason: told('不公开') };
  const { id, textVersion } = await as('xu').call(suggestions.draft, writtenFor({ ...written, ...reason }));
  const { version: before } = await as('xu').call(suggestions.submit, { id, textVersion });
  const beside = await as('xu').call(suggestions.draft, writtenFor({ ...written, ...reason }));
  const other = await as('xu').call(suggestions.submit, { id: beside.id, textVersion: beside.textVersion });
  const others = [{ id: other.id, version: other.version }];
  const { version } = (await as('admin').call(suggestions.merge, { id, version: before, others })).suggestion;
  const parts = [transport, schools].map((departmentId) => ({ departmentId, words: told('请看') }));
  const together = { kind: 'advice' as const, parts };
  const complexReason = told('要六个月');
  await as('admin').call(suggestions.assign, { id, version, departmentId: housing, together, complexReason });
  const show = async (key = 'jian') => note('suggestions.show', await as(key).call(suggestions.show, { id }));
  const listed = note('assignments.inbox', await as('lu').call(assignments.inbox, { box: 'new' }));
  expect(listed.items.map(({ title }) => title)).toContain('〇〇那里通水');
  const today = dayOf(api.clock.now());
  expect(await show()).toMatchObject({
    complexReason: read('要六个月'),
    together: [{ title: '〇〇那里通水', more: { facts: read('情况'), proposal: read('建议') } }],
  });
  await as('lu').call(suggestions.contact, { id, on: today, way: 'visit', words: told('说过') });
  expect((await show()).contacts[0]?.words).toBe(read('说过'));
  await as('lu').call(assignments.ask, { ...(await heldBy(as('lu'), id)), words: told('问代表') });
  expect((await show()).asked?.words).toBe(read('问代表'));
  const { partId } = await as('fang').call(suggestions.show, { id });
  const part = note('assignments.part', await as('fang').call(assignments.part, { id: partId ?? '' }));
  expect(part.asks).toBe(read('请看'));
  await as('fang').call(assignments.giveOpinion, { id: part.id, version: part.version, words: told('意见') });
  expect((await as('lu').call(suggestions.show, { id })).contacts[0]?.words).toBe(told('说过'));
  for (const key of ['xu', 'admin']) expect((await as(key).call(suggestions.show, { id })).facts).toBe(told('情况'));

  await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .updateTable('suggestion')
      .set({ attitude: 'basically', result: 'dissatisfied', result_class: 'A' })
      .where('id', '=', id)
      .execute(),
  );
  const said: Said[] = [{ departmentId: transport, kind: 'advice', words: told('一起办') }];
  for (const kind of SUGGESTION_EVENTS)
    for (const side of ['lead', 'department'] as const) {
      const row = { jurisdiction: COUNTY, suggestion_id: id, id: v7(), round: 1, kind, side, person_id: null };
      const by = { deputy_id: null, department_id: side === 'department' ? housing : null };
      const one = {
        ...row,
        ...by,
        words: told(kind),
        detail: JSON.stringify({ said, on: today, way: 'visit' }),
        at: api.clock.now(),
      };
      await api.store.owner.inTenant(COUNTY, (tx) => tx.insertInto('suggestion_event').values(one).execute());
      const event = (await show()).events.find((shown) => shown.id === row.id);
      if (event) expect([kind, event.words]).toEqual([kind, read(kind)]);
    }
  note('notifications.list', await as('fang').call(notifications.list, {}));
  const body = (await as('lu').call(notifications.list, {})).items.find(({ subject }) => subject?.id === id)?.body;
  expect(body).toContain('〇〇那里通水');
});

test('what deputies propose and no resident speaks through is theirs to say', async () => {
  const facts = told('情况');
  const { id, textVersion } = await as('xu').call(suggestions.draft, writtenFor({ facts }));
  const { version } = await as('xu').call(suggestions.submit, { id, textVersion });
  await as('admin').call(suggestions.assign, { id, version, departmentId: housing });
  expect((await as('lu').call(suggestions.show, { id })).facts).toBe(facts);
});

test('the report of a year: what deputies and the office said of it', async () => {
  const { id } = await reportMade(api, { department: '县住建局', state: 'rated', deputies: ['徐示例'] });
  const { promises: mine } = await as('lu').call(promises.mine, {});
  const made = mine.find((one) => one.id === promiseId);
  const standing = { standing: 'open' as const, dueOn: made?.dueOn ?? '', firstDueOn: made?.dueOn ?? '' };
  const line = { promiseId, version: 1, public: false, deputies: [], source: made?.source ?? '', words: '换灯杆' };
  const lines = [{ ...line, ...standing, doneOn: null, late: 0, shown: false, owes: false, said: null }];
  await api.store.owner.inTenant(COUNTY, async (tx) => {
    await tx
      .updateTable('promise_report_paper')
      .set({ lines: JSON.stringify(lines) })
      .where('report_id', '=', id)
      .execute();
    await tx
      .updateTable('promise_report_receipt')
      .set({ words: told('回执') })
      .where('report_id', '=', id)
      .execute();
    const row = { jurisdiction: COUNTY, report_id: id, id: v7(), kind: 'returned' as const, side: 'office' as const };
    const said = { person_id: null, words: told('退回'), due_on: null, at: api.clock.now() };
    await tx
      .insertInto('promise_report_event')
      .values({ ...row, ...said })
      .execute();
  });
  const report = note('promises.report', await as('lu').call(promises.report, { id }));
  expect(report.receipts.map(({ words }) => words)).toEqual([read('回执')]);
  expect(report.events.flatMap(({ words }) => words ?? [])).toEqual([read('退回')]);
  expect((await as('admin').call(promises.report, { id })).receipts[0]?.words).toBe(told('回执'));
});

test('in all of that every covered text was there, covered; nobody’s name was anywhere; and what is left out was left out', () => {
  const wanted: Record<string, Record<string, Kind>> = {};
  for (const [name] of seen) wanted[name] = FIELDS[name] ?? {};
  for (const [name, fields] of Object.entries(wanted)) {
    const replies = seen.flatMap(([of, reply]) => (of === name ? [reply] : []));
    for (const [path, kind] of Object.entries(fields)) {
      const texts = replies.flatMap((reply) => at(reply, path.split('.')));
      if (kind === 'covered')
        expect([name, path, texts.filter((one) => SECRET.test(String(one)))]).toEqual([name, path, []]);
      if (kind === 'covered' && name !== 'notifications.list')
        expect([name, path, texts.some((one) => String(one).includes('〇〇'))]).toEqual([name, path, true]);
      if (kind === 'never') expect([name, path, texts]).toEqual([name, path, []]);
    }
  }
});

test('a clerk hides what stands only in what departments say to one another; erased, their name stays covered there', async () => {
  const name = '钱独称';
  phones.xin = await api.signedIn('xin');
  await api.verifyPhone(as('xin'), 'xin');
  await as('xin').call(identity.correctName, { name });
  const { id } = await as('xin').call(requests.submit, matterFor('徐示例', { name }));
  await as('xu').call(requests.refer, { id });
  const together = { kind: 'advice' as const, parts: [{ departmentId: transport, words: `${name}家，问问阿亮。` }] };
  await as('clerk').call(requests.assign, { id, departmentId: housing, seen: await newest(id), together });
  const asks = async () => (await page('fang', id)).parts?.[0]?.asks;
  expect(await asks()).toBe('〇〇，问问阿亮。');
  await as('clerk').call(requests.hideWords, { id, words: '阿亮', hidden: true });
  expect(await asks()).toBe('〇〇，问问〇〇。');
  const { open } = await as('xin').call(identity.ownData, {});
  await as('xin').call(identity.eraseOwnData, { open });
  expect(await asks()).toBe('〇〇，问问〇〇。');
});
