import { ProblemError } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { decideAsked as contract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';
import { askedOfStation, selectEvents } from '../queries/events';

const EVENTS = {
  question: { granted: 'question_forwarded', refused: 'question_refused' },
  extension: { granted: 'extension_granted', refused: 'extension_refused' },
} as const;

/** The station passes on what the department asks, in the department's own words, or gives it the days; or says to it why not. */
export async function decideAsked(
  call: Call<Person>,
  { id, seen, granted, words }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { event: seen, on: 'holder' });
    const { asks, asked_until: until, department_id: department } = matter.request;
    // Where nothing is asked the table says so, or that somebody was faster.
    const event = EVENTS[asks ?? 'question'][granted ? 'granted' : 'refused'];
    const asked = asks && askedOfStation(await selectEvents(tx, call.jurisdiction, id), asks);
    const request = await happen(tx, call, matter, event, {
      words: granted ? (asked?.words ?? null) : (words ?? null),
      detail: { department, ...(asks === 'extension' ? { until } : {}) },
    });
    if (!granted && !words)
      throw new ProblemError('invalid_input', [{ path: 'words', message: '写一句为什么，部门会看到。' }]);
    return { state: request.state };
  });
}
