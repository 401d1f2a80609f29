import * as appraisals from '../../shared/appraisals/contract';
import { cast } from '../../shared/voting/contract';
import { clockCall } from '../platform/call';
import { COUNTY, testApi, villageOf } from '../testing/api';
import type { TestPhone } from '../testing/phone';
import { finish } from '../voting/finish';
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

const KEPT_MS = 61_000;
const api = testApi();
let departments: string[];

beforeAll(async () => {
  departments = await withDepartments(api);
  await offices(api);
});

/** An open appraisal, six people of one village, and their ballots in its box. */
async function voted() {
  const closesAt = inDays(api, 10);
  const id = await openCampaign(
    api,
    [await api.signedIn('admin'), await api.signedIn('lin')],
    draftOf(departments, closesAt, { electorates: ['residents'], threshold: 3 }),
  );
  const people = await residents(api, numbers(6));
  for (const phone of people) await castAs(phone, id, await takeAs(phone, id), []);
  return { id, closesAt, people: people as [TestPhone, ...TestPhone[]] };
}

const lose = (id: string, kind: 'link' | 'seal') => api.services.storage.remove(`keys/${COUNTY}/${id}-${kind}`);
const stateOf = async (id: string) => (await (await api.signedIn('admin')).call(appraisals.preparation, { id })).state;

/** Somebody who is signed in now. */
async function voter(): Promise<TestPhone> {
  const [phone] = await residents(api, ['13800300001']);
  if (!phone) throw new Error('nobody to vote');
  return phone;
}

test.each(['link', 'seal'] as const)('a lost %s key is said to who votes, and no ballot is taken', async (kind) => {
  const { id, people } = await voted();
  const [phone] = people;
  const taken = await takeAs(phone, id);
  await lose(id, kind);
  await api.clock.advance(KEPT_MS);
  const ballot = { id, pass: taken.pass, revision: taken.revision + 1, sheets: all(taken, '111') };
  await expect(phone.problem(cast, ballot)).resolves.toBe('poll_key_lost');
  await expect(
    (await voter()).problem(appraisals.take, { id, village: villageOf('草坪村'), adult: true }),
  ).resolves.toBe('poll_key_lost');
});

test('without the link key what was cast before is counted all the same', async () => {
  const { id } = await voted();
  await lose(id, 'link');
  await passDays(api, 11);
  const { ballots } = await api.nobody.call(appraisals.results, { id });
  expect(ballots.residents).toEqual({ phone: 6, paper: 0, blank: 6 });
});

test('one that counts and destroys the key while another asks for it: no key is called lost', async () => {
  const { id } = await voted();
  await api.clock.set(inDays(api, 11).toISOString());
  const { storage } = api.services;
  let asked = 0;
  const get: typeof storage.get = async (key, most) => {
    if (key.endsWith(`${id}-seal`) && asked++ === 0)
      await expect(finish(clockCall(api.services, COUNTY), id)).resolves.toBe('counted');
    return storage.get(key, most);
  };
  const call = clockCall({ ...api.services, storage: { ...storage, get } }, COUNTY);
  await expect(finish(call, id)).resolves.toBe('counted');
  expect(asked).toBeGreaterThan(0);
  await api.runSchedules();
  const { ballots } = await api.nobody.call(appraisals.results, { id });
  expect(ballots.residents).toMatchObject({ phone: 6, paper: 0 });
});

test('without the seal key nothing is counted, said or thrown away, and another appraisal is published', async () => {
  const lost = await voted();
  const other = await voted();
  await lose(lost.id, 'seal');
  await passDays(api, 11);
  await expect(stateOf(lost.id)).resolves.toBe('closed');
  await expect(api.nobody.problem(appraisals.results, { id: lost.id })).resolves.toBe('not_found');
  const box = await api.store.owner.inTenant(COUNTY, (tx) =>
    tx.selectFrom('ballot').select('leaf').where('poll_id', '=', lost.id).execute(),
  );
  expect(box).toHaveLength(6);
  const faults = api.log.filter((line) => line.includes('"appraisals.advance"')).map((line) => JSON.parse(line).error);
  expect(new Set(faults)).toEqual(new Set(['VoteKeyLost']));
  await expect(stateOf(other.id)).resolves.toBe('published');
});

test('a clock that jumps ahead and back opens no box again, and one that jumps back before the opening lets nobody in', async () => {
  const { id, closesAt, people } = await voted();
  const taken = await takeAs(people[0], id);
  const now = api.clock.now();
  const ballot = { id, pass: taken.pass, revision: taken.revision + 1, sheets: [] };
  await api.clock.set(new Date(now.getTime() - 60_000).toISOString());
  await expect(people[0].problem(cast, ballot)).resolves.toBe('poll_not_open');
  await api.clock.set(closesAt.toISOString());
  await api.runSchedules();
  await api.clock.set(now.toISOString());
  await expect(people[0].problem(cast, ballot)).resolves.toBe('poll_closed');
});
