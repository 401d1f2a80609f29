import * as appraisals from '../../shared/appraisals/contract';
import { ALL } from '../../shared/voting/outcome';
import { testApi } from '../testing/api';
import {
  all,
  castAs,
  deputies,
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
import { verify } from './testing/verify';

const api = testApi();
const WEIGHTS = { residents: 60, deputies: 40 };
let departments: string[];

beforeAll(async () => {
  departments = await withDepartments(api);
  await offices(api);
});

const office = async () => [await api.signedIn('admin'), await api.signedIn('lin')] as const;
const draft = (changes: Partial<appraisals.Draft> = {}) =>
  draftOf(departments, inDays(api, 10), { weights: WEIGHTS, ...changes });
const prepared = async (changes: Partial<appraisals.Draft> = {}) => {
  const [first] = await office();
  const { id, version } = await first.call(appraisals.create, { draft: draft(changes) });
  const write = (draft: appraisals.Draft) => first.problem(appraisals.edit, { id, version, draft });
  const edit = (draft: appraisals.Draft) => first.call(appraisals.edit, { id, version, draft });
  return { id, write, edit, now: async () => (await first.call(appraisals.preparation, { id })).draft };
};

/** What is published where so many of each side say the same of all departments. */
async function publishedOf(
  said: { residents: readonly string[]; deputies: readonly string[] },
  changes: Partial<appraisals.Draft> = {},
) {
  const id = await openCampaign(api, await office(), draft(changes));
  const sides = [
    [await residents(api, numbers(said.residents.length)), said.residents],
    [await deputies(api, said.deputies.length), said.deputies],
  ] as const;
  for (const [people, answers] of sides)
    for (const [at, phone] of people.entries()) {
      const taken = await takeAs(phone, id);
      await castAs(phone, id, taken, all(taken, answers[at] ?? ''));
    }
  await passDays(api, 11);
  const { url } = await api.nobody.call(appraisals.file, { id });
  return {
    id,
    results: await api.nobody.call(appraisals.results, { id }),
    file: await (await fetch(url)).text(),
  };
}

const many = (count: number, answers: string) => Array<string>(count).fill(answers);

describe('weighed', () => {
  let vote: Awaited<ReturnType<typeof publishedOf>>;
  beforeAll(async () => {
    vote = await publishedOf({
      residents: [...many(24, '111'), ...many(8, '331')],
      deputies: [...many(10, '221'), ...many(10, '331')],
    });
  });

  test('one figure beside both, which stay apart as they were', () => {
    const { results } = vote;
    expect(results.weights).toEqual(WEIGHTS);
    // 75.0 of residents and 50.0 of deputies: .6 × 75 + .4 × 50.
    const share = { residents: 750, deputies: 500 };
    expect(results.weighted?.filter(({ subject }) => subject === 0)).toEqual(
      [ALL, 0, 1].map((question) => ({ subject: 0, question, share, weighted: 650 })),
    );
    expect(results.outcomes?.filter(({ subject, question }) => subject === 0 && question === ALL)).toEqual([
      { electorate: 'residents', subject: 0, question: ALL, word: '满意' },
      { electorate: 'deputies', subject: 0, question: ALL, word: '没有定' },
    ]);
  });

  test('the weights are frozen, and whoever counts again finds the figure', () => {
    const { file } = vote;
    expect(file).toContain('"weights":{"deputies":40,"residents":60}');
    expect(file).toMatch(/^W 0 -1 650$/m);
    const { words } = verify(file);
    expect(words).toContain('都对得上。');
    expect(words).toContain('县教育局｜折算：65');
    expect(verify(file.replace('W 0 -1 650', 'W 0 -1 660')).words).toContain('W 0 -1：折算是 650');
    expect(verify(file.replace('W 0 -1 650', 'W 0 -1 -')).words).toContain('W 0 -1：折算是 650');
    expect(verify(file.replace('"residents":60', '"residents":61')).words).toContain('折算是');
    expect(verify(file.replaceAll(/^W .*\n/gm, '')).words).toContain('W：折算的数不齐');
  });

  test('it stands in the report of the county', async () => {
    const [first] = await office();
    const { report } = await first.call(appraisals.report, { id: vote.id });
    const rows = report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((one) => (one.kind === 'table' ? one.rows : [])),
    );
    expect(rows.map(({ cells }) => cells)).toContainEqual(['县教育局', '75.0%', '50.0%', '65.0%']);
  });

  test('nobody changes them once it is open', async () => {
    const [first] = await office();
    const id = await openCampaign(api, await office(), draft());
    const { version } = await first.call(appraisals.preparation, { id });
    const weights = { residents: 50, deputies: 50 };
    const changed = { id, version, draft: draft({ weights }) };
    await expect(first.problem(appraisals.edit, changed)).resolves.toBe('campaign_frozen');
  });
});

test('where one side is too few there is no figure, and nothing tells what is hidden', async () => {
  const { results, file } = await publishedOf({ residents: many(20, '111'), deputies: many(3, '331') });
  const found = results.weighted?.filter(({ question }) => question === ALL) ?? [];
  expect(found).toHaveLength(departments.length);
  for (const one of found)
    expect(one).toMatchObject({ share: { residents: 1000, deputies: 'hidden' }, weighted: 'hidden' });
  expect(file).toMatch(/^W 0 -1 -$/m);
  expect(verify(file).words).toContain('都对得上。');
  expect(verify(file.replace('W 0 -1 -', 'W 0 -1 600')).words).toContain('W 0 -1：折算是 -');
});

test('where everybody chose 不了解 there is nothing to weigh', async () => {
  const { results, file } = await publishedOf({ residents: many(20, '441'), deputies: many(12, '111') });
  expect(results.weighted?.[0]).toMatchObject({ share: { residents: 'none', deputies: 1000 }, weighted: 'none' });
  expect(verify(file).words).toContain('都对得上。');
});

test('a county that says nothing has none', async () => {
  const { results, file } = await publishedOf({ residents: many(6, '111'), deputies: [] }, { weights: null });
  expect([results.weights, results.weighted]).toEqual([undefined, undefined]);
  expect(file).not.toMatch(/weights|^W /m);
  expect(verify(file).words).toContain('都对得上。');
});

describe('what is written wrong is told', () => {
  test.each([
    [{ residents: 60, deputies: 30 }, 'weights_not_100'],
    [{ residents: 100, deputies: 0 }, 'weights_not_100'],
    [{ residents: 60.5, deputies: 39.5 }, 'invalid_input'],
    [{ residents: 120, deputies: -20 }, 'invalid_input'],
  ])('%o', async (weights, problem) => {
    const [first] = await office();
    await expect(first.problem(appraisals.create, { draft: draft({ weights }) })).resolves.toBe(problem);
    const { write } = await prepared();
    await expect(write(draft({ weights }))).resolves.toBe(problem);
  });

  test('one electorate alone', async () => {
    const [first] = await office();
    const alone = draft({ electorates: ['residents'] });
    await expect(first.problem(appraisals.create, { draft: alone })).resolves.toBe('weights_one_side');
    const { write } = await prepared();
    await expect(write(alone)).resolves.toBe('weights_one_side');
  });
});

test('they can be taken back; a desk of yesterday leaves them, and weighs nothing where it asks one side', async () => {
  const { weights: _, ...older } = draft({ title: '改过的名目' });
  const kept = await prepared();
  await kept.edit(older);
  expect(await kept.now()).toMatchObject({ title: '改过的名目', weights: WEIGHTS });
  const back = await prepared();
  await back.edit(draft({ weights: null }));
  expect((await back.now()).weights).toBeNull();
  const alone = await prepared();
  await alone.edit({ ...older, electorates: ['deputies'] });
  expect((await alone.now()).weights).toBeUndefined();
});
