import type { departments as contract } from '../../shared/directory/contract';
import { dayOf } from '../../shared/kernel/days';
import type { Reply } from '../../shared/kernel/procedure';
import type { Call } from '../platform/call';
import { departmentsOn, directoryOf } from './directory';

/** The departments of today, in the order of the roll. */
export async function departments(call: Call): Promise<Reply<typeof contract>> {
  const own = departmentsOn(await directoryOf(call), dayOf(call.now));
  return { departments: own.map(({ id, name, duties }) => ({ id, name, duties })) };
}
