import type { extend as contract } from '../../../shared/assignments/contract';
import { isRealDay, sayDay } from '../../../shared/kernel/days';
import { ProblemError } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { extendable } from '../reading/show';
import { act } from './act';

/** @throws ProblemError `extension_day` for a day that is no later than the last one, or later than the county allows */
export async function extend(
  call: Call<Person>,
  { until, reason, ...seen }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return act(call, seen, 'extension_asked', { words: reason, until }, (assignment) => {
    const { from, to } = extendable(assignment, directory);
    if (!isRealDay(until) || until < from || until > to)
      throw new ProblemError('extension_day', [], { title: `请选 ${sayDay(from)}到 ${sayDay(to)}之间的一天。` });
  });
}
