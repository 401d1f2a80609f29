import { v4 } from 'uuid';
import * as appraisals from '../../shared/appraisals/contract';
import { cast } from '../../shared/voting/contract';
import { testApi, villageOf } from '../testing/api';
import {
  all,
  castAs,
  draftOf,
  inDays,
  numbers,
  offices,
  openCampaign,
  passDays,
  residents,
  takeAs,
  withDepartments,
} from './testing/campaign';

const api = testApi();
let departments: string[];

beforeAll(async () => {
  departments = await withDepartments(api);
  await offices(api);
});

const office = async () => [await api.signedIn('admin'), await api.signedIn('lin')] as const;
const opened = async () =>
  openCampaign(api, await office(), draftOf(departments, inDays(api, 10), { electorates: ['residents'] }));
const at = (days: number) => inDays(api, days).toISOString();
const REASON = '连下大雨，路断了';

test('the close is moved by two people, and everybody reads from when, to when and why; what is frozen stays', async () => {
  const id = await opened();
  const [first, second] = await office();
  const before = await first.call(appraisals.preparation, { id });
  const closesAt = at(13);
  const { proposal } = await first.call(appraisals.proposeClose, { id, closesAt, reason: REASON });
  await expect(first.problem(appraisals.moveClose, { id, proposal })).resolves.toBe('second_for_close');
  const waiting = await second.call(appraisals.preparation, { id });
  expect(waiting.closing).toMatchObject({ id: proposal, closesAt, reason: REASON });
  expect(waiting.acts).toContain('move_close');
  expect((await first.call(appraisals.preparation, { id })).acts).not.toContain('move_close');
  expect(waiting.draft.closesAt).toBe(before.draft.closesAt);
  await expect(second.call(appraisals.moveClose, { id, proposal })).resolves.toEqual({ closesAt });
  const after = await first.call(appraisals.preparation, { id });
  expect(after).toMatchObject({ frozen: before.frozen, version: before.version, closing: null, trials: before.trials });
  expect(after.events.map(({ kind, name }) => [kind, name !== null])).toEqual(
    expect.arrayContaining([
      ['close_proposed', true],
      ['close_moved', true],
    ]),
  );
  const closings = [expect.objectContaining({ from: before.draft.closesAt, to: closesAt, reason: REASON })];
  const { appraisals: all } = await api.nobody.call(appraisals.current, {});
  expect(all.find((one) => one.id === id)).toMatchObject({ closesAt, closings });
  const [phone] = await residents(api, numbers(1));
  if (!phone) throw new Error('nobody to vote');
  await expect(takeAs(phone, id)).resolves.toMatchObject({ closesAt, closings });
});

test('extended, a ballot is taken after the first close, by who took theirs before too; then it is shut and published with the reason', async () => {
  const id = await opened();
  const [first, second] = await office();
  const people = await residents(api, numbers(12));
  const taken = await Promise.all(people.map((phone) => takeAs(phone, id)));
  const { proposal } = await first.call(appraisals.proposeClose, { id, closesAt: at(10.5), reason: REASON });
  await second.call(appraisals.moveClose, { id, proposal });
  await api.clock.set(at(10.2));
  await api.runSchedules();
  const still = await residents(api, numbers(12));
  const passes = await Promise.all(still.map((phone) => takeAs(phone, id)));
  expect(passes.map(({ subjects }) => subjects)).toEqual(taken.map(({ subjects }) => subjects));
  for (const [at, phone] of still.entries()) {
    const pass = passes[at];
    if (pass) await castAs(phone, id, pass, all(pass, '111'));
  }
  await passDays(api, 1);
  const results = await api.nobody.call(appraisals.results, { id });
  expect(results.ballots.residents?.phone).toBe(12);
  expect(results.closings).toMatchObject([{ reason: REASON }]);
  const { url } = await api.nobody.call(appraisals.file, { id });
  expect(await (await fetch(url)).text()).toMatch(new RegExp(`^C .*${REASON}`, 'm'));
});

test('shut early, the next ballot is too late, also where the vote is remembered by the process', async () => {
  const id = await opened();
  const [first, second] = await office();
  const [phone, other] = await residents(api, numbers(2));
  if (!phone || !other) throw new Error('nobody to vote');
  const taken = await takeAs(phone, id);
  await castAs(phone, id, taken, all(taken, '111'));
  const soon = new Date(api.clock.now().getTime() + 60_000);
  const { proposal } = await first.call(appraisals.proposeClose, {
    id,
    closesAt: soon.toISOString(),
    reason: '都投完了',
  });
  await second.call(appraisals.moveClose, { id, proposal });
  await castAs(phone, id, taken, all(taken, '222'), 2);
  await api.clock.set(soon.toISOString());
  const late = { id, pass: taken.pass, revision: 3, sheets: all(taken, '333') };
  await expect(phone.problem(cast, late)).resolves.toBe('poll_closed');
  await expect(other.problem(appraisals.take, { id, village: villageOf('草坪村'), adult: true })).resolves.toBe(
    'poll_closed',
  );
  await passDays(api, 1);
  await expect(api.nobody.call(appraisals.results, { id })).resolves.toMatchObject({
    ballots: { residents: { phone: 1 } },
  });
});

test('not into the past, not to where it is, not once it is shut, and not another proposal than the one that was seen', async () => {
  const id = await opened();
  const [first, second] = await office();
  const { draft } = await first.call(appraisals.preparation, { id });
  const propose = (closesAt: string) => first.problem(appraisals.proposeClose, { id, closesAt, reason: REASON });
  await expect(propose(at(-1))).resolves.toBe('close_past');
  await expect(propose(draft.closesAt)).resolves.toBe('close_past');
  const one = await first.call(appraisals.proposeClose, { id, closesAt: at(3), reason: REASON });
  await first.call(appraisals.proposeClose, { id, closesAt: at(4), reason: REASON });
  await expect(second.problem(appraisals.moveClose, { id, proposal: one.proposal })).resolves.toBe('campaign_changed');
  await expect(
    (await api.signedIn('clerk')).problem(appraisals.proposeClose, { id, closesAt: at(3), reason: REASON }),
  ).resolves.toBe('not_allowed');
  await api.clock.set(at(10));
  const [again] = await office();
  await expect(again.problem(appraisals.proposeClose, { id, closesAt: at(20), reason: REASON })).resolves.toBe(
    'close_past',
  );
  await api.runSchedules();
  await expect(again.problem(appraisals.proposeClose, { id, closesAt: at(20), reason: REASON })).resolves.toBe(
    'poll_closed',
  );
});

test('a proposal is taken back by either of the two: nothing moves, it is kept, and who agrees to it hears that it is gone', async () => {
  const id = await opened();
  const [first, second] = await office();
  const before = await first.call(appraisals.preparation, { id });
  expect(before.acts).not.toContain('withdraw_close');
  for (const who of [first, second]) {
    const { proposal } = await first.call(appraisals.proposeClose, { id, closesAt: at(13), reason: REASON });
    expect((await who.call(appraisals.preparation, { id })).acts).toContain('withdraw_close');
    await expect(who.call(appraisals.withdrawClose, { id, proposal })).resolves.toEqual({
      closesAt: before.draft.closesAt,
    });
    await expect(second.problem(appraisals.moveClose, { id, proposal })).resolves.toBe('close_withdrawn');
    await expect(first.problem(appraisals.withdrawClose, { id, proposal })).resolves.toBe('close_withdrawn');
  }
  const after = await second.call(appraisals.preparation, { id });
  expect(after).toMatchObject({ draft: before.draft, closing: null, closings: [], acts: ['propose_close'] });
  expect(after.events.slice(before.events.length).map(({ kind, name }) => [kind, name])).toEqual([
    ['close_proposed', '管范例'],
    ['close_withdrawn', '管范例'],
    ['close_proposed', '管范例'],
    ['close_withdrawn', '林试样'],
  ]);
});

test('the same withdrawal sent again is answered the same and written once; a proposal after it stands on its own', async () => {
  const id = await opened();
  const [first, second] = await office();
  const gone = await first.call(appraisals.proposeClose, { id, closesAt: at(3), reason: REASON });
  const key = v4();
  const once = await second.call(appraisals.withdrawClose, { id, ...gone }, { key });
  await expect(second.call(appraisals.withdrawClose, { id, ...gone }, { key })).resolves.toEqual(once);
  const { proposal } = await first.call(appraisals.proposeClose, { id, closesAt: at(4), reason: REASON });
  await expect(second.problem(appraisals.moveClose, { id, ...gone })).resolves.toBe('close_withdrawn');
  await expect(second.call(appraisals.moveClose, { id, proposal })).resolves.toEqual({ closesAt: at(4) });
  await expect(first.problem(appraisals.withdrawClose, { id, proposal })).resolves.toBe('campaign_changed');
  const { events } = await first.call(appraisals.preparation, { id });
  expect(events.filter(({ kind }) => kind === 'close_withdrawn')).toHaveLength(1);
});

test('agreed to and taken back at one time, one of the two holds and the other is told', async () => {
  const [first, second] = await office();
  for (let round = 0; round < 5; round++) {
    const id = await opened();
    const { proposal } = await first.call(appraisals.proposeClose, { id, closesAt: at(13), reason: REASON });
    const ends = await Promise.allSettled([
      second.call(appraisals.moveClose, { id, proposal }),
      first.call(appraisals.withdrawClose, { id, proposal }),
    ]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { closings, closing, draft } = await first.call(appraisals.preparation, { id });
    const moved = ends[0].status === 'fulfilled';
    expect([closings?.length, closing, draft.closesAt === at(13)]).toEqual([moved ? 1 : 0, null, moved]);
  }
});

test('nobody but the office takes one back, nobody a proposal that never was, and nothing once the box is shut', async () => {
  const id = await opened();
  const [first, second] = await office();
  const { proposal } = await first.call(appraisals.proposeClose, { id, closesAt: at(13), reason: REASON });
  const clerk = await api.signedIn('clerk');
  await expect(clerk.problem(appraisals.withdrawClose, { id, proposal })).resolves.toBe('not_allowed');
  await expect(second.problem(appraisals.withdrawClose, { id, proposal: v4() })).resolves.toBe('campaign_changed');
  await api.clock.set(at(10));
  await api.runSchedules();
  const [again] = await office();
  await expect(again.problem(appraisals.withdrawClose, { id, proposal })).resolves.toBe('poll_closed');
});
