import * as assignments from '../../shared/assignments/contract';
import { addDays } from '../../shared/kernel/days';
import { addMonths } from '../../shared/kernel/months';
import * as notifications from '../../shared/notifications/contract';
import * as requests from '../../shared/requests/contract';
import * as suggestions from '../../shared/suggestions/contract';
import { printLetter } from '../../shared/suggestions/contract/office';
import type { Suggestion } from '../../shared/suggestions/shown';
import { matterFor } from '../testing/api';
import { readDocx } from '../testing/docx';
import {
  answer,
  assigned,
  type Cast,
  endOf,
  heldBy,
  housing,
  idOf,
  satisfied,
  submitted,
  suggestionsApi,
} from './testing/suggestion';

/** Suggestions of the same matter are handled as one (并案), and each keeps its number, its deputies, its days and its own end. */
const { api, cast, today, pass, see, step } = suggestionsApi();
const WORDS = '管子已过桥，上新屋十二户通水了。坎下七户，三月二十日前通。';
/** Of 单示例, whom 曾范例 signs with: somebody other than the lead of the rest. */
async function byLin(title = '坎下接自来水', changes: { requests?: string[] } = {}): Promise<Suggestion> {
  const own: Cast = { ...cast, xu: cast.lin, lin: cast.jian };
  const one = await own.xu.call(suggestions.draft, {
    title,
    facts: '坎下七户，水管到桥头就没了，冬天挑水。',
    proposal: '把桥头那段管子接过来。',
    occasion: 'between',
    disclosure: 'title',
    disclosureReason: '写着几家的事。',
    origin: 'visit',
    wantsContact: true,
    cosigners: [idOf('曾范例')],
    requests: [],
    ...changes,
  });
  await own.lin.call(suggestions.sign, { id: one.id, textVersion: 1 });
  return own.xu.call(suggestions.submit, { id: one.id, textVersion: 1 });
}
const merge = async (id: string, ...others: string[]) =>
  cast.admin.call(suggestions.merge, { ...(await step(id)), others: await Promise.all(others.map(step)) });
const assign = async (id: string, changes = {}) =>
  cast.admin.call(suggestions.assign, { ...(await step(id)), departmentId: housing(), ...changes });
const part = async (id: string) => cast.admin.call(suggestions.part, await step(id));
const talk = (id: string) =>
  cast.lu.call(suggestions.contact, { id, on: today(), way: 'phone', words: '在电话里说了哪天开挖。' });

test('one assignment, one answer to each as its own letter; each lead rates alone, and one that is not satisfied goes on alone', async () => {
  const a = await submitted(cast, { signers: [] });
  const b = await byLin();
  const { suggestion, merged } = await merge(a.id, b.id);
  expect(merged).toEqual([{ id: b.id, version: (await see('admin', b.id)).version }]);
  expect(suggestion.together).toMatchObject([
    { id: b.id, leads: false, more: { leadName: '单示例', contacted: false } },
  ]);
  // What is handled with another is done on the one that leads.
  expect((await see('admin', b.id)).may).not.toContain('assign');
  expect(await endOf(assign(b.id))).toBe('handled_with_other');
  await assign(a.id, { words: '两件一起答。' });
  for (const id of [a.id, b.id])
    expect(await see('admin', id)).toMatchObject({
      state: 'with_department',
      departmentName: '县住建局',
      dueOn: addMonths(today(), 3),
    });
  // The department has it once, reads both side by side, and answers where the one that leads is.
  const { items } = await cast.lu.call(assignments.inbox, { box: 'new' });
  expect(items.filter(({ subject }) => [a.id, b.id].includes(subject.id))).toMatchObject([
    { kind: '代表建议 · 并案 2 件' },
  ]);
  expect((await see('lu', b.id)).assignmentId).toBeNull();
  expect((await see('lu', a.id)).together).toMatchObject([{ title: '坎下接自来水', more: { leadName: '单示例' } }]);
  // The deputies read number and title of the other, and no more of it; neither has a part in what the other proposed.
  const ofXu = await see('xu', a.id);
  expect(ofXu.together).toEqual([
    { id: null, number: b.number, occasion: 'between', title: '坎下接自来水', leads: false },
  ]);
  expect(JSON.stringify(ofXu)).not.toContain('水管到桥头');
  expect(await cast.xu.problem(suggestions.show, { id: b.id })).toBe('not_found');
  expect((await see('lin', b.id)).together).toMatchObject([{ id: null, number: a.number, leads: true }]);
  // It speaks with the deputies of each.
  await cast.lu.call(assignments.accept, await heldBy(cast.lu, a.id));
  await talk(a.id);
  const sent = async () => ({ ...(await heldBy(cast.lu, a.id)), resultClass: 'A' as const, words: WORDS });
  expect(await cast.lu.problem(assignments.answer, await sent())).toBe('contact_before_answer');
  expect(await see('xu', a.id)).toMatchObject({ state: 'with_department' });
  await talk(b.id);
  await cast.lu.call(assignments.answer, await sent());
  for (const [key, id] of [
    ['xu', a.id],
    ['lin', b.id],
    ['jian', b.id],
  ] as const)
    expect(await see(key, id)).toMatchObject({ state: 'answered', answer: { words: WORDS, resultClass: 'A' } });
  for (const [key, id, number] of [
    ['xu', a.id, a.number],
    ['lin', b.id, b.number],
  ] as const) {
    const { url } = await cast[key].call(printLetter, { id, as: 'docx' });
    const { paragraphs } = await readDocx(Buffer.from(await (await fetch(url)).arrayBuffer()));
    expect(paragraphs.join('')).toContain(number?.split('-')[1] ?? '');
    expect(paragraphs.join('')).toContain('上新屋十二户通水了');
  }
  // Only its own lead rates each.
  expect(await cast.xu.problem(suggestions.rate, { ...(await step(b.id)), ...satisfied })).toBe('not_found');
  await cast.xu.call(suggestions.rate, { ...(await step(a.id)), ...satisfied });
  await cast.jian.call(suggestions.comment, { id: b.id, ...satisfied });
  const no = { attitude: 'satisfied', result: 'dissatisfied', words: '坎下七户还没有通水。' } as const;
  const again = await cast.lin.call(suggestions.rate, { ...(await step(b.id)), ...no });
  expect(again).toMatchObject({ state: 'with_department', round: 2, dueOn: addMonths(today(), 1) });
  expect(await see('xu', a.id)).toMatchObject({ state: 'closed', outcome: 'rated' });
  // Done again by itself, with an assignment of its own that can't be given back.
  const own = await heldBy(cast.lu, b.id);
  expect(await cast.lu.problem(assignments.giveBack, { ...own, reason: '不归我们管。' })).toBe('return_final');
  await answer(api, cast.lu, b.id);
  expect(await see('lin', b.id)).toMatchObject({ state: 'answered', round: 2 });
  expect(await see('xu', a.id)).toMatchObject({ state: 'closed' });
});

test('the earliest day counts for all; taken apart each has its own again, with the office', async () => {
  const a = await assigned(cast, housing(), { signers: [] });
  const early = (await see('admin', a.id)).dueOn;
  await pass(20);
  const b = await byLin();
  await merge(a.id, b.id);
  // It came later, and is answered with the one that came first.
  expect(await see('lin', b.id)).toMatchObject({ state: 'with_department', dueOn: early });
  const apart = await part(b.id);
  expect(apart).toMatchObject({ state: 'to_assign', dueOn: addMonths(today(), 3), departmentName: null, together: [] });
  expect(await see('xu', a.id)).toMatchObject({ state: 'with_department', dueOn: early, together: [] });
  expect(await endOf(part(b.id))).toBe('suggestion_changed');
  // The other way round the one that leads hurries, and has its own day again.
  const c = await byLin('坎下的水管');
  await assign(c.id);
  await cast.admin.call(suggestions.takeBack, { ...(await step(c.id)), reason: '要换一家主办。' });
  const first = (await see('admin', c.id)).dueOn;
  await pass(10);
  const d = await assigned(cast, housing(), { signers: [] });
  const own = d.dueOn;
  expect((await merge(d.id, c.id)).suggestion.dueOn).toBe(first);
  const { items } = await cast.lu.call(assignments.inbox, { box: 'new' });
  expect(items.find(({ subject }) => subject.id === d.id)?.dueOn).toBe(first);
  // Put off once for all, and never past six months of the one that was assigned first.
  const last = addMonths(addDays(today(), -10), 6);
  const reason = '管子要等到开春才能埋。';
  const far = { ...(await step(d.id)), dueOn: addDays(last, 1), reason };
  expect(await cast.admin.problem(suggestions.extend, far)).toBe('extension_too_far');
  await part(c.id);
  expect(await see('xu', d.id)).toMatchObject({ dueOn: own });
  expect(await see('lin', c.id)).toMatchObject({ dueOn: first, state: 'to_assign' });
});

test('before it is assigned: taken apart it is where it was; withdrawn, the one that leads lets the others go; a merge of a merge is one', async () => {
  const a = await submitted(cast, { signers: [] });
  const b = await byLin();
  const c = await submitted(cast, { signers: [], title: '草坪的水' });
  await merge(a.id, b.id);
  expect(await part(b.id)).toMatchObject({ state: 'submitted', dueOn: null });
  await merge(a.id, b.id);
  const { suggestion } = await merge(c.id, a.id);
  expect(suggestion.together.map(({ id }) => id).sort()).toEqual([a.id, b.id].sort());
  for (const id of [a.id, b.id]) expect((await see('admin', id)).together.find(({ leads }) => leads)?.id).toBe(c.id);
  expect(await endOf(merge(c.id, b.id))).toBe('together_before');
  expect(await endOf(merge(a.id, b.id))).toBe('handled_with_other');
  expect(await endOf(merge(c.id, c.id))).toBe('not_found');
  // 单示例 takes theirs back: it leaves, and nobody else is touched.
  await cast.lin.call(suggestions.withdraw, { id: b.id });
  expect((await see('admin', c.id)).together.map(({ id }) => id)).toEqual([a.id]);
  await cast.xu.call(suggestions.withdraw, { id: c.id });
  const left = await see('admin', a.id);
  expect([left.state, left.together, left.events[0]?.kind]).toEqual(['submitted', [], 'parted']);
});

test('given back, taken back and given to another: all go together, and residents in any of them hear it', async () => {
  const { id: request } = await cast.chen.call(requests.submit, matterFor('徐示例'));
  const a = await submitted(cast, { signers: [], title: '草坪那边的路' });
  const b = await submitted(cast, { signers: [], requests: [request] });
  await merge(a.id, b.id);
  await assign(a.id);
  const reason = '这件要县交通运输局办。';
  await cast.lu.call(assignments.giveBack, { ...(await heldBy(cast.lu, a.id)), reason });
  for (const id of [a.id, b.id]) expect(await see('xu', id)).toMatchObject({ state: 'to_assign', returns: 1 });
  await assign(a.id);
  await cast.admin.call(suggestions.takeBack, { ...(await step(a.id)), reason });
  expect(await see('xu', b.id)).toMatchObject({ state: 'to_assign', departmentName: null });
  const heard = (await cast.chen.call(notifications.list, {})).items.map(({ title }) => title);
  expect(heard).toEqual(
    expect.arrayContaining([
      '写着您的事的建议，跟别的合起来办',
      '写着您的事的建议交给部门了',
      '写着您的事的建议退回了，正在另找部门',
      '写着您的事的建议要换一个部门办',
    ]),
  );
});

test('whoever proposed one of them, or stepped aside from it, does not answer it for the others', async () => {
  const a = await submitted(cast, { signers: [] });
  const b = await byLin();
  await merge(a.id, b.id);
  await assign(a.id);
  await talk(a.id);
  await talk(b.id);
  await cast.lu.call(assignments.accept, await heldBy(cast.lu, a.id));
  const sent = { ...(await heldBy(cast.lu, a.id)), resultClass: 'A', words: WORDS } as const;
  await api.store.owner.inTenant('330822', (tx) =>
    tx.updateTable('suggestion').set({ department_id: null, state: 'to_assign' }).where('id', '=', b.id).execute(),
  );
  expect(await cast.lu.problem(assignments.answer, sent)).toBe('own_assignment');
  // Nothing of it was done.
  expect(await see('xu', a.id)).toMatchObject({ state: 'with_department' });
});

test('of two who merge the same the other way round at once one wins, and nothing hangs', async () => {
  for (let round = 0; round < 6; round += 1) {
    const [a, b] = [await submitted(cast, { signers: [] }), await submitted(cast, { signers: [] })];
    const ends = await Promise.all([
      endOf(cast.admin.call(suggestions.merge, { ...at(a), others: [at(b)] })),
      endOf(cast.admin.call(suggestions.merge, { ...at(b), others: [at(a)] })),
      endOf(cast.xu.call(suggestions.withdraw, { id: a.id })),
    ]);
    expect(ends.slice(0, 2).filter((end) => end === null).length).toBeLessThanOrEqual(1);
    for (const end of ends)
      expect([null, 'suggestion_changed', 'handled_with_other', 'suggestion_elsewhere', 'not_found']).toContain(end);
    const rows = await api.store.owner.inTenant('330822', (tx) =>
      tx.selectFrom('suggestion').select(['id', 'handled_with', 'state']).where('id', 'in', [a.id, b.id]).execute(),
    );
    // Nobody leads who is led, and nothing that is over is handled with anything.
    for (const { handled_with } of rows)
      if (handled_with) expect(rows.find(({ id }) => id === handled_with)?.handled_with).toBeNull();
    for (const { state, handled_with } of rows) if (state === 'withdrawn') expect(handled_with).toBeNull();
  }
});

test('what is answered, or in its second round, is put together with nothing; not more than ten', async () => {
  const a = await assigned(cast, housing(), { signers: [] });
  await answer(api, cast.lu, a.id);
  const b = await submitted(cast, { signers: [] });
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const)
    expect(await endOf(merge(one.id, other.id))).toBe('suggestion_elsewhere');
  // A department has each of two: its assignment would lie at two places.
  const c = await assigned(cast, housing(), { signers: [] });
  const d = await assigned(cast, housing(), { signers: [] });
  expect(await endOf(merge(c.id, d.id))).toBe('suggestion_elsewhere');
  const many: string[] = [];
  for (let one = 0; one < 10; one += 1) many.push((await submitted(cast, { signers: [] })).id);
  await merge(c.id, ...many.slice(0, 9));
  expect(await endOf(merge(c.id, many[9] ?? ''))).toBe('too_many_together');
  for (const key of ['xu', 'lu'] as const)
    expect(await cast[key].problem(suggestions.part, await step(many[0] ?? ''))).toBe('not_allowed');
});

const at = ({ id, version }: Suggestion) => ({ id, version });
