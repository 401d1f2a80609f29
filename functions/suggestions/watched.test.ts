import * as assignments from '../../shared/assignments/contract';
import { addMonths } from '../../shared/kernel/months';
import * as notifications from '../../shared/notifications/contract';
import * as suggestions from '../../shared/suggestions/contract';
import { demoDepartments } from '../local/seed/departments';
import { type Cast, heldBy, housing, submitted, suggestionsApi, transport } from './testing/suggestion';

/** Three months or six, said when it is assigned; and who watches over it from then on. */
const { api, cast, today, pass, see, step } = suggestionsApi();
const WHY = '管子要过国道，先要省里批。';
const { id: committee, name: COMMITTEE } = demoDepartments().at(-1) ?? { id: '', name: '' };
async function assign(changes: Partial<Parameters<typeof sent>[1]> = {}): Promise<string> {
  const { id } = await submitted(cast);
  await sent(id, changes);
  return id;
}
const sent = async (id: string, changes: { complexReason?: string; watcherId?: string | null } = {}) =>
  cast.admin.call(suggestions.assign, { ...(await step(id)), departmentId: housing(), ...changes });
const heard = async (key: keyof Cast) => (await cast[key].call(notifications.list, {})).items;

test('complex: six months with the reason that everybody reads, and not a day more by any way', async () => {
  const { id } = await submitted(cast);
  expect((await see('admin', id)).assigning).toMatchObject({
    dueOn: addMonths(today(), 3),
    complexDueOn: addMonths(today(), 6),
  });
  await sent(id, { complexReason: WHY });
  for (const key of ['xu', 'lin', 'lu', 'admin'] as const)
    expect(await see(key, id)).toMatchObject({ dueOn: addMonths(today(), 6), complexReason: WHY });
  expect((await heard('xu'))[0]).toMatchObject({ title: '建议交办了', body: expect.stringContaining('复杂，') });
  // Neither the office gives more nor does the department ask for it.
  expect((await see('admin', id)).may).not.toContain('extend');
  const more = { ...(await step(id)), dueOn: addMonths(today(), 7), reason: WHY };
  expect(await cast.admin.problem(suggestions.extend, more)).toBe('complex_before');
  await cast.lu.call(assignments.accept, await heldBy(cast.lu, id));
  const asks = { ...(await heldBy(cast.lu, id)), until: addMonths(today(), 7), reason: WHY };
  expect(await cast.lu.problem(assignments.extend, asks)).toBe('extension_used');
  // Given to another, it keeps its day, and nobody calls it complex a second time.
  await cast.admin.call(suggestions.takeBack, { ...(await step(id)), reason: '要换一家主办。' });
  expect((await see('admin', id)).assigning).toMatchObject({ dueOn: addMonths(today(), 6), complexDueOn: null });
  const again = { ...(await step(id)), departmentId: transport() };
  expect(await cast.admin.problem(suggestions.assign, { ...again, complexReason: WHY })).toBe('complex_at_first');
  expect(await cast.admin.call(suggestions.assign, again)).toMatchObject({ complexReason: WHY });
});

test('three months without a reason; what was three may become more by an extension, never past six', async () => {
  const id = await assign();
  expect(await see('xu', id)).toMatchObject({ dueOn: addMonths(today(), 3), complexReason: null, watcherName: null });
  const reason = '管子要等到开春才能埋。';
  const last = { ...(await step(id)), dueOn: addMonths(today(), 6), reason };
  expect((await cast.admin.call(suggestions.extend, last)).dueOn).toBe(last.dueOn);
});

test('a committee watches over it: all who have a part in it read that, it is found by it, and the office hears when it is late', async () => {
  const { id } = await submitted(cast);
  expect(await cast.admin.problem(suggestions.nameWatcher, { ...(await step(id)), watcherId: committee })).toBe(
    'suggestion_elsewhere',
  );
  // A department watches over nothing.
  const wrong = { ...(await step(id)), departmentId: housing(), watcherId: transport() };
  expect(await cast.admin.problem(suggestions.assign, wrong)).toBe('watcher_unknown');
  expect(await sent(id, { watcherId: committee })).toMatchObject({ watcherId: committee, watcherName: COMMITTEE });
  for (const key of ['xu', 'lin', 'lu'] as const) {
    const seen = await see(key, id);
    expect([seen.watcherName, seen.committees]).toEqual([COMMITTEE, undefined]);
  }
  expect((await see('admin', id)).committees).toEqual([{ id: committee, name: COMMITTEE }]);
  const found = async (watcher?: string) =>
    (await cast.admin.call(suggestions.desk, { box: 'working', ...(watcher ? { watcher } : {}) })).items.map(
      ({ id: one }) => one,
    );
  expect([await found(), await found(committee), await found('office')].map((ids) => ids.includes(id))).toEqual([
    true,
    true,
    false,
  ]);
  const counted = async (watcher: string) => (await cast.admin.call(suggestions.counts, { watcher })).boxes.working;
  expect(await counted(committee)).toBe(1);
  await pass(100);
  const late = (await heard('admin')).find(({ title }) => title === '有一件建议超时没答');
  expect(late?.body).toContain(`${COMMITTEE}督办`);
  // When it was given to the department, it was said who watches.
  const all = await see('xu', id);
  expect(all.events.find(({ kind }) => kind === 'assigned')).toMatchObject({ watcherName: COMMITTEE });
});

test('another watches from then on, or the office; of two who name one, the second looks again; a committee that ended watches no more', async () => {
  const id = await assign();
  const first = await step(id);
  expect(await cast.admin.problem(suggestions.nameWatcher, { ...first, watcherId: null })).toBe('marked_before');
  expect(await cast.admin.problem(suggestions.nameWatcher, { ...first, watcherId: housing() })).toBe('watcher_unknown');
  await cast.admin.call(suggestions.nameWatcher, { ...first, watcherId: committee });
  expect(await cast.admin.problem(suggestions.nameWatcher, { ...first, watcherId: null })).toBe('suggestion_changed');
  expect((await heard('xu'))[0]).toMatchObject({ title: '建议换了督办的' });
  expect((await see('lin', id)).events[0]).toMatchObject({ kind: 'watcher_named', watcherName: COMMITTEE });
  // Nobody but the office names one.
  for (const key of ['xu', 'lu'] as const)
    expect(await cast[key].problem(suggestions.nameWatcher, { ...(await step(id)), watcherId: null })).toBe(
      'not_allowed',
    );
  // Taken back and given to another department, the same committee goes on.
  await cast.admin.call(suggestions.takeBack, { ...(await step(id)), reason: '要换一家主办。' });
  expect(await sent(id)).toMatchObject({ watcherName: COMMITTEE });
  const end = (day: string | null) =>
    api.store.owner.inTenant('330822', (tx) =>
      tx.updateTable('department').set({ ended_on: day }).where('id', '=', committee).execute(),
    );
  await end('2026-01-01');
  await pass(1);
  const left = await see('xu', id);
  expect([left.watcherId, left.events[0]?.kind, left.events[0]?.watcherName]).toEqual([
    null,
    'watcher_ended',
    COMMITTEE,
  ]);
  expect((await heard('admin')).map(({ title }) => title)).toContain('督办建议的委员会没有了');
  await end(null);
});
