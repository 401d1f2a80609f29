import { contexts } from './contexts';
import { lambdaServices } from './platform/lambda';
import { runSchedule } from './platform/schedules';
import { openSms } from './platform/sms';

// The outbox handles ten items at once; four connections keep most of them from waiting for one another.
const services = lambdaServices('clock', { connections: 4, sms: openSms });

/**
 * What EventBridge starts, with the name of a schedule (`requests.lapse`); functions/deploy/from-code.cjs makes a rule and an alarm of each. A
 * county that failed fails the invocation; the next tick is the retry.
 * @throws Error when no schedule is called so
 */
export async function handler({ schedule: name }: { schedule: string }): Promise<void> {
  const [context = '', own = ''] = name.split('.');
  const loaded = Object.hasOwn(contexts, context) ? await contexts[context]?.() : undefined;
  const schedule = loaded?.plug.schedules?.[own];
  if (!schedule) throw new Error(`no schedule is called ${name}`);
  await runSchedule(name, schedule, await services());
}
