import * as assignments from '../../../shared/assignments/contract';
import { LENGTHS, MOST_PHRASES } from '../../../shared/assignments/limits';
import * as requests from '../../../shared/requests/contract';
import { departmentsNamed, seedDepartments } from '../../local/seed/departments';
import { matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** What a department says often (常用的话), for all its people and for nobody else. */
const api = testApi();
let lu: TestPhone;
let fang: TestPhone;
let own: string;
let other: string;

async function assignedTo(department: string, phone: TestPhone): Promise<string> {
  const [chen, xu, clerk] = await Promise.all(['chen', 'xu', 'clerk'].map((key) => api.signedIn(key)));
  if (!chen || !xu || !clerk) throw new Error('nobody is there');
  const { id } = await chen.call(requests.submit, matterFor('徐示例'));
  await xu.call(requests.refer, { id });
  const seen = (await clerk.call(requests.follow, { id })).events[0]?.id ?? '';
  await clerk.call(requests.assign, { id, seen, departmentId: departmentsNamed([department])[0] ?? '' });
  return (await phone.call(requests.follow, { id })).assignmentId ?? '';
}

beforeAll(async () => {
  await seedDepartments(api.services);
  [lu, fang] = [await api.signedIn('lu'), await api.signedIn('fang')];
  own = await assignedTo('县住建局', lu);
  other = await assignedTo('县交通运输局', fang);
});

const listed = async () => (await lu.call(assignments.phrases, { id: own })).items.map(({ words }) => words);

test('kept, it is there for every matter of the department; kept again it is there once; taken away it is gone', async () => {
  expect(await listed()).toEqual([]);
  const words = '灯杆已经订了，到货就换。';
  const { items } = await lu.call(assignments.keepPhrase, { id: own, words });
  expect(items).toEqual([{ id: expect.any(String), words }]);
  expect((await lu.call(assignments.keepPhrase, { id: own, words: `${words} ` })).items).toEqual(items);
  await lu.call(assignments.keepPhrase, { id: own, words: '我们周五去现场看。' });
  const next = await assignedTo('县住建局', lu);
  expect((await lu.call(assignments.phrases, { id: next })).items.map((one) => one.words)).toEqual([
    words,
    '我们周五去现场看。',
  ]);
  const phrase = items[0]?.id ?? '';
  await lu.call(assignments.dropPhrase, { id: own, phrase });
  expect((await lu.call(assignments.dropPhrase, { id: own, phrase })).items).toHaveLength(1);
  expect(await listed()).toEqual(['我们周五去现场看。']);
});

test('another department reads none of them and takes none away', async () => {
  const { items } = await lu.call(assignments.keepPhrase, { id: own, words: '这个归我们管。' });
  const phrase = items.at(-1)?.id ?? '';
  expect((await fang.call(assignments.phrases, { id: other })).items).toEqual([]);
  expect(await fang.problem(assignments.phrases, { id: own })).toBe('not_found');
  await fang.call(assignments.dropPhrase, { id: other, phrase });
  expect(await listed()).toContain('这个归我们管。');
});

test('never more than anybody would look through, and none too long; two at once that keep the same keep it once', async () => {
  const [least, most] = LENGTHS.phrase;
  for (const words of ['字'.repeat(least - 1), '字'.repeat(most + 1)])
    expect(await lu.problem(assignments.keepPhrase, { id: own, words })).toBe('invalid_input');
  const twice = { id: own, words: '字'.repeat(most) };
  await Promise.all([lu.call(assignments.keepPhrase, twice), lu.call(assignments.keepPhrase, twice)]);
  expect((await listed()).filter((words) => words === twice.words)).toHaveLength(1);
  for (let number = (await listed()).length; number < MOST_PHRASES; number += 1)
    await lu.call(assignments.keepPhrase, { id: own, words: `第 ${number} 句` });
  expect(await lu.problem(assignments.keepPhrase, { id: own, words: '再一句' })).toBe('phrases_full');
  // What is kept already is no more than there is.
  expect((await lu.call(assignments.keepPhrase, twice)).items).toHaveLength(MOST_PHRASES);
});
