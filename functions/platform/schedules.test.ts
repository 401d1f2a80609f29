import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { COUNTY, OTHER_COUNTY, testApi } from '../testing/api';
import type { Call } from './call';
import { runSchedule } from './schedules';
import { openServices } from './services';

const api = testApi();
const NAME = 'tests.slow';

/** A schedule that notes which counties it was run for, and the most runs that were under way at once. */
function noting() {
  const seen = { counties: [] as string[], now: 0, most: 0 };
  const run = async ({ jurisdiction }: Call<null>) => {
    seen.counties.push(jurisdiction);
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    await wait(20);
    seen.now -= 1;
  };
  return { seen, schedule: { every: { minutes: 1 }, run } };
}

test('two clocks that start one schedule make one run, and the next tick makes another', async () => {
  const { seen, schedule } = noting();
  const { log } = api.services;
  const other = openServices(api.services.config, { clock: api.clock.now, connections: 2, log });
  const clocks = [api.services, other, api.services, other];
  const isSkipped = (line: string, county: string) => line.includes('is running already') && line.includes(county);
  /** It runs until every other clock has tried in its county. */
  const run = async (call: Call<null>) => {
    await schedule.run(call);
    const skipped = () => api.log.filter((line) => isSkipped(line, call.jurisdiction)).length;
    while (skipped() < clocks.length - 1) await wait(5);
  };
  await Promise.all(clocks.map((services) => runSchedule(NAME, { ...schedule, run }, services)));
  expect([...seen.counties].sort()).toEqual([COUNTY, OTHER_COUNTY].sort());
  await runSchedule(NAME, schedule, other);
  expect(seen.counties).toHaveLength(4);
  await other.database.close();
});

test('a run that failed lets go, and one county’s fault keeps no other waiting', async () => {
  const counties: string[] = [];
  const faulty = {
    every: { minutes: 1 },
    run: async ({ jurisdiction }: Call<null>) => {
      counties.push(jurisdiction);
      if (jurisdiction === COUNTY) throw new Error('made up');
    },
  };
  await expect(runSchedule(NAME, faulty, api.services)).rejects.toThrow('failed for 1 counties');
  await expect(runSchedule(NAME, faulty, api.services)).rejects.toThrow('failed for 1 counties');
  expect(counties).toEqual([COUNTY, OTHER_COUNTY, COUNTY, OTHER_COUNTY]);
  const line = api.log.find((each) => each.includes('schedule failed')) ?? '{}';
  expect(JSON.parse(line)).toMatchObject({ schedule: NAME, jurisdiction: COUNTY });
});

test('who died while running is waited for until the lease ends', async () => {
  const { seen, schedule } = noting();
  const hold = (until: string) =>
    api.store.owner.inTenant(COUNTY, (tx) =>
      sql`update schedule_run set holder = ${randomUUID()}, held_until = ${until}
          where jurisdiction = ${COUNTY} and name = ${NAME}`.execute(tx),
    );
  await hold('2026-11-18T02:05:00Z');
  await runSchedule(NAME, schedule, api.services);
  expect(seen.counties).toEqual([OTHER_COUNTY]);
  api.clock.advance(6 * 60_000);
  await runSchedule(NAME, schedule, api.services);
  expect(seen.counties).toEqual([OTHER_COUNTY, COUNTY, OTHER_COUNTY]);
});
