import { type Day, dayOf, isRealDay } from '../../../shared/kernel/days';
import { ProblemError } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { answerHigher as answerContract, tellHigher as tellContract } from '../../../shared/requests/contract';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

type Carried = Input<typeof tellContract> & { words?: string };

/** It was brought to a deputy of another level who has no account. @throws ProblemError `invalid_input` of a day that has not come */
export async function tellHigher(
  call: Call<Person>,
  input: Input<typeof tellContract>,
): Promise<Reply<typeof tellContract>> {
  return carry(call, 'higher_told', input);
}

/** What came back from them is the deputy's answer. @throws ProblemError as above */
export async function answerHigher(
  call: Call<Person>,
  input: Input<typeof answerContract>,
): Promise<Reply<typeof answerContract>> {
  return carry(call, 'higher_answered', input);
}

async function carry(
  call: Call<Person>,
  event: 'higher_told' | 'higher_answered',
  { id, seen, on, by, words }: Carried,
) {
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { event: seen, on: 'holder' });
    const { state } = await happen(tx, call, matter, event, {
      ...(words ? { words } : {}),
      to: matter.request.deputy_id,
      detail: { told: { by, on } },
      set: event === 'higher_told' ? { handover_to: matter.request.handover_to } : {},
    });
    ensureCame(on, dayOf(call.now));
    return { state };
  });
}

function ensureCame(on: Day, today: Day): void {
  if (!isRealDay(on) || on > today)
    throw new ProblemError('invalid_input', [{ path: 'on', message: '写哪一天，不晚于今天。' }]);
}
