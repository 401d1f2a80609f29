import { sql } from 'kysely';
import * as assignments from '../../../shared/assignments/contract';
import * as requests from '../../../shared/requests/contract';
import { departmentsNamed, seedDepartments } from '../../local/seed/departments';
import { COUNTY, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

const api = testApi();

test('an answer on the notice board is said to be whose it was when it was agreed to', async () => {
  await seedDepartments(api.services);
  const chen = await api.signedIn('chen');
  await api.verifyPhone(chen, 'chen');
  const mao = await api.signedIn('mao');
  const clerk = await api.signedIn('clerk');
  await api.verifyPhone(clerk, 'clerk');
  const lu = await api.signedIn('lu');
  const { id } = await chen.call(requests.submit, matterFor('毛范例', { openness: 'public' }));
  const seen = async () => (await clerk.call(requests.follow, { id })).events[0]?.id ?? '';
  const whose = async () =>
    (await api.nobody.call(requests.board, {})).items.find((item) => item.id === id)?.departmentName;
  const agree = async () => {
    await api.runSchedules();
    await clerk.call(requests.moderate, { id, publish: true, seen: await seen() });
  };
  await mao.call(requests.answer, { id, words: '灯已经换了，请看一看。' });
  await agree();
  expect(await whose()).toBeNull();
  await chen.call(requests.rate, { id, round: 1, outcome: 'not_solved' });
  await mao.call(requests.refer, { id });
  const departmentId = departmentsNamed(['县住建局'])[0] ?? '';
  await clerk.call(requests.assign, { id, departmentId, seen: await seen() });
  const { items } = await lu.call(assignments.inbox, { box: 'new' });
  const { id: assignment = '', version = 0 } = items[0] ?? {};
  await api.clock.advance(60_000);
  const words = '电缆换好了，三盏都亮了。';
  await lu.call(assignments.answer, { id: assignment, version, resultClass: 'A', words });
  // What stands there is the deputy's until a person agreed to the new one.
  expect(await whose()).toBeNull();
  await agree();
  expect(await whose()).toBe('县住建局');
});

test('what a department promised stands on the board with the answer that was agreed to, without what a clerk hid', async () => {
  const [chen, mao, clerk, lu] = await Promise.all(['chen', 'mao', 'clerk', 'lu'].map((key) => api.signedIn(key)));
  if (!chen || !mao || !clerk || !lu) throw new Error('nobody is there');
  const { id } = await chen.call(requests.submit, matterFor('毛范例', { openness: 'public' }));
  const seen = async () => (await clerk.call(requests.follow, { id })).events[0]?.id ?? '';
  await mao.call(requests.refer, { id });
  const departmentId = departmentsNamed(['县住建局'])[0] ?? '';
  await clerk.call(requests.assign, { id, departmentId, seen: await seen() });
  await api.runSchedules();
  await clerk.call(requests.moderate, { id, publish: true, seen: await seen() });
  const promises = async () => (await api.nobody.call(requests.publicMatter, { id })).promises;
  expect(await promises()).toEqual([]);
  const { items } = await lu.call(assignments.inbox, { box: 'new' });
  const held = items.find(({ subject }) => subject.id === id);
  await api.clock.advance(60_000);
  const dueOn = (await chen.call(requests.follow, { id })).today;
  await lu.call(assignments.answer, {
    id: held?.id ?? '',
    version: held?.version ?? 0,
    resultClass: 'B',
    words: '电缆换好了，三盏亮了两盏。',
    promises: [{ words: '路灯旁换新灯杆', dueOn }],
  });
  await clerk.call(requests.hideWords, { id, words: '路灯', hidden: true });
  // Nobody has agreed to the answer yet.
  expect(await promises()).toEqual([]);
  await api.clock.advance(60_000);
  await api.runSchedules();
  const answer = '电缆换好了，三盏亮了两盏。';
  await clerk.call(requests.moderate, { id, publish: true, answer, seen: await seen() });
  expect(await promises()).toEqual([
    { id: expect.any(String), words: '〇〇旁换新灯杆', dueOn, state: 'promised', doneOn: null },
  ]);
});

test('what is handled with another stands there in the hands of that one, and as answered by who answered both', async () => {
  const names = ['chen', 'lin', 'xu', 'clerk', 'lu'];
  const [chen, lin, xu, clerk, lu] = await Promise.all(names.map((key) => api.signedIn(key)));
  if (!chen || !lin || !xu || !clerk || !lu) throw new Error('nobody is there');
  await api.verifyPhone(lin, 'lin');
  const begin = async (phone: TestPhone, deputy: string) => {
    const { id } = await phone.call(requests.submit, matterFor(deputy, { openness: 'public' }));
    await api.runSchedules();
    await clerk.call(requests.moderate, { id, publish: true });
    return id;
  };
  const [lead, other] = [await begin(chen, '徐示例'), await begin(lin, '毛范例')];
  const due = sql`update request set due_on = '2027-01-20' where id = ${other}`;
  await api.store.owner.inTenant(COUNTY, (tx) => due.execute(tx));
  const shown = async (id = other) => {
    const one = await api.nobody.call(requests.publicMatter, { id });
    // In the list it is the same.
    const { items } = await api.nobody.call(requests.board, {});
    expect(items.find((item) => item.id === id)?.hands).toEqual(one.hands);
    return { state: one.state, deputyName: one.deputyName, ...one.hands, by: one.departmentName };
  };
  const seen = async (id: string) => (await clerk.call(requests.follow, { id })).events[0]?.id ?? '';
  const own = await shown();
  expect(own).toMatchObject({ state: 'with_deputy', deputyName: '毛范例', dueOn: '2027-01-20' });
  await clerk.call(requests.merge, {
    id: lead,
    seen: await seen(lead),
    from: [{ id: other, seen: await seen(other) }],
  });
  expect(await shown()).toEqual(await shown(lead));
  expect(await shown()).toMatchObject({ deputyName: '徐示例', dueOn: expect.not.stringMatching('2027-01-20') });

  // Asked for more than one resident knows: it is still with who asked.
  await xu.call(requests.ask, { id: lead, words: '哪一根灯杆？' });
  expect(await shown()).toMatchObject({ state: 'with_deputy', deputyName: '徐示例', dueOn: null });
  await chen.call(requests.supplement, { id: lead, words: '井边那根。' });
  await clerk.call(requests.unmerge, { id: other, seen: await seen(other) });
  expect(await shown()).toEqual(own);
  await clerk.call(requests.merge, {
    id: lead,
    seen: await seen(lead),
    from: [{ id: other, seen: await seen(other) }],
  });

  await xu.call(requests.refer, { id: lead });
  const departmentId = departmentsNamed(['县住建局'])[0] ?? '';
  await clerk.call(requests.assign, { id: lead, departmentId, seen: await seen(lead) });
  expect(await shown()).toMatchObject({ state: 'with_department', departmentName: '县住建局' });
  let late = '';
  const ofDepartment = async () => {
    const { items } = await api.nobody.call(requests.board, { department: departmentId });
    return items.map(({ id }) => id).filter((id) => [lead, other, late].includes(id));
  };
  expect((await ofDepartment()).sort()).toEqual([lead, other].sort());
  await clerk.call(requests.unmerge, { id: other, seen: await seen(other) });
  expect(await ofDepartment()).toEqual([lead]);
  // Nobody agreed yet that this one is published.
  ({ id: late } = await lin.call(requests.submit, matterFor('毛范例', { openness: 'public' })));
  await clerk.call(requests.merge, {
    id: lead,
    seen: await seen(lead),
    from: [
      { id: other, seen: await seen(other) },
      { id: late, seen: await seen(late) },
    ],
  });
  expect((await ofDepartment()).sort()).toEqual([lead, other].sort());
  const { items } = await lu.call(assignments.inbox, { box: 'new' });
  const held = items.find(({ subject }) => subject.id === lead);
  await api.clock.advance(60_000);
  const promised = { words: '井边再装一盏', dueOn: (await chen.call(requests.follow, { id: lead })).today };
  const ofHeld = { id: held?.id ?? '', version: held?.version ?? 0 };
  const answer = { resultClass: 'B' as const, words: '先换了三盏，还有两盏。', promises: [promised] };
  await lu.call(assignments.answer, { ...ofHeld, ...answer });
  expect(await shown()).toMatchObject({ state: 'answered', departmentName: '县住建局', dueOn: null, by: null });
  await api.clock.advance(60_000);
  await api.runSchedules();
  await clerk.call(requests.moderate, { id: other, publish: true, answer: answer.words, seen: await seen(other) });
  expect(await shown()).toMatchObject({ state: 'answered', departmentName: '县住建局', by: '县住建局' });
  const { promises } = await api.nobody.call(requests.publicMatter, { id: other });
  expect(promises).toMatchObject([{ words: '井边再装一盏' }]);
  // Each says for themselves, and it is said to be answered by who did.
  await lin.call(requests.rate, { id: other, round: 1, outcome: 'solved' });
  expect(await shown()).toMatchObject({ state: 'closed', departmentName: '县住建局', by: '县住建局' });
  expect((await ofDepartment()).sort()).toEqual([lead, other].sort());
  // Published once it has ended, it is found under who answered it.
  await lin.call(requests.rate, { id: late, round: 1, outcome: 'solved' });
  await clerk.call(requests.moderate, { id: late, publish: true, answer: answer.words, seen: await seen(late) });
  expect(await shown(late)).toMatchObject({ departmentName: '县住建局', by: '县住建局' });
  expect((await ofDepartment()).sort()).toEqual([lead, other, late].sort());
});

test('answered with another by the deputy of that one it says so, also when it has ended; given back it is its own deputy’s', async () => {
  const [chen, lin, xu, clerk] = await Promise.all(['chen', 'lin', 'xu', 'clerk'].map((key) => api.signedIn(key)));
  if (!chen || !lin || !xu || !clerk) throw new Error('nobody is there');
  const begin = async (phone: TestPhone, deputy: string) =>
    (await phone.call(requests.submit, matterFor(deputy, { openness: 'public' }))).id;
  const [lead, solved, back] = [await begin(chen, '徐示例'), await begin(lin, '毛范例'), await begin(lin, '毛范例')];
  const seen = async (id: string) => (await clerk.call(requests.follow, { id })).events[0]?.id ?? '';
  const from = [solved, back].map(async (id) => ({ id, seen: await seen(id) }));
  await clerk.call(requests.merge, { id: lead, seen: await seen(lead), from: await Promise.all(from) });
  await xu.call(requests.answer, { id: lead, words: '都换好了，请看一看。' });
  await api.clock.advance(60_000);
  await api.runSchedules();
  for (const id of [solved, back])
    await clerk.call(requests.moderate, { id, publish: true, answer: '都换好了，请看一看。', seen: await seen(id) });
  await lin.call(requests.rate, { id: solved, round: 1, outcome: 'solved' });
  await lin.call(requests.rate, { id: back, round: 1, outcome: 'not_solved' });
  const whose = async (id: string) => (await api.nobody.call(requests.publicMatter, { id })).deputyName;
  expect([await whose(solved), await whose(back)]).toEqual(['徐示例', '毛范例']);
});
