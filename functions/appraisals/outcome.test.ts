import * as appraisals from '../../shared/appraisals/contract';
import { ALL, percentOutcome, USUAL_OUTCOME } from '../../shared/voting/outcome';
import { testApi } from '../testing/api';
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
const draft = (changes: Partial<appraisals.Draft> = {}) =>
  draftOf(departments, inDays(api, 10), { electorates: ['residents'], ...changes });

/** What is published where so many residents each say the same of all departments. */
async function publishedOf(answers: readonly string[], changes: Partial<appraisals.Draft> = {}) {
  const id = await openCampaign(api, await office(), draft(changes));
  const people = await residents(api, numbers(answers.length));
  for (const [at, phone] of people.entries()) {
    const taken = await takeAs(phone, id);
    await castAs(phone, id, taken, all(taken, answers[at] ?? ''));
  }
  await passDays(api, 11);
  return api.nobody.call(appraisals.results, { id });
}

const many = (count: number, answers: string) => Array<string>(count).fill(answers);
const wordsIn = ({ outcomes = [] }: { outcomes?: { question: number; word: string }[] }, question: number) => [
  ...new Set(outcomes.filter((one) => one.question === question).map(({ word }) => word)),
];

test('of 20 people exactly half is no majority: nothing is decided; one more decides', async () => {
  const even = await publishedOf([...many(10, '111'), ...many(10, '331')]);
  expect(wordsIn(even, ALL)).toEqual(['没有定']);
  expect(even.outcome).toEqual(USUAL_OUTCOME);
  expect(wordsIn(await publishedOf([...many(11, '111'), ...many(10, '331')]), ALL)).toEqual(['满意']);
  const apart = await publishedOf([...many(11, '121'), ...many(10, '331')]);
  expect([ALL, 0, 1].map((question) => wordsIn(apart, question))).toEqual([['基本满意'], ['满意'], ['基本满意']]);
});

test('everyone chooses 不了解: nothing is decided, and it is shown how many they were', async () => {
  const results = await publishedOf(many(12, '441'));
  expect(wordsIn(results, ALL)).toEqual(['没有定']);
  const shown = results.counts.find(
    ({ station, question, answer, subject }) => station === -1 && question === 0 && answer === 4 && subject === 0,
  );
  expect(shown?.count).toBe(12);
});

test('three people who all say the same: no number, and no word that would tell', async () => {
  const results = await publishedOf(many(3, '111'));
  expect(results.counts.filter(({ count, question }) => count > 0 && question >= 0)).toEqual([]);
  expect(wordsIn(results, ALL)).toEqual(['不公布']);
});

test('a rule of the county’s own: of all who voted, by 80 and 60 percent', async () => {
  const outcome = percentOutcome('present', 80, 60);
  const results = await publishedOf([...many(12, '111'), ...many(8, '441')], { outcome });
  expect(results.outcome).toEqual(outcome);
  expect(wordsIn(results, ALL)).toEqual(['基本满意']);
});

test('a desk of yesterday writes the rest anew, and the rule stays', async () => {
  const [first] = await office();
  const outcome = percentOutcome('valid', 90, 70);
  const { id, version } = await first.call(appraisals.create, { draft: draft({ outcome }) });
  const { outcome: _, ...older } = draft({ title: '改过的名目' });
  await first.call(appraisals.edit, { id, version, draft: older });
  const now = await first.call(appraisals.preparation, { id });
  expect(now.draft).toMatchObject({ title: '改过的名目', outcome });
});

test('where each is asked about a drawn few, 全体 is nobody’s number, and such a rule opens nothing', async () => {
  const [first] = await office();
  const outcome = { ...USUAL_OUTCOME, of: 'roll' as const };
  const { id, version } = await first.call(appraisals.create, { draft: draft({ outcome, asks: 2 }) });
  await expect(first.problem(appraisals.approve, { id, version })).resolves.toBe('outcome_unknown');
  const next = await first.call(appraisals.edit, { id, version, draft: draft({ outcome }) });
  await expect(first.problem(appraisals.approve, { id, version: next.version })).resolves.toBe('campaign_untried');
});
