import * as appraisals from '../../shared/appraisals/contract';
import { testApi } from '../testing/api';
import type { TestPhone } from '../testing/phone';
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
let office: [TestPhone, TestPhone];

beforeAll(async () => {
  departments = await withDepartments(api);
  office = await offices(api);
});

const closing = () => inDays(api, 10);

test('the desk knows how many there are to ask; a deputy and a clerk see what they try, until it opens', async () => {
  const [first, second] = office;
  const { residents: people, deputies } = await first.call(appraisals.rolls, {});
  expect(people).toBeGreaterThan(0);
  expect(deputies).toBeGreaterThan(0);
  const draft = draftOf(departments, closing(), { asks: 2 });
  const { id, version } = await first.call(appraisals.create, { draft });
  const mao = await api.signedIn('mao');
  const { questions } = draft;
  const seen = { title: draft.title, version, asks: 2, questions, people: 0 };
  await expect(mao.call(appraisals.trial, { id })).resolves.toMatchObject(seen);
  await mao.call(appraisals.tryOut, { id, version, elder: true });
  const clerk = await api.signedIn('clerk');
  const shown = await clerk.call(appraisals.trial, { id });
  expect(shown.people).toBe(1);
  expect(shown.subjects.map(({ id, about }) => [id, about])).toEqual(departments.map((one) => [one, '管这些事']));
  await second.call(appraisals.drop, { id, version });
  await expect(clerk.problem(appraisals.trial, { id })).resolves.toBe('campaign_not_open');
});

test('nothing of a count before the close; after it the box and the count agree, beside the moments of both', async () => {
  const id = await openCampaign(api, office, draftOf(departments, closing(), { threshold: 4 }));
  for (const phone of await residents(api, numbers(5))) {
    const taken = await takeAs(phone, id);
    await castAs(phone, id, taken, all(taken, '111'));
  }
  const open = await office[0].call(appraisals.preparation, { id });
  expect(open.count).toBeNull();
  const before = await office[0].call(appraisals.turnout, { id });
  expect(before).toMatchObject({ state: 'open', threshold: 4 });
  expect(before.stations.map(({ phone }) => phone)).toContain(5);
  await passDays(api, 11);
  const admin = await api.signedIn('admin');
  const { count, state } = await admin.call(appraisals.preparation, { id });
  expect(state).toBe('published');
  expect(count).toMatchObject({ inBox: 5, counted: 5 });
  expect(Date.parse(count?.keyDestroyedAt ?? '')).toBeLessThanOrEqual(Date.parse(count?.countedAt ?? ''));
  expect(Date.parse(count?.keyDestroyedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(open.draft.closesAt));
  // The box is empty now: how many came where is still known.
  await expect(admin.call(appraisals.turnout, { id })).resolves.toEqual({ ...before, state: 'published' });
});
