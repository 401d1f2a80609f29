import * as assignments from '../../../shared/assignments/contract';
import * as promises from '../../../shared/promises/contract';
import * as requests from '../../../shared/requests/contract';
import * as suggestions from '../../../shared/suggestions/contract';
import { testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import { seedAppraisals } from './appraisals';
import { seedDepartments } from './departments';
import { seedStory } from './story';

/** What a stranger finds in the demo (`npm start`): no list of the desk and no page of the phone about these is empty. */
const api = testApi();
const phones: Record<string, TestPhone> = {};
const as = (key: string) => phones[key] as TestPhone;

beforeAll(async () => {
  await seedDepartments(api.services);
  await seedStory(api.services);
  await seedAppraisals(api.services);
  // As `npm start` does at once.
  await api.runSchedules();
  for (const key of ['chen', 'lin', 'xu', 'mao', 'wu', 'clerk', 'admin', 'lu', 'fang'])
    phones[key] = await api.signedIn(key);
});

const titles = async (box: suggestions.Box) =>
  (await as('admin').call(suggestions.desk, { box })).items.map(({ title }) => title);

test('suggestions lie in every box of the office but the late one', async () => {
  const { boxes } = await as('admin').call(suggestions.counts, {});
  expect(boxes).toEqual({ to_assign: 2, working: 3, soon: 1, late: 0, answered: 1, to_meet: 1, marked: 1, ended: 2 });
  expect(await titles('to_assign')).toEqual(['村卫生室周末有人值班', '村里的老年食堂周末也开门']);
  expect(await titles('to_meet')).toEqual(['招贤镇老街接上污水管']);
  const ended = (await as('admin').call(suggestions.desk, { box: 'ended' })).items;
  expect(ended.map(({ state, outcome }) => [state, outcome])).toEqual([
    ['redirected', null],
    ['closed', 'rated'],
  ]);
});

test('a deputy has one to sign, one to rate, one to answer a question in, and one of each other kind', async () => {
  const { items } = await as('xu').call(suggestions.mine, {});
  const states = items.map(({ state, viewer, waits }) => `${viewer} ${state}${waits ? ' waits' : ''}`);
  expect(states.sort()).toEqual([
    'cosigner draft waits',
    'lead answered waits',
    'lead closed',
    'lead draft waits',
    'lead submitted',
    'lead with_department',
    'lead with_department waits',
  ]);
  const again = items.find(({ round }) => round === 2);
  expect(await as('xu').call(suggestions.show, { id: again?.id ?? '' })).toMatchObject({
    asked: { what: 'question' },
    rating: { result: 'dissatisfied' },
    may: expect.arrayContaining(['reply']),
  });
  await api.verifyPhone(as('wu'), 'wu');
  const { items: first } = await as('wu').call(suggestions.mine, {});
  expect(first.map(({ viewer, state }) => `${viewer} ${state}`)).toContain('cosigner draft');
});

test('residents see their matters move in two of them, and departments have something of each to do', async () => {
  const { items } = await as('lin').call(requests.mine, { state: 'with_deputy' });
  const moving = await Promise.all(
    items.map(async ({ id }) => (await as('lin').call(suggestions.ofRequest, { id })).suggestions),
  );
  expect(moving.flat().map(({ title, state }) => [title, state])).toEqual(
    expect.arrayContaining([
      ['上新屋、坎下接通自来水', 'with_department'],
      ['村卫生室周末有人值班', 'submitted'],
    ]),
  );
  const { items: asked } = await as('fang').call(assignments.parts, { box: 'open' });
  expect(asked.map(({ title }) => title)).toContain('上新屋、坎下接通自来水');
});

test('the station has one matter of three, one that is said to be the same, one at 12345 and one of two departments; the office has the report', async () => {
  const listed = async (key: string, box: (typeof requests.BOXES)[number]) =>
    (await as(key).call(requests.worklist, { box })).items;
  const page = (key: string, id = '') => as(key).call(requests.follow, { id });
  expect((await listed('clerk', 'said_same')).map(({ title }) => title)).toEqual([expect.stringContaining('水渠上头')]);
  const [pending] = await listed('clerk', 'at_hotline');
  expect(pending?.hotlineNumber).toMatch(/^GD\d{13}$/);
  const lead = (await listed('clerk', 'open')).find(({ title }) => title.startsWith('老街到菜场'));
  const { together = [], events } = await page('clerk', lead?.id);
  expect(together).toHaveLength(2);
  expect(events.map(({ kind }) => kind)).toContain('lost');
  const parts = (await listed('clerk', 'open')).find(({ title }) => title.startsWith('集镇人行道'));
  expect((await page('lu', parts?.id)).parts).toEqual([
    expect.objectContaining({ departmentName: '县交通运输局', kind: 'part', state: 'given' }),
  ]);
  expect(await listed('admin', 'with_office')).toHaveLength(1);
  expect(await listed('clerk', 'with_office')).toEqual([]);
});

test('a department has reported on two years of promises, and who is asked may rate it', async () => {
  const { year, reports } = await as('admin').call(promises.reports, {});
  expect([year, reports.map(({ departmentName, state }) => [departmentName, state])]).toEqual([
    2026,
    [
      ['县住建局', 'open'],
      ['县交通运输局', 'handed_in'],
    ],
  ]);
  const { id } = reports[1] ?? { id: '' };
  expect(await as('xu').call(promises.report, { id })).toMatchObject({ asked: true, acts: ['rate'] });
});

test('on the notice board stands what a department reported last year, rated', async () => {
  const { year, reports } = await api.nobody.call(promises.publicReports, {});
  expect([year, reports]).toMatchObject([
    2025,
    [{ departmentName: '县住建局', made: 3, figures: { kept: 2, kept_late: 1 }, tally: { basically: 1, given: 1 } }],
  ]);
  expect((await api.nobody.call(promises.publicReport, { id: reports[0]?.id ?? '' })).words).toContain('老街的三件事');
});
