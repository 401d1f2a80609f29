import * as assignments from '../../shared/assignments/contract';
import { dayOf } from '../../shared/kernel/days';
import * as promises from '../../shared/promises/contract';
import * as suggestions from '../../shared/suggestions/contract';
import { seedDepartments } from '../local/seed/departments';
import { dayIn } from '../promises/testing/promise';
import { handIn, reportMade } from '../promises/testing/report';
import { testApi } from '../testing/api';
import { assigned, castOf, heldBy, seedCosigners } from './testing/suggestion';

/** What a department promises with the answer to a suggestion is in the ledger, and its lead rates the report of it. */
const api = testApi();
const PIPE = '坎下七户的水管接通';

beforeAll(async () => {
  await seedDepartments(api.services);
  await seedCosigners(api);
});

test('class B of a suggestion promises; whoever signed follows it, and the lead is asked at the end of the year', async () => {
  const cast = await castOf(api);
  const { id } = await assigned(cast);
  const today = dayOf(api.clock.now());
  await cast.lu.call(suggestions.contact, { id, on: today, way: 'visit', words: '在村口看了水管。' });
  const answer = { ...(await heldBy(cast.lu, id)), resultClass: 'B' as const, words: '管子已过桥，坎下明年三月通。' };
  expect(
    await cast.lu.problem(assignments.answer, { ...answer, promises: [{ words: PIPE, dueOn: '2026-02-31' }] }),
  ).toBe('promise_day_bad');
  await cast.lu.call(assignments.answer, { ...answer, promises: [{ words: PIPE, dueOn: dayIn(api, 90) }] });
  const { promises: made } = await cast.lu.call(promises.mine, {});
  const promise = made.find(({ words }) => words === PIPE);
  expect(promise).toMatchObject({ state: 'promised', source: expect.stringMatching(/^闭会建议 \d{4}-\d+ 号$/) });
  const one = { id: promise?.id ?? '' };
  for (const phone of [cast.xu, cast.lin, cast.admin]) {
    const shown = await phone.call(promises.shownToFollower, one);
    expect(shown).toMatchObject({ words: PIPE, subject: { context: 'suggestions', id } });
  }
  expect(await cast.mao.problem(promises.shownToFollower, one)).toBe('not_found');
  expect(await api.nobody.problem(promises.shown, one)).toBe('not_found');
  const report = await reportMade(api, { department: '县住建局', state: 'open', year: Number(today.slice(0, 4)) });
  expect(await handIn(cast.lu, report.id)).toMatchObject({ state: 'handed_in', deputies: 1 });
  expect(await cast.xu.call(promises.report, { id: report.id })).toMatchObject({ asked: true, acts: ['rate'] });
  expect(await cast.lin.problem(promises.report, { id: report.id })).toBe('not_found');
});
