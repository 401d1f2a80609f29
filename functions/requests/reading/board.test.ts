import * as assignments from '../../../shared/assignments/contract';
import * as requests from '../../../shared/requests/contract';
import { departmentsNamed, seedDepartments } from '../../local/seed/departments';
import { matterFor, testApi } from '../../testing/api';

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
