import { type Call, clockCall, type Services } from './call';
import { faultFields } from './log';
import { drain } from './outbox';

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

/**
 * Handles what is due of one topic in the call's county. What failed is tried again; what gave up is named in the log at every run,
 * until a person has looked at it.
 */
export async function drainTopic<Payload>(
  { services, jurisdiction }: Call,
  topic: string,
  handle: (payload: Payload) => Promise<void>,
): Promise<void> {
  const { database, clock, log } = services;
  const ends = await drain(database, jurisdiction, topic, clock, (payload) => handle(payload as Payload));
  if (ends.failed) log('warn', 'work is tried again later', { topic, jurisdiction, count: ends.failed });
  if (ends.parked) log('error', 'work waits for a person', { topic, jurisdiction, count: ends.parked });
}
