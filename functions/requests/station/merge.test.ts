import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import * as assignments from '../../../shared/assignments/contract';
import type { ProblemError } from '../../../shared/kernel/problems';
import * as notifications from '../../../shared/notifications/contract';
import * as requests from '../../../shared/requests/contract';
import { departmentsNamed, seedDepartments } from '../../local/seed/departments';
import { COUNTY, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** Same matter, one handling (合成一件): one is answered, and with it all that were merged into it; each keeps its end (decision 42). */
const api = testApi();
const phones: Record<string, TestPhone> = {};
const as = (key: string) => phones[key] as TestPhone;

beforeAll(async () => {
  await seedDepartments(api.services);
  for (const key of ['chen', 'lin', 'xin', 'xu', 'mao', 'clerk', 'clerk2', 'admin', 'lu'])
    phones[key] = await api.signedIn(key);
  for (const key of ['chen', 'lin', 'xin', 'clerk', 'clerk2', 'admin']) await api.verifyPhone(as(key), key);
});

const LAMPS = '村口到文化礼堂这段路，五盏路灯坏了三盏，老人摔了一个。';
const submit = async (key: string, deputy = '徐示例', changes = {}) =>
  (await as(key).call(requests.submit, matterFor(deputy, { words: LAMPS, ...changes }))).id;
const page = (key: string, id: string) => as(key).call(requests.follow, { id });
const kinds = async (key: string, id: string) => (await page(key, id)).events.map(({ kind }) => kind).reverse();
const seen = async (id: string) => (await page('admin', id)).events[0]?.id ?? '';
const mergeInput = async (id: string, ...from: string[]) => ({
  id,
  seen: await seen(id),
  from: await Promise.all(from.map(async (one) => ({ id: one, seen: await seen(one) }))),
});
const merge = async (id: string, ...from: string[]) => as('clerk').call(requests.merge, await mergeInput(id, ...from));
const unmerge = async (id: string) => as('clerk').call(requests.unmerge, { id, seen: await seen(id) });
const like = async (id: string) => (await as('clerk').call(requests.likeSame, { id })).items;
const told = async (key: string) => (await as(key).call(notifications.list, {})).items.map(({ body }) => body);
const listed = async (key: string, box: 'open' | 'all' | 'said_same') =>
  (await as(key).call(requests.worklist, { box })).items.map(({ id }) => id);
const inbox = async (key: string) =>
  (await as(key).call(requests.inbox, { state: 'with_deputy' })).items.map(({ id }) => id);
const rowOf = (id: string) =>
  api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .selectFrom('request')
      .select(['merged_into', 'own_due_on', 'due_on', 'state', 'deputy_id', 'same_as'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );
const setDue = (id: string, on: string) =>
  api.store.owner.inTenant(COUNTY, (tx) => sql`update request set due_on = ${on} where id = ${id}`.execute(tx));

test('merged, one is answered and all hear the same; each says for themselves whether it is solved', async () => {
  const lead = await submit('chen');
  const other = await submit('lin', '毛范例', { words: '草坪村路灯坏了没人修，打电话到交通局说不归他。' });
  const third = await submit('xin');
  expect(await merge(lead, other, third)).toMatchObject({ others: 2 });
  expect(await told('lin')).toContain('和另外 2 件是一回事，合在一起办，进展一样告诉您');
  expect(await told('chen')).toContain('和另外 2 件是一回事，合在一起办');
  expect(await told('mao')).toContain('和另一件是一回事，联络站合到那一件里办');
  expect([await inbox('mao'), (await inbox('xu')).includes(third)]).toEqual([[], false]);
  expect((await listed('clerk', 'open')).filter((id) => [lead, other, third].includes(id))).toEqual([lead]);
  expect(await listed('clerk', 'all')).toEqual(expect.arrayContaining([lead, other, third]));
  // To its resident it is in the hands of who has the other; to its own deputy and the station it says where it is handled.
  expect(await page('lin', other)).toMatchObject({ deputyName: '徐示例', others: 2, may: ['supplement', 'withdraw'] });
  expect((await page('mao', other)).mergedInto).toMatchObject({ id: lead });
  expect(JSON.stringify(await page('lin', other))).not.toContain(lead);
  const { together = [] } = await page('xu', lead);
  expect(together.map(({ id, words }) => [id, words])).toEqual([
    [other, '草坪村路灯坏了没人修，打电话到交通局说不归他。'],
    [third, LAMPS],
  ]);
  expect(await as('mao').problem(requests.answer, { id: other, words: '我来办。' })).toBe('is_merged');

  await as('lin').call(requests.supplement, { id: other, words: '今天又摔了一个。' });
  expect(await told('xu')).toContain('居民补充了几句');
  expect((await page('xu', lead)).together?.[0]?.more).toEqual(['今天又摔了一个。']);

  await as('xu').call(requests.answer, { id: lead, words: '灯换好了，请大家看看。' });
  for (const [key, id] of [
    ['chen', lead],
    ['lin', other],
    ['xin', third],
  ] as const) {
    expect(await page(key, id)).toMatchObject({
      state: 'answered',
      deputyName: '徐示例',
      answer: { words: '灯换好了，请大家看看。' },
    });
    expect((await told(key))[0]).toBe('徐代表回话了，请您看看');
  }
  expect(await as('clerk').problem(requests.unmerge, { id: other, seen: await seen(other) })).toBe('merge_answered');
  await as('chen').call(requests.rate, { id: lead, round: 1, outcome: 'solved' });
  await as('xin').call(requests.rate, { id: third, round: 1, outcome: 'solved' });
  await as('lin').call(requests.rate, { id: other, round: 1, outcome: 'not_solved', words: '我家门口那盏没换。' });
  expect(await page('lin', other)).toMatchObject({ state: 'with_deputy', round: 2, deputyName: '毛范例', others: 0 });
  expect(await rowOf(other)).toMatchObject({ merged_into: null });
  expect(await inbox('mao')).toEqual([other]);
  expect((await page('chen', lead)).state).toBe('closed');
  expect((await page('xin', third)).state).toBe('closed');
});

test('taken out again it is where it was, with its own days; the other is due as if it had never been there', async () => {
  const lead = await submit('chen');
  const [early, later] = [await submit('lin', '毛范例'), await submit('xin')];
  const { due_on: own } = await rowOf(lead);
  await setDue(early, '2026-12-01');
  await setDue(later, '2026-12-03');
  expect(await merge(lead, early, later)).toMatchObject({ others: 2, dueOn: '2026-12-01' });
  expect(await rowOf(lead)).toMatchObject({ due_on: '2026-12-01', own_due_on: own });
  expect(await unmerge(early)).toEqual({ state: 'with_deputy', dueOn: '2026-12-01' });
  expect(await rowOf(lead)).toMatchObject({ due_on: '2026-12-03', own_due_on: own });
  expect(await told('lin')).toContain('和别的分开，单独办，最晚 12 月 1 日答复您');
  expect(await inbox('mao')).toContain(early);
  expect(await page('lin', early)).toMatchObject({ deputyName: '毛范例', others: 0 });
  await unmerge(later);
  expect(await rowOf(lead)).toMatchObject({ due_on: own, own_due_on: null });
  expect(await kinds('chen', lead)).toEqual(['submitted', 'registered', 'gained', 'lost', 'lost']);
  expect(await kinds('lin', early)).toEqual(['submitted', 'registered', 'merged', 'unmerged']);
  expect(await as('clerk').problem(requests.unmerge, { id: early, seen: await seen(early) })).toBe('not_now');
});

test('a merge of a merge: what was merged into it goes along, and all are answered', async () => {
  const [top, middle, low] = [await submit('chen'), await submit('lin'), await submit('xin')];
  await merge(middle, low);
  expect(await as('clerk').problem(requests.merge, await mergeInput(low, top))).toBe('is_merged');
  expect(await as('clerk').problem(requests.merge, await mergeInput(top, low))).toBe('is_merged');
  expect(await merge(top, middle)).toMatchObject({ others: 2 });
  expect((await Promise.all([middle, low].map(rowOf))).map((row) => row.merged_into)).toEqual([top, top]);
  await as('xu').call(requests.answer, { id: top, words: '都修好了。' });
  for (const [key, id] of [
    ['lin', middle],
    ['xin', low],
  ] as const)
    expect((await page(key, id)).state).toBe('answered');
});

test('taken out of a merge of a merge, what had come along is handled with it again, and all days are as they were', async () => {
  const [top, middle, low, lone] = [
    await submit('chen'),
    await submit('lin', '毛范例'),
    await submit('xin'),
    await submit('chen'),
  ];
  await setDue(middle, '2026-12-03');
  await setDue(low, '2026-12-01');
  await setDue(lone, '2026-12-02');
  await merge(middle, low);
  const before = await Promise.all([top, middle, low].map(rowOf));
  await merge(top, middle, lone);
  expect(await rowOf(top)).toMatchObject({ due_on: '2026-12-01' });
  // Into yet another, and back: what came to it with another still stands with that one.
  const last = await submit('lin');
  await merge(last, top);
  expect((await Promise.all([top, middle, low, lone].map(rowOf))).map((row) => row.merged_into)).toEqual(
    Array(4).fill(last),
  );
  await unmerge(top);
  expect((await Promise.all([middle, low, lone].map(rowOf))).map((row) => row.merged_into)).toEqual(Array(3).fill(top));
  expect(await rowOf(last)).toMatchObject({ own_due_on: null });

  expect(await unmerge(middle)).toEqual({ state: 'with_deputy', dueOn: '2026-12-01' });
  expect(await rowOf(top)).toMatchObject({ due_on: '2026-12-02' });
  await unmerge(lone);
  expect(await Promise.all([top, middle, low].map(rowOf))).toEqual(before);
  expect((await kinds('xin', low)).slice(-5)).toEqual(['merged', 'merged', 'merged', 'merged', 'merged']);
  await as('mao').call(requests.answer, { id: middle, words: '都修好了。' });
  expect((await page('xin', low)).answer?.words).toBe('都修好了。');
  expect((await page('chen', top)).answer).toBeNull();
  for (const id of [top, lone, last]) await as('xu').call(requests.answer, { id, words: '去看过了。' });
});

test('a department reads all of them without whose they are; its news and its answer are everybody’s', async () => {
  const lead = await submit('chen');
  const other = await submit('lin', '毛范例', { words: '陈阿婆家门口路灯坏了，电话13800000002。', name: '陈阿婆' });
  await as('xu').call(requests.refer, { id: lead });
  const departmentId = departmentsNamed(['县住建局'])[0] ?? '';
  await as('clerk').call(requests.assign, { id: lead, seen: await seen(lead), departmentId });
  expect(await as('clerk').problem(requests.merge, await mergeInput(other, lead))).toBe('department_leads');
  await merge(lead, other);
  const read = await page('lu', lead);
  expect(read.together).toEqual([expect.objectContaining({ id: other, trackingNumber: null })]);
  expect(JSON.stringify(read)).not.toMatch(/陈阿婆|13800000002/);
  expect(await as('lu').problem(requests.follow, { id: other })).toBe('not_found');
  expect(await page('lin', other)).toMatchObject({ state: 'with_department', departmentName: '县住建局' });
  const mine = (await as('lin').call(requests.mine, { state: 'with_deputy' })).items.find(({ id }) => id === other);
  expect(mine).toMatchObject({ state: 'with_department', departmentName: '县住建局' });
  const assigned = async () => {
    const { items } = await as('lu').call(assignments.inbox, { box: 'new' });
    const { items: taken } = await as('lu').call(assignments.inbox, { box: 'working' });
    const one = [...items, ...taken].find(({ subject }) => subject.id === lead) as { id: string };
    const { version } = await as('lu').call(assignments.show, { id: one.id });
    return { id: one.id, version };
  };
  await as('lu').call(assignments.accept, await assigned());
  expect((await told('lin'))[0]).toContain('县住建局接了');
  await as('lu').call(assignments.progress, { ...(await assigned()), words: '灯杆订了，下礼拜到。' });
  for (const [key, id] of [
    ['chen', lead],
    ['lin', other],
  ] as const)
    expect((await page(key, id)).events[0]).toMatchObject({ kind: 'progressed', words: '灯杆订了，下礼拜到。' });
  await as('lu').call(assignments.answer, {
    ...(await assigned()),
    resultClass: 'A',
    words: '五盏路灯都换成新的了，亮了。',
  });
  expect(await page('lin', other)).toMatchObject({
    state: 'answered',
    departmentName: '县住建局',
    answer: { words: '五盏路灯都换成新的了，亮了。', by: { departmentName: '县住建局', resultClass: 'A' } },
  });
  await as('lin').call(requests.rate, { id: other, round: 1, outcome: 'not_solved' });
  expect(await page('lin', other)).toMatchObject({ state: 'with_deputy', deputyName: '毛范例', departmentName: null });
});

test('when the other is taken back, or who answers may not answer one of them, that one is handled by itself again', async () => {
  const [lead, other] = [await submit('chen'), await submit('lin', '毛范例')];
  await merge(lead, other);
  await as('chen').call(requests.withdraw, { id: lead });
  expect(await rowOf(other)).toMatchObject({ merged_into: null, state: 'with_deputy' });
  expect((await kinds('lin', other)).at(-1)).toBe('unmerged');
  expect(await inbox('mao')).toContain(other);

  const [next, own] = [await submit('chen'), await submit('xu', '毛范例')];
  await merge(next, own);
  await as('xu').call(requests.answer, { id: next, words: '去看过了。' });
  expect((await page('chen', next)).state).toBe('answered');
  expect(await rowOf(own)).toMatchObject({ merged_into: null, state: 'with_deputy' });

  const [stays, gone] = [await submit('chen'), await submit('lin', '毛范例')];
  await setDue(gone, '2026-12-01');
  await merge(stays, gone);
  await as('lin').call(requests.withdraw, { id: gone });
  expect(await rowOf(stays)).toMatchObject({ own_due_on: null });
  expect((await kinds('chen', stays)).at(-1)).toBe('lost');
});

test('what a resident says is the same is the station’s to decide: likely ones side by side, said to be apart they are not shown again', async () => {
  const board = await submit('chen', '徐示例', { openness: 'public' });
  await api.runSchedules();
  await as('clerk').call(requests.moderate, { id: board, publish: true });
  const said = await submit('lin', '毛范例', { words: '晚上跳舞的地方乌漆麻黑。', sameAs: board });
  expect(await listed('clerk', 'said_same')).toEqual([said]);
  expect((await as('clerk').call(requests.counts, {})).worklist?.saidSame).toBe(1);
  expect((await page('clerk', said)).saidSame).toMatchObject({ id: board });
  expect(await page('mao', said)).not.toMatchObject({ saidSame: { id: board } });
  expect((await like(said))[0]).toMatchObject({ id: board, said: true, sameVillage: true, daysApart: 0, joins: true });
  expect((await like(board))[0]).toMatchObject({ id: said, said: true });
  await as('clerk').call(requests.apart, { id: board, other: said });
  expect((await like(board)).map(({ id }) => id)).not.toContain(said);
  expect(await listed('clerk', 'said_same')).toEqual([]);
  expect(await told('lin')).toContain('联络站看过，和您说的那件不是一回事，您这件单独办');
  expect(await as('clerk').call(requests.apart, { id: said, other: board })).toEqual({ apart: true });
  expect(await as('clerk2').problem(requests.apart, { id: said, other: board })).toBe('not_found');

  const twin = await submit('xin', '徐示例', { words: '文化礼堂这段路，五盏路灯坏了三盏。', category: 'other' });
  const found = (await like(twin)).find(({ id }) => id === board);
  expect(found).toMatchObject({ said: false, both: expect.arrayContaining([expect.stringContaining('路灯')]) });
  await as('xu').call(requests.answer, { id: board, words: '换好了。' });
  expect((await like(twin)).map(({ id }) => id)).not.toContain(board);
  expect(await as('clerk2').problem(requests.likeSame, { id: twin })).toBe('not_found');
  expect(await as('xu').problem(requests.likeSame, { id: twin })).toBe('not_allowed');
});

test('sent again it is one merge; a page of before is told; never more than fifty', async () => {
  const [lead, other] = [await submit('chen'), await submit('lin')];
  const input = await mergeInput(lead, other);
  const key = 'merge-once-0001-0001-0001';
  const first = await as('clerk').call(requests.merge, input, { key });
  expect(await as('clerk').call(requests.merge, input, { key })).toEqual(first);
  expect((await kinds('chen', lead)).filter((kind) => kind === 'gained')).toHaveLength(1);
  expect(await as('admin').problem(requests.merge, input)).toBe('moved_since');
  expect(await as('clerk2').problem(requests.merge, input)).toBe('not_found');
  expect(await as('clerk').problem(requests.merge, { ...input, from: [] })).toBe('invalid_input');
  expect(await as('clerk').problem(requests.merge, await mergeInput(lead, lead))).toBe('not_found');
  const many = await Promise.all(Array.from({ length: 50 }, () => submit('xin')));
  await api.store.owner.inTenant(COUNTY, (tx) =>
    sql`update request set merged_into = ${lead} where id in (${sql.join(many.slice(1))})`.execute(tx),
  );
  expect(await as('clerk').problem(requests.merge, await mergeInput(lead, many[0] ?? ''))).toBe('too_many_merged');
  await as('xu').call(requests.answer, { id: lead, words: '都换了。' });
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ state: string }>`select distinct state from request where merged_into = ${lead}`.execute(tx),
  );
  expect(rows).toEqual([{ state: 'answered' }]);
});

test('two who merge the same the other way round: one wins, and neither waits for ever', async () => {
  for (let round = 0; round < 20; round += 1) {
    const [a, b, c] = [await submit('chen'), await submit('lin'), await submit('xin')];
    await merge(a, c);
    const [ab, ba] = [await mergeInput(a, b), await mergeInput(b, a)];
    const ends = await Promise.allSettled([
      as('clerk').call(requests.merge, ab),
      as('admin').call(requests.merge, ba),
      as('xin').call(requests.supplement, { id: c, words: '又坏了一盏。' }),
      ...(round % 2 ? [as('xu').call(requests.answer, { id: a, words: '去看了。' })] : []),
    ]);
    const codes = ends.map((one) => (one.status === 'fulfilled' ? 'ok' : (one.reason as ProblemError).code));
    expect(codes.slice(0, 2).filter((code) => code === 'ok').length).toBeLessThanOrEqual(1);
    for (const code of codes)
      expect(['ok', 'moved_since', 'is_merged', 'not_waiting_for_answer', 'not_now']).toContain(code);
    expect(codes[2]).toBe('ok');
    const rows = await Promise.all([a, b, c].map(rowOf));
    // Nobody is merged into one that is merged.
    for (const { merged_into } of rows)
      if (merged_into) expect(rows[[a, b, c].indexOf(merged_into)]?.merged_into).toBeNull();
    await sleep(1);
  }
}, 120_000);

test('what was put together lately, with what can be taken out again; answered it can’t, and taken out it is not listed', async () => {
  const now = async (key = 'clerk') => (await as(key).call(requests.merges, {})).items;
  const [lead, other, third] = [await submit('chen'), await submit('lin', '毛范例'), await submit('xin')];
  await merge(other, third);
  const { merged } = await merge(lead, other);
  expect(merged.map(({ id }) => id)).toEqual([other]);
  const day = (await page('chen', lead)).today;
  const one = { id: lead, title: expect.any(String), count: 3, on: day };
  // What was put into yet another stands there once.
  const [first, ...before] = await now();
  expect(first).toMatchObject({ ...one, members: [{ id: other }] });
  expect(before.map(({ id }) => id)).not.toContain(other);
  expect(await now('clerk2')).toEqual([]);
  expect(await as('xu').problem(requests.merges, {})).toBe('not_allowed');
  expect((await now('admin'))[0]).toMatchObject(one);

  // As the list and the merge said it, it is taken out again, together with what had come along.
  expect(first?.members.map(({ id }) => id)).toEqual(merged.map(({ id }) => id));
  for (const member of merged) await as('clerk').call(requests.unmerge, member);
  expect((await now()).map(({ id }) => id)).not.toContain(lead);
  expect((await now())[0]).toMatchObject({ id: other, count: 2, members: [{ id: third }] });
  for (const member of (await now())[0]?.members ?? []) await as('clerk').call(requests.unmerge, member);
  expect((await now()).map(({ id }) => id)).not.toContain(other);

  // Somebody else was faster: what was seen is not so any more.
  const again = await merge(lead, third);
  await as('admin').call(requests.unmerge, { id: third, seen: await seen(third) });
  expect(await as('clerk').problem(requests.unmerge, again.merged[0] ?? { id: '', seen: '' })).toBe('moved_since');
  await merge(other, third);
  expect(await as('admin').problem(requests.unmerge, again.merged[0] ?? { id: '', seen: '' })).toBe('moved_since');
  await as('mao').call(requests.answer, { id: other, words: '都换好了，请看看。' });
  expect((await now())[0]).toMatchObject({ id: other, count: 2, members: [] });

  // Who stepped aside reads nothing of it.
  await as('clerk').call(assignments.stepAside, { context: 'requests', id: other, words: '是我家的事。' });
  expect((await now()).map(({ id }) => id)).not.toContain(other);

  // Taken back by its resident, nothing is together any more.
  const [taken, left] = [await submit('chen'), await submit('lin')];
  await merge(taken, left);
  await as('chen').call(requests.withdraw, { id: taken });
  expect((await now()).map(({ id }) => id)).not.toContain(taken);
  expect((await now()).length).toBeLessThanOrEqual(5);
});
