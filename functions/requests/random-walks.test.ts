import { sql } from 'kysely';
import * as directory from '../../shared/directory/contract';
import { addDays, dayOf } from '../../shared/kernel/days';
import * as requests from '../../shared/requests/contract';
import { EVENT_KINDS } from '../../shared/requests/lifecycle';
import { allSchedules } from '../app';
import { runSchedule } from '../platform/schedules';
import { COUNTY, testApi } from '../testing/api';
import { castOf, DEPUTIES } from './testing/cast';
import { openDoor } from './testing/door';
import { faultsOf } from './testing/history';
import { type Means, serveUntil, visit } from './testing/story';
import { inTurns } from './testing/turns';
import { look, randomFrom, setOut, takeStep, type Walk } from './testing/walks';

/** Anybody does anything in any order, and days go by: whatever comes of it, the history tells the whole of it. */
const api = testApi();
/** `WALK_SEED=…` walks elsewhere. */
const SEED = Number(process.env.WALK_SEED ?? 330_822);
const WALKS = 300;
const STEPS = 18;
const DAY_MS = 86_400_000;
/** What the clock does to a matter. */
const BY_CLOCK = [
  'requests.offer-contacts',
  'requests.recuse',
  'requests.hand-over-ended-terms',
  'requests.ask-when-due',
  'requests.lapse',
  'requests.leave-ended-departments',
];

let means: Means;
let walks: Walk[];

/** Looks at what has something new in its history. What is as long as it was is looked at later, with what comes then. */
async function lookAt(all: readonly Walk[]): Promise<void> {
  const lengths = await lengthsOfHistory();
  const longer = all.filter(({ id, page }) => lengths.get(id) !== page.events.length);
  await inTurns(longer, async (walk) => {
    const before = walk.page;
    walk.page = await look(means, walk.id);
    const faults = faultsOf(walk.sent, before, walk.page);
    if (faults.length) throw new Error([...walk.trail, ...faults, JSON.stringify(walk.page.events)].join('\n'));
  });
}

async function lengthsOfHistory(): Promise<Map<string, number>> {
  const rows = await api.store.owner.inTenant(COUNTY, (tx) =>
    tx
      .selectFrom('request_event')
      .select(['request_id', (eb) => eb.fn.countAll<number>().as('length')])
      .groupBy('request_id')
      .execute(),
  );
  return new Map(rows.map(({ request_id, length }) => [request_id, length]));
}

/** The office puts some of them together, one after the other, also what is merged already and what it may not. */
async function putTogether(random: (below: number) => number): Promise<void> {
  for (let times = 0; times < 3; times += 1) {
    const [lead, from] = [walks[random(walks.length)], walks[random(walks.length)]].map((walk) => walk as Walk);
    if (!lead || !from || lead === from) continue;
    const [a, b] = [await look(means, lead.id), await look(means, from.id)];
    const seen = (page: typeof a) => page.events[0]?.id ?? '';
    const input = { id: a.id, seen: seen(a), from: [{ id: b.id, seen: seen(b) }] };
    const end = await means.door.end(means.sides.office, requests.merge, input);
    lead.trail.push(`${a.today} office merges ${b.id}: ${end}`);
    from.trail.push(`${a.today} office is merged into ${a.id}: ${end}`);
  }
}

async function letDaysPass(days: number, withWords: boolean): Promise<void> {
  api.clock.advance(days * DAY_MS);
  if (withWords) await visit(api);
  const due = withWords ? [...BY_CLOCK, 'requests.check-words'] : BY_CLOCK;
  for (const [name, schedule] of Object.entries(await allSchedules()))
    if (due.includes(name)) await runSchedule(name, schedule, api.services);
}

/** One of the deputies is away for a while, the term of another ends. */
beforeAll(async () => {
  const { sides } = await castOf(api);
  means = { api, door: openDoor(api.services), sides };
  await api.verifyPhone(await api.signedIn('xin'), 'xin');
  const today = dayOf(api.clock.now());
  for (const id of Object.values(DEPUTIES)) await serveUntil(api, id, addDays(today, id === DEPUTIES.ended ? 20 : 700));
  api.clock.advance(DAY_MS);
  await means.door.call(sides.away, directory.goAway, { from: addDays(today, 10), to: addDays(today, 30) });
});

test(`${WALKS} walks of ${STEPS} steps from seed ${SEED} on`, async () => {
  const random = randomFrom(SEED);
  walks = await inTurns(Array.from({ length: WALKS }).keys(), (index) => setOut(means, SEED + index));
  for (let step = 0; step < STEPS; step += 1) {
    const refused: Walk[] = [];
    await inTurns(walks, async (walk) => {
      if ((await takeStep(means, walk)) !== 'ok') refused.push(walk);
    });
    const lengths = await lengthsOfHistory();
    // What another brought about with what it is handled with is no fault of this one's.
    for (const { id, page, trail } of refused.filter(({ page }) => !page.others))
      expect([trail, lengths.get(id)]).toEqual([trail, page.events.length]);
    await lookAt(walks);
    if (step % 3 === 1) await putTogether(random);
    await lookAt(walks);
    // Now and then long enough for silence to count.
    await letDaysPass(random(5) === 0 ? 31 : random(7), step % 4 === 1);
    await lookAt(walks);
  }
});

test('what departments have of them is what their histories say', async () => {
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ id: string }>`
      select coalesce(r.id, a.subject_id) as id from request r
      full join (select * from assignment where state in ('offered', 'accepted', 'answered')) a
        on a.jurisdiction = r.jurisdiction and a.subject_id = r.id
      where r.department_id is distinct from a.department_id
        or (r.department_id is not null and r.due_on <> a.due_on)
        -- A question of the department's may wait for the resident when the walks end.
        or (r.state = 'with_department' or (r.state = 'asked' and r.department_id is not null)) <> coalesce(a.state in ('offered', 'accepted'), false)`.execute(
      tx,
    ),
  );
  expect(rows).toEqual([]);
});

test('what is handled with another lies where it lay, under one that is not merged itself, and is counted once', async () => {
  const { rows } = await api.store.owner.inTenant(COUNTY, (tx) =>
    sql<{ id: string }>`
      select m.id from request m join request lead on lead.jurisdiction = m.jurisdiction and lead.id = m.merged_into
      where m.state in ('with_deputy', 'with_station')
        and (lead.merged_into is not null or lead.state in ('answered', 'closed') or lead.due_on > m.due_on)`.execute(
      tx,
    ),
  );
  expect(rows).toEqual([]);
  expect(walks.filter(({ page }) => page.events.some(({ kind }) => kind === 'merged')).length).toBeGreaterThan(5);
});

test('they went nearly everywhere', () => {
  const happened = new Set(walks.flatMap(({ page }) => page.events.map(({ kind }) => kind)));
  // Nobody on these walks sends a photo, keeps a promise before its day, or says what theirs is the same as; the deputy of the city serves on, and has an account.
  const without: readonly string[] = [
    'question_moved',
    'kept_apart',
    'handover_ended',
    'higher_told',
    'higher_answered',
  ];
  const reachable = EVENT_KINDS.filter((kind) => !kind.startsWith('photo_') && !without.includes(kind));
  const never = reachable.filter((kind) => !happened.has(kind));
  expect(never.length > 4 ? never : []).toEqual([]);
  expect(walks.filter(({ page }) => page.round > 1).length).toBeGreaterThan(2);
});
