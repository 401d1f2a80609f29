import { randomUUID } from 'node:crypto';
import { type Call, clockCall, type Services } from './call';
import type { Tx } from './database';
import { faultFields } from './log';
import { drain, type Handle } from './outbox';
import { endRun, type Run, startRun } from './schedule-runs';

/** What the clock starts: one verb, run for every county in turn. One line in the context's `plug.ts`; rule and alarm are made from it. */
export type Schedule = {
  every: { minutes: number } | { hours: number };
  run: (call: Call<null>) => Promise<void>;
};

/**
 * Runs a schedule for every county, one run at a time in each whoever starts it: where another is still running, nothing is done. One
 * county's fault is logged and does not keep the others waiting; the run then fails as a whole.
 */
export async function runSchedule(name: string, schedule: Schedule, services: Services): Promise<void> {
  const { database, log } = services;
  const failed: string[] = [];
  for (const jurisdiction of (await database.counties()).open) {
    try {
      await runAlone({ jurisdiction, name, holder: randomUUID() }, schedule, services);
    } catch (error) {
      failed.push(jurisdiction);
      log('error', 'schedule failed', { schedule: name, jurisdiction, ...faultFields(error) });
    }
  }
  if (failed.length) throw new Error(`schedule ${name} failed for ${failed.length} counties`);
}

async function runAlone(run: Run, schedule: Schedule, services: Services): Promise<void> {
  const { jurisdiction, name } = run;
  const call = clockCall(services, jurisdiction);
  const inTenant = <T>(work: (tx: Tx) => Promise<T>) => services.database.inTenant(jurisdiction, work, 'one write');
  if (!(await inTenant((tx) => startRun(tx, run, call.now))))
    return services.log('info', 'schedule is running already', { schedule: name, jurisdiction });
  try {
    await schedule.run(call);
  } finally {
    // Where this fails too the lease ends by itself.
    await inTenant((tx) => endRun(tx, run)).catch(() => undefined);
  }
}

export function everyMs({ every }: Schedule): number {
  return 'minutes' in every ? every.minutes * 60_000 : every.hours * 3_600_000;
}

/**
 * Handles what is due of one topic in the call's county. What failed is tried again; what gave up is named in the log at every run,
 * until a person has looked at it.
 */
export async function drainTopic<Payload>(
  { services, jurisdiction }: Call,
  topic: string,
  handle: Handle<Payload>,
): Promise<void> {
  const { database, clock, log } = services;
  const ends = await drain(database, jurisdiction, topic, clock, (payload) => handle(payload as Payload));
  if (ends.failed) log('warn', 'work is tried again later', { topic, jurisdiction, count: ends.failed });
  if (ends.parked) log('error', 'work waits for a person', { topic, jurisdiction, count: ends.parked });
}
