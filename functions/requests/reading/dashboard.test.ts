import { sql } from 'kysely';
import { addDays, dayOf, daysBetween, SOON_DAYS } from '../../../shared/kernel/days';
import { monthOf } from '../../../shared/kernel/months';
import type { Figures } from '../../../shared/requests/contract';
import * as contract from '../../../shared/requests/contract';
import { ANSWERS } from '../../../shared/requests/lifecycle';
import { ANSWERED, isIn, QUESTIONED, UNDER_WAY, WITH_HOTLINE } from '../../../shared/requests/states';
import { allSchedules } from '../../app';
import type { Tx } from '../../platform/database';
import { runSchedule } from '../../platform/schedules';
import { COUNTY, matterFor, testApi, villageOf } from '../../testing/api';
import type { TestPhone } from '../../testing/phone';
import { putOff, recodeVillages } from '../queries/counties';
import { castOf, DEPUTIES } from '../testing/cast';
import { openDoor } from '../testing/door';
import { toldOf } from '../testing/history';
import { type Means, serveUntil } from '../testing/story';
import { inTurns } from '../testing/turns';
import { look, randomFrom, setOut, takeStep, type Walk } from '../testing/walks';
import { figuresOf } from './figures';

const api = testApi();
const SEED = Number(process.env.WALK_SEED ?? 822_330);
const DAY_MS = 86_400_000;
let means: Means;
let walks: Walk[];
/** How far departments said they were, by the event. */
let classes: Map<string, string | null>;

const run = async (...names: string[]) => {
  for (const [name, schedule] of Object.entries(await allSchedules()))
    if (names.includes(name)) await runSchedule(name, schedule, api.services);
};

beforeAll(async () => {
  const { sides } = await castOf(api);
  means = { api, door: openDoor(api.services), sides };
  await api.verifyPhone(await api.signedIn('xin'), 'xin');
  for (const id of Object.values(DEPUTIES)) await serveUntil(api, id, addDays(dayOf(api.clock.now()), 700));
  api.clock.advance(DAY_MS);
  const random = randomFrom(SEED);
  walks = [];
  for (let part = 0; part < 5; part += 1) {
    walks.push(...(await inTurns(Array.from({ length: 8 }).keys(), (n) => setOut(means, SEED + part * 8 + n))));
    for (let step = 0; step < 4; step += 1) {
      await inTurns(walks, async (walk) => {
        walk.page = await look(means, walk.id);
        await takeStep(means, walk);
      });
      api.clock.advance(DAY_MS * (random(4) === 0 ? 31 : random(9)));
      await run('requests.lapse', 'requests.recuse', ...(random(2) ? ['requests.add-figures'] : []));
    }
  }
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ id: string; class: string | null }>`select id, detail ->> 'resultClass' as class from request_event`.execute(
      tx,
    ),
  );
  classes = new Map(rows.map((row) => [row.id, row.class]));
  walks = await inTurns(walks, async (walk) => ({ ...walk, page: await look(means, walk.id) }));
}, 600_000);

/** Counted anew from the histories, one request after the other. */
function recount(all: readonly Walk[]): Figures {
  const today = dayOf(api.clock.now());
  const lives = all.map(({ sent, page }) => {
    const { state, outcome } = toldOf(sent, page.events);
    const oldest = [...page.events].reverse();
    const answers = oldest.filter(({ kind }) => ANSWERS.includes(kind));
    const says = answers.filter(({ id }) => (classes.get(id) ?? 'A') === 'A');
    const came = dayOf(new Date(oldest[0]?.at ?? ''));
    const took = answers[0] ? daysBetween(came, dayOf(new Date(answers[0].at))) : null;
    return { state, outcome, claimed: says.length > 0, took, late: page.clock.dueOn < today };
  });
  const count = (fits: (life: (typeof lives)[number]) => boolean) => lives.filter(fits).length;
  const took = lives.flatMap((life) => life.took ?? []).sort((a, b) => a - b);
  const within = (share: number) =>
    took.find((days) => took.filter((one) => one <= days).length >= took.length * share) ?? null;
  const underWay = count(({ state }) => isIn(state, UNDER_WAY));
  return {
    received: lives.length,
    underWay,
    late: count(({ state, late }) => isIn(state, UNDER_WAY) && late),
    atHotline: count(({ state }) => isIn(state, WITH_HOTLINE)),
    asked: count(({ state }) => isIn(state, QUESTIONED)),
    answered: count(({ state }) => isIn(state, ANSWERED)),
    solved: count(({ outcome }) => outcome === 'solved'),
    partly: count(({ outcome }) => outcome === 'partly'),
    lapsed: count(({ outcome }) => outcome === 'lapsed'),
    withdrawn: count(({ outcome }) => outcome === 'withdrawn'),
    diverted: count(({ outcome }) => outcome === 'diverted'),
    claimed: count(({ claimed }) => claimed),
    again: count(({ took, state }) => took !== null && (isIn(state, UNDER_WAY) || isIn(state, QUESTIONED))),
    everAnswered: took.length,
    median: within(0.5),
    p90: within(0.9),
  };
}

const came = ({ page }: Walk) => dayOf(new Date(page.events.at(-1)?.at ?? ''));
const dashboard = (who: TestPhone, input: object = {}) => who.call(contract.dashboard, input);

test(`whatever happened, each figure is what the histories say, from seed ${SEED} on`, async () => {
  const today = dayOf(api.clock.now());
  const span = { from: monthOf(addDays(today, -700)), to: monthOf(today) };
  for (const folded of [false, true]) {
    if (folded) await run('requests.add-figures');
    const office = await api.signedIn('admin');
    const shown = await dashboard(office, span);
    expect(shown.all).toEqual(recount(walks));
    const { received, underWay, asked, answered, solved, partly, lapsed, withdrawn, diverted } = shown.all;
    expect(received).toBe(underWay + asked + answered + solved + partly + lapsed + withdrawn + diverted);
    expect(shown.all.claimed).toBeGreaterThan(3);
    expect(shown.all.everAnswered).toBeGreaterThanOrEqual(shown.all.claimed);
    for (const { category, figures } of shown.categories)
      expect([category, figures]).toEqual([category, recount(walks.filter(({ page }) => page.category === category))]);
    for (const { month, figures } of shown.months)
      expect([month, figures]).toEqual([month, recount(walks.filter((walk) => monthOf(came(walk)) === month))]);
    for (const { name, figures } of shown.places)
      expect([name, figures]).toEqual([
        name,
        recount(walks.filter(({ page }) => (page.stationName ?? '没有站的') === name)),
      ]);
    const open = walks.filter(({ page }) => isIn(page.state, UNDER_WAY));
    const soon = addDays(today, SOON_DAYS);
    expect(shown.now).toEqual({
      underWay: open.length,
      late: open.filter(({ page }) => page.clock.dueOn < today).length,
      soon: open.filter(({ page }) => page.clock.dueOn >= today && page.clock.dueOn <= soon).length,
    });
    // A station is looked at by villages; a clerk of several sees these first.
    const phone = await api.signedIn('clerk');
    const own = await dashboard(phone, span);
    const here = own.stations.find(({ name }) => name === '草坪村代表联络站');
    const station = await dashboard(phone, { ...span, station: here?.id });
    expect([own.placesAre, station.placesAre]).toEqual(['stations', 'villages']);
    expect(own.all).toEqual(
      recount(walks.filter(({ page }) => own.stations.some(({ name }) => name === page.stationName))),
    );
    expect(station.places.map(({ name, figures }) => [name, figures])).toEqual([['草坪村', station.all]]);
    expect(station.all).toEqual(recount(walks.filter(({ page }) => page.stationName === here?.name)));
    // Of one month alone.
    const month = monthOf(came(walks[20] as Walk));
    const one = await dashboard(office, { from: month, to: month });
    expect(one.all).toEqual(recount(walks.filter((walk) => monthOf(came(walk)) === month)));
  }
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ changes: number; zeros: number }>`select (select count(*) from request_figure_change) as changes,
      (select count(*) from request_figure where count = 0) as zeros`.execute(tx),
  );
  expect(rows).toEqual([{ changes: 0, zeros: 0 }]);
});

test('each figure leads to the list that holds just these', async () => {
  const today = dayOf(api.clock.now());
  const span = { from: monthOf(addDays(today, -700)), to: monthOf(today) };
  const office = await api.signedIn('admin');
  const { all, now, categories } = await dashboard(office, span);
  const listed = async (input: { box: (typeof contract.BOXES)[number]; category?: contract.Category }) => {
    const ids: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await office.call(contract.worklist, { ...span, ...input, ...(cursor ? { cursor } : {}) });
      ids.push(...page.items.map(({ id }) => id));
      if (page.next === null) return new Set(ids).size;
      cursor = page.next;
    }
  };
  expect(await listed({ box: 'all' })).toBe(all.received);
  expect(await listed({ box: 'open' })).toBe(all.underWay);
  expect(await listed({ box: 'late' })).toBe(all.late);
  expect(await listed({ box: 'due_soon' })).toBe(now.soon);
  expect(await listed({ box: 'claimed' })).toBe(all.claimed);
  expect(await listed({ box: 'confirmed' })).toBe(all.solved + all.partly);
  expect(await listed({ box: 'waiting' })).toBe(all.asked + all.answered);
  expect(await listed({ box: 'closed' })).toBe(all.solved + all.partly + all.lapsed + all.withdrawn + all.diverted);
  for (const { category, figures } of categories)
    expect([category, await listed({ box: 'all', category })]).toEqual([category, figures.received]);
  expect(
    (await office.call(contract.worklist, { box: 'all', village: villageOf('草坪村'), ...span })).items.length,
  ).toBeGreaterThan(0);
});

test('a clerk counts what is theirs; months that run backwards, or too many, are refused; another county counts nothing', async () => {
  const clerk2 = await api.signedIn('clerk2');
  const mine = await dashboard(clerk2);
  expect(mine.all).toMatchObject({ received: 0, median: null, p90: null });
  expect(mine.places).toEqual([]);
  const [station] = (await dashboard(await api.signedIn('clerk'))).stations;
  expect(await clerk2.problem(contract.dashboard, { station: station?.id })).toBe('not_found');
  const office = await api.signedIn('admin');
  expect(await office.problem(contract.dashboard, { from: '2026-10', to: '2026-09' })).toBe('invalid_input');
  expect(await office.problem(contract.dashboard, { from: '2020-01', to: '2026-09' })).toBe('invalid_input');
  const elsewhere = await means.door.call<{ all: Figures }>(means.sides['office-elsewhere'], contract.dashboard, {});
  expect(elsewhere.all.received).toBe(0);
  const xu = await api.signedIn('xu');
  expect(await xu.problem(contract.dashboard, {})).toBe('not_allowed');
});

test('matters that move at the same moment are all counted, and nobody waits for another', async () => {
  const xin = await api.signedIn('xin');
  const office = await api.signedIn('admin');
  const before = (await dashboard(office)).all;
  await Promise.all(
    Array.from({ length: 12 }, async (_, n) => {
      const { id } = await xin.call(contract.submit, matterFor('毛范例'));
      if (n % 2) await xin.call(contract.withdraw, { id });
      if (n % 4 === 0) await run('requests.add-figures');
    }),
  );
  const { all } = await dashboard(office);
  expect([all.received - before.received, all.withdrawn - before.withdrawn]).toEqual([12, 6]);
});

test('days that are put off and a village with a new code move the figures too', async () => {
  const past = addDays(dayOf(api.clock.now()), -14);
  const differ = () =>
    api.store.owner.inTenant(COUNTY, async (tx) => {
      const key = sql`case when what = 'due' and key < ${past} then '-' else key end`;
      const { rows } = await sql`
        with anew as (
          select r.village, f.what, f.key, 1 as count
          from request r, lateral request_figures(r.state, r.outcome, r.claimed_on, r.first_answered_on, r.submitted_on, r.due_on, r.merged_into is not null) f
        ), kept as (
          select village, what, key, count from request_figure where village <> '' and category <> ''
          union all select village, what, key, change from request_figure_change
        )
        select village, what, ${key} as key, sum(count) from (select * from anew union all select village, what, key, -count from kept) all_of
        group by 1, 2, 3 having sum(count) <> 0`.execute(tx);
      return rows;
    });
  const asOperator = (work: (tx: Tx) => Promise<unknown>) => api.store.owner.inTenant(COUNTY, work);
  expect(await differ()).toEqual([]);
  await asOperator((tx) => putOff(tx, COUNTY, 40));
  expect(await differ()).toEqual([]);
  const moved = await asOperator((tx) =>
    recodeVillages(tx, COUNTY, [{ from: villageOf('草坪村'), to: '330822998299' }]),
  );
  expect(moved).toBeGreaterThan(3);
  expect(await differ()).toEqual([]);
  await run('requests.add-figures');
  expect(await differ()).toEqual([]);
  await asOperator((tx) => recodeVillages(tx, COUNTY, [{ from: '330822998299', to: villageOf('草坪村') }]));
});

test('a year whose holidays nobody announced is told once it is near, and what is due in it', async () => {
  const office = await api.signedIn('admin');
  const { calendarGap, today, at } = await dashboard(office);
  expect(calendarGap?.year).toBeGreaterThan(2026);
  expect(dayOf(new Date(at))).toBe(today);
});

test('half and nine tenths are of those that were answered, by whole days', () => {
  const answered = (counts: Record<number, number>) =>
    figuresOf(Object.entries(counts).map(([key, count]) => ({ what: 'answer' as const, key, count })));
  expect(answered({})).toMatchObject({ everAnswered: 0, median: null, p90: null });
  expect(answered({ 3: 1 })).toMatchObject({ everAnswered: 1, median: 3, p90: 3 });
  expect(answered({ 10: 1, 2: 1 })).toMatchObject({ median: 2, p90: 10 });
  expect(answered({ 0: 5, 1: 4, 40: 1 })).toMatchObject({ everAnswered: 10, median: 0, p90: 1 });
});
