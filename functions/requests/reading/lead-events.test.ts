import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import * as assignments from '../../../shared/assignments/contract';
import * as requests from '../../../shared/requests/contract';
import { storyOf } from '../../../shared/requests/story';
import { departmentsNamed, seedDepartments } from '../../local/seed/departments';
import { COUNTY, deputyNamed, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** What becomes of the matter that leads stands in the story of all that are handled with it, as long as they are (decision 52). */
const api = testApi();
const phones: Record<string, TestPhone> = {};
const as = (key: string) => phones[key] as TestPhone;
const MINUTE_MS = 60_000;

beforeAll(async () => {
  await seedDepartments(api.services);
  for (const key of ['chen', 'lin', 'xin', 'xu', 'mao', 'jian', 'clerk', 'admin', 'lu'])
    phones[key] = await api.signedIn(key);
  for (const key of ['chen', 'lin', 'xin', 'clerk', 'admin']) await api.verifyPhone(as(key), key);
});

const submit = async (key: string, deputy = '徐示例', changes = {}) =>
  (await as(key).call(requests.submit, matterFor(deputy, { words: '村口五盏路灯坏了三盏。', ...changes }))).id;
const page = (key: string, id: string) => as(key).call(requests.follow, { id });
const seen = async (id: string) => (await page('admin', id)).events[0]?.id ?? '';
const merge = async (id: string, ...from: string[]) => {
  // Of two merges within one instant nobody could say which was which.
  api.clock.advance(MINUTE_MS);
  const others = await Promise.all(from.map(async (one) => ({ id: one, seen: await seen(one) })));
  await as('clerk').call(requests.merge, { id, seen: await seen(id), from: others });
};
const unmerge = async (id: string) => as('clerk').call(requests.unmerge, { id, seen: await seen(id) });
const pass = (by: string, to: string, id: string, words = '离得近，熟。') =>
  as(by).call(requests.pass, { id, deputyId: deputyNamed(to).id, words });
const story = async (key: string, id: string) =>
  storyOf(await page(key, id))
    .filter(({ tone }) => tone !== 'next')
    .map(({ what }) => what)
    .reverse();
const ofLead = async (key: string, id: string) => (await page(key, id)).leadEvents?.map(({ kind }) => kind).reverse();

test('in order with their own, from the merge until they are taken out; those of the time together stay', async () => {
  const lead = await submit('chen', '徐示例', { name: '陈试用', words: '我陈试用家门口路灯不亮，13800000001。' });
  const other = await submit('lin', '毛范例');
  await pass('xu', '毛范例', lead, '这是陈试用家门口那盏，您近。');
  await merge(lead, other);
  await pass('mao', '徐示例', lead, '陈试用说还是您熟。');
  await as('lin').call(requests.supplement, { id: other, words: '昨晚又摔了一个。' });
  await as('xu').call(requests.refer, { id: lead, words: '陈试用家那盏。' });
  expect(await story('lin', other)).toEqual([
    '您说了这件事',
    expect.stringContaining('登记'),
    expect.stringContaining('把这件和另外 1 件合在一起办'),
    '一起办的那件：毛代表转给徐代表',
    '您补充了几句',
    '一起办的那件：徐代表请联络站转部门',
  ]);
  // Nothing of whose the other is, of what they said, nor of what was said to them.
  const read = await page('lin', other);
  const { trackingNumber } = await page('chen', lead);
  for (const hidden of ['陈试用', '13800000001', lead, trackingNumber, '还是您熟', '家那盏'])
    expect(JSON.stringify(read)).not.toContain(hidden);
  expect((await page('lin', other)).events.map(({ kind }) => kind)).not.toContain('passed');
  expect(await page('chen', lead)).toMatchObject({ leadEvents: [] });

  await unmerge(other);
  await as('clerk').call(requests.giveBack, { id: lead, seen: await seen(lead), words: '先请代表看一趟。' });
  expect((await story('lin', other)).slice(-3)).toEqual([
    '您补充了几句',
    '一起办的那件：徐代表请联络站转部门',
    '和别的分开，单独办',
  ]);
  expect(await ofLead('lin', other)).toEqual(['passed', 'referred']);
});

test('to a department and back: what it says of the matter is everybody’s and stands once', async () => {
  const [lead, other] = [await submit('chen'), await submit('lin', '毛范例')];
  await merge(lead, other);
  await as('xu').call(requests.refer, { id: lead });
  const departmentId = departmentsNamed(['县住建局'])[0] ?? '';
  await as('clerk').call(requests.assign, { id: lead, seen: await seen(lead), departmentId });
  const assigned = async () => {
    const boxes = await Promise.all(
      (['new', 'working'] as const).map((box) => as('lu').call(assignments.inbox, { box })),
    );
    const one = boxes.flatMap(({ items }) => items).find(({ subject }) => subject.id === lead) as { id: string };
    const { version } = await as('lu').call(assignments.show, { id: one.id });
    return { id: one.id, version };
  };
  await as('lu').call(assignments.accept, await assigned());
  await as('lu').call(assignments.progress, { ...(await assigned()), words: '灯杆订了。' });
  await as('lu').call(assignments.answer, { ...(await assigned()), resultClass: 'A', words: '都换成新的了，亮了。' });
  const told = await story('lin', other);
  expect(told.slice(3)).toEqual([
    '一起办的那件：徐代表请联络站转部门',
    expect.stringMatching(/^一起办的那件：.+交给县住建局$/),
    '一起办的那件：县住建局接了',
    '县住建局说了一声进展',
    '县住建局答复',
  ]);
  // From the answer on each goes its own way.
  await as('chen').call(requests.rate, { id: lead, round: 1, outcome: 'not_solved' });
  await as('clerk').call(requests.takeBack, { id: lead, seen: await seen(lead), words: '换一家去看。' });
  expect((await page('chen', lead)).events[0]?.kind).toBe('taken_back');
  expect(await story('lin', other)).toEqual(told);
  expect(await ofLead('lin', other)).toEqual(['referred', 'assigned', 'accepted']);
});

test('a merge of a merge follows the one that leads then; handled together twice, both times stand', async () => {
  const [top, middle, low] = [await submit('chen'), await submit('lin'), await submit('xin')];
  await merge(middle, low);
  await pass('xu', '毛范例', middle);
  await merge(top, middle);
  await as('xu').call(requests.refer, { id: top });
  expect(await ofLead('xin', low)).toEqual(['passed', 'referred']);
  expect(await ofLead('lin', middle)).toEqual(['referred']);
  await unmerge(low);
  await as('clerk').call(requests.giveBack, { id: top, seen: await seen(top), words: '请代表先看。' });
  await merge(top, low);
  await as('xu').call(requests.refer, { id: top });
  expect(await ofLead('xin', low)).toEqual(['passed', 'referred', 'referred']);
  expect(await ofLead('lin', middle)).toEqual(['referred', 'given_back', 'referred']);
});

test('who stepped aside from the one that leads reads nothing of it where another is; its resident does', async () => {
  const [lead, other] = [await submit('chen'), await submit('lin', '毛范例')];
  await merge(lead, other);
  await pass('xu', '毛范例', lead);
  expect(await ofLead('clerk', other)).toEqual(['passed']);
  expect(await page('clerk', other)).toMatchObject({ mergedInto: { id: lead } });
  await as('clerk').call(assignments.stepAside, { context: 'requests', id: lead, words: '是我家的事。' });
  const read = await page('clerk', other);
  expect(read).toMatchObject({ leadEvents: [], mergedInto: null });
  expect(JSON.stringify(read)).not.toContain(lead);
  expect(await ofLead('lin', other)).toEqual(['passed']);
  expect(await ofLead('admin', other)).toEqual(['passed']);
});

test('who entered it for somebody reads where it goes until they have said that it is theirs', async () => {
  const lead = await submit('chen');
  const forLin = { ...matterFor('徐示例'), name: '余大伯', contactPhone: '13800000003' };
  const { id: other } = await as('jian').call(requests.enterFor, forLin);
  await merge(lead, other);
  await pass('xu', '毛范例', lead);
  expect(await ofLead('jian', other)).toEqual(['passed']);
  await as('lin').call(requests.confirmContact, { id: other, mine: true });
  await as('mao').call(requests.refer, { id: lead });
  expect(await ofLead('jian', other)).toEqual(['passed']);
  expect(await ofLead('lin', other)).toEqual(['passed', 'referred']);
});

test('what was merged before events said with which is told by the migration; a phone of version 1 reads its own alone', async () => {
  const [first, second, other] = [await submit('chen'), await submit('xin'), await submit('lin', '毛范例')];
  await merge(first, other);
  await pass('xu', '毛范例', first);
  await unmerge(other);
  await merge(second, other);
  await as('xu').call(requests.refer, { id: second });
  const forget = sql`update request_event set detail = detail - 'lead' where kind = 'merged'`;
  await api.store.owner.inTenant(COUNTY, (tx) => forget.execute(tx));
  // What is handled together now is known besides.
  expect(await ofLead('lin', other)).toEqual(['referred']);
  const whole = readFileSync(join(__dirname, '../../migrations/0048-lead-of-merged.sql'), 'utf8');
  const migration = whole.slice(0, whole.indexOf(';', whole.indexOf('update')));
  await api.store.owner.inTenant(COUNTY, (tx) => sql.raw(migration).execute(tx));
  expect(await ofLead('lin', other)).toEqual(['passed', 'referred']);
  const headers = { authorization: `Bearer ${as('lin').token}` };
  const old = await (await fetch(`${api.url}/api/${COUNTY}/requests/${other}`, { headers })).json();
  expect(old).toMatchObject({ id: other, events: expect.any(Array) });
  expect(old).not.toHaveProperty('leadEvents');
});
