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
