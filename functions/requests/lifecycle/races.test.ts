import type { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { ProblemError } from '../../../shared/kernel/problems';
import * as requests from '../../../shared/requests/contract';
import { COUNTY, matterFor, testApi } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';

/** Two things at once: one of them wins, the other hears why not, and the history tells one story. */
const api = testApi();
let chen: TestPhone;
let xu: TestPhone;
let id: string;

beforeAll(async () => {
  chen = await api.signedIn('chen');
  xu = await api.signedIn('xu');
});

beforeEach(async () => {
  ({ id } = await chen.call(requests.submit, matterFor('徐示例')));
});

/** How they end when all of them wait for the same request at once: `ok` or the problem's code, sorted. */
async function atOnce(calls: (() => Promise<unknown>)[]): Promise<string[]> {
  const { owner } = api.store;
  const settled = await owner.inTenant(COUNTY, async (tx) => {
    await sql`select 1 from request where id = ${id} for update`.execute(tx);
    const started = Promise.allSettled(calls.map((call) => call()));
    while ((await countWaiting()) < calls.length) await sleep(2);
    return { started };
  });
  const ends = await settled.started;
  return ends.map((one) => (one.status === 'fulfilled' ? 'ok' : (one.reason as ProblemError).code)).sort();
}

async function countWaiting(): Promise<number> {
  const { rows } = await api.store.owner.withoutTenant((tx) =>
    sql<{ waiting: number }>`
      select count(*) as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(tx),
  );
  return rows[0]?.waiting ?? 0;
}

const answer = (words = '明天去看。') => xu.call(requests.answer, { id, words });
const rate = (outcome: 'solved' | 'partly' | 'not_solved', round = 1) =>
  chen.call(requests.rate, { id, round, outcome });
const kinds = async () => (await chen.call(requests.follow, { id })).events.map(({ kind }) => kind).reverse();

test('answers at once: each is there, the last stands, and the round is one', async () => {
  const all = await atOnce(['一一', '二二', '三三'].map((words) => () => answer(words)));
  expect(all).toEqual(['ok', 'ok', 'ok']);
  expect(await kinds()).toEqual(['submitted', 'registered', 'answered', 'answered', 'answered']);
  expect(await chen.call(requests.follow, { id })).toMatchObject({ state: 'answered', round: 1 });
});

test('ratings at once: one is the word, and after “solved” only “not solved” is another', async () => {
  await answer();
  const said = await atOnce([() => rate('solved'), () => rate('not_solved'), () => rate('partly')]);
  const words = (await kinds()).filter((kind) => /solved|partly/.test(kind));
  expect(said.filter((end) => end === 'ok')).toHaveLength(words.length);
  expect(['solved', 'solved not_solved_after_all', 'partly', 'not_solved']).toContain(words.join(' '));
  const { state } = await chen.call(requests.follow, { id });
  expect(state).toBe(words.at(-1) === 'solved' ? 'closed' : 'with_deputy');
});

test('a rating written for the first answer does not hit the second', async () => {
  await answer();
  await rate('not_solved');
  const [late, fresh] = await atOnce([() => answer('又去看了。'), () => rate('solved', 1)]);
  expect(['answer_changed', 'not_waiting_for_rating']).toContain(late);
  expect(fresh).toBe('ok');
  expect(await chen.problem(requests.rate, { id, round: 1, outcome: 'solved' })).toBe('answer_changed');
  expect(await chen.call(requests.follow, { id })).toMatchObject({ state: 'answered', round: 2 });
});

test('opened eight times at once is opened once, by the deputy and by the resident', async () => {
  await atOnce(Array.from({ length: 8 }, () => () => xu.call(requests.open, { id })));
  await answer();
  await atOnce(Array.from({ length: 8 }, () => () => chen.call(requests.open, { id })));
  expect(await kinds()).toEqual(['submitted', 'registered', 'opened', 'answered', 'read']);
});

test('requests that draw the same tracking number at once all get one of their own', async () => {
  const crypto = jest.requireActual<{ randomInt: (below: number) => number }>('node:crypto');
  const draw: typeof randomInt = crypto.randomInt as typeof randomInt;
  let left = 12;
  const drawn = jest.spyOn(crypto, 'randomInt').mockImplementation((below) => {
    if (below !== 90_000_000) return draw(below);
    left -= 1;
    return left > 0 ? 4_711 : draw(below);
  });
  const sent = await Promise.all(Array.from({ length: 6 }, () => chen.call(requests.submit, matterFor('徐示例'))));
  expect(drawn.mock.calls.filter(([below]) => below === 90_000_000).length).toBeGreaterThan(12);
  drawn.mockRestore();
  expect(new Set(sent.map(({ trackingNumber }) => trackingNumber)).size).toBe(6);
  expect(sent.map(({ trackingNumber }) => trackingNumber)).toContain('100047113');
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ events: number }>`
      select count(*) as events from request_event where request_id in (${sql.join(sent.map((one) => one.id))}) group by request_id`.execute(
      tx,
    ),
  );
  expect(rows.map(({ events }) => events)).toEqual([2, 2, 2, 2, 2, 2]);
});
