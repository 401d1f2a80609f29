import { type Day, dayOf } from '../../../shared/kernel/days';
import { peopleOfDeputies } from '../../identity/public';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { happen } from './happen';
import type { Matter } from './matter';

/** What was promised is kept or due: whoever it is for is asked whether it is solved. */
export async function askNow(tx: Tx, call: Call, matter: Matter): Promise<void> {
  await happen(tx, call, asClock(matter), 'question_due', { detail: departmentOf(matter) });
}

/** … or on another day, where what was promised has one. Does nothing where they were asked already. */
export async function askOn(tx: Tx, call: Call, matter: Matter, day: Day): Promise<void> {
  const { question_on: questionOn } = matter.request;
  if (questionOn === null) return;
  if (day <= dayOf(call.now)) return askNow(tx, call, matter);
  if (day === questionOn) return;
  const detail = { ...departmentOf(matter), until: day };
  await happen(tx, call, asClock(matter), 'question_moved', { questionOn: day, detail });
}

/** It follows from the promise, whoever acted on that. */
const asClock = (matter: Matter): Matter => ({ ...matter, sides: ['clock'] });
const departmentOf = ({ request }: Matter) => ({ department: request.department_id });

/** Who hears what becomes of what is promised, without having asked: whose it is, and who has it. */
export async function followersOf(tx: Tx, { jurisdiction }: Call, { request, directory }: Matter): Promise<string[]> {
  const { resident_id, deputy_id } = request;
  const deputies =
    deputy_id === null || directory.hasEnded(deputy_id) ? [] : await peopleOfDeputies(tx, jurisdiction, [deputy_id]);
  return [...new Set([resident_id, ...deputies])].filter((personId) => personId !== null);
}
