import { lambdaServices } from './platform/lambda';
import { runSchedule } from './platform/schedules';
import { schedules } from './schedules';

// The outbox handles ten items at once; four connections keep most of them from waiting for one another.
const services = lambdaServices({ connections: 4 });

/** What EventBridge starts. A county that failed fails the invocation, which raises the alarm; the next tick is the retry. */
function on(name: string): () => Promise<void> {
  return async () => {
    const schedule = schedules.find((one) => one.name === name);
    if (!schedule) throw new Error(`no schedule is called ${name}`);
    await runSchedule(schedule, await services());
  };
}

// One a schedule, under its name in camelCase; serverless.yml has a function for each.
export const checkPictures = on('check-pictures');
export const checkWords = on('check-words');
export const claim = on('claim');
export const deliver = on('deliver');
export const digest = on('digest');
export const forgetSessions = on('forget-sessions');
export const lapse = on('lapse');
export const succeed = on('succeed');
export const succeedNow = on('succeed-now');
export const sweepPictures = on('sweep-pictures');
