import * as assignments from '../../shared/assignments/contract';
import { addDays, dayOf } from '../../shared/kernel/days';
import * as notifications from '../../shared/notifications/contract';
import * as suggestions from '../../shared/suggestions/contract';
import { printLetter } from '../../shared/suggestions/contract/office';
import { departmentsNamed } from '../local/seed/departments';
import { readDocx } from '../testing/docx';
import { answer, castOf, heldBy, housing, submitted, suggestionsApi, transport } from './testing/suggestion';

/** A suggestion that one department leads and another one works on. */
const { api, cast, see: show } = suggestionsApi();
const [schools = ''] = departmentsNamed(['县教育局']);
const SAID = '水管要穿的那段公路，十二月可以开挖。';
async function together(kind: 'advice' | 'part', ...ids: string[]): Promise<string> {
  const { id, version } = await submitted(cast);
  const parts = ids.map((departmentId) => ({ departmentId, words: '公路能不能开挖。' }));
  await cast.admin.call(suggestions.assign, { id, version, departmentId: housing(), together: { kind, parts } });
  return id;
}
async function give(id: string): Promise<void> {
  const { partId } = await show('fang', id);
  const { version } = await cast.fang.call(assignments.part, { id: partId ?? '' });
  await cast.fang.call(assignments.giveOpinion, { id: partId ?? '', version, words: SAID });
}

test('who works on it reads it and says something, and the letter says what was said', async () => {
  const id = await together('advice', transport(), schools);
  const read = await show('fang', id);
  expect(read).toMatchObject({ viewer: 'department', assignmentId: null, may: [], departmentName: '县住建局' });
  expect(read.parts).toMatchObject([
    { departmentName: '县交通运输局', asks: '公路能不能开挖。', acts: ['give'] },
    { departmentName: '县教育局' },
  ]);
  expect((await cast.fang.call(assignments.parts, { box: 'open' })).items[0]).toMatchObject({
    about: '代表建议',
    leadName: '县住建局',
  });
  expect(
    await cast.fang.problem(suggestions.contact, { id, on: dayOf(api.clock.now()), way: 'visit', words: SAID }),
  ).toBe('not_found');
  await give(id);
  // Deputies read who works on it, and what they say with the answer.
  expect(JSON.stringify(await show('xu', id))).not.toContain(SAID);
  for (const key of ['lu', 'admin'] as const) expect(JSON.stringify(await show(key, id))).toContain(SAID);
  await answer(api, cast.lu, id);
  expect((await show('xu', id)).answer?.said).toEqual([
    { departmentName: '县交通运输局', kind: 'advice', words: SAID },
    { departmentName: '县教育局', kind: 'advice', words: null },
  ]);
  const { url } = await cast.xu.call(printLetter, { id, as: 'docx' });
  const { paragraphs } = await readDocx(Buffer.from(await (await fetch(url)).arrayBuffer()));
  expect(paragraphs).toEqual(
    expect.arrayContaining(['一起办的部门：', `县交通运输局说：${SAID}`, '县教育局到答复时没有回话。']),
  );
});

test('each its part: the lead waits; the office withdraws what is not needed, and nobody else does', async () => {
  const id = await together('part', transport());
  await cast.lu.call(suggestions.contact, { id, on: dayOf(api.clock.now()), way: 'visit', words: '在村口看了水管。' });
  const sent = { ...(await heldBy(cast.lu, id)), resultClass: 'A', words: '两处十九户都通水了，请看看。' } as const;
  expect(await cast.lu.problem(assignments.answer, sent)).toBe('parts_missing');
  const [part] = (await show('admin', id)).parts ?? [];
  expect(part?.acts).toEqual(['withdraw']);
  const of = { id: part?.id ?? '', version: part?.version ?? 0 };
  expect(await cast.fang.problem(assignments.withdrawPart, of)).toBe('not_found');
  await cast.admin.call(assignments.withdrawPart, of);
  await cast.lu.call(assignments.answer, { ...sent, ...(await heldBy(cast.lu, id)) });
  expect((await show('xu', id)).answer?.said).toBeUndefined();
});

test('taken back, it ends; past its day the office hears it once a day', async () => {
  const id = await together('advice', transport());
  const { version } = await show('admin', id);
  await cast.admin.call(suggestions.takeBack, { id, version, reason: '要换一家主办。' });
  expect(await cast.fang.problem(suggestions.show, { id })).toBe('not_found');
  expect((await show('xu', id)).parts).toEqual([]);
  await together('advice', transport());
  api.clock.set(`${addDays(dayOf(api.clock.now()), 32)}T01:00:00.000Z`);
  Object.assign(cast, await castOf(api));
  for (let twice = 0; twice < 2; twice += 1) await api.runSchedule('suggestions.tell-late-parts');
  const { items } = await cast.admin.call(notifications.list, {});
  expect(items.filter(({ kind }) => kind === 'suggestion_parts_late').map(({ body }) => body)).toEqual([
    '1 件建议，一起办的部门超时了',
  ]);
});
