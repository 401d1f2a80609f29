import { type Call, clockCall, type Services } from './call';
import { faultFields } from './log';

/** What the clock starts: one verb, run for every county in turn. In `serverless.yml` each has a function of its own. */
export type Schedule = {
  name: string;
  every: { minutes: number } | { hours: number };
  run: (call: Call<null>) => Promise<void>;
};

/** Runs a schedule for every county. One county's fault is logged and does not keep the others waiting; the run then fails as a whole. */
export async function runSchedule(schedule: Schedule, services: Services): Promise<void> {
  const failed: string[] = [];
  for (const jurisdiction of await services.database.counties()) {
    try {
      await schedule.run(clockCall(services, jurisdiction));
    } catch (error) {
      failed.push(jurisdiction);
      services.log('error', 'schedule failed', { schedule: schedule.name, jurisdiction, ...faultFields(error) });
    }
  }
  if (failed.length) throw new Error(`schedule ${schedule.name} failed for ${failed.length} counties`);
}

export function everyMs(schedule: Schedule): number {
  const { every } = schedule;
  return 'minutes' in every ? every.minutes * 60_000 : every.hours * 3_600_000;
}
