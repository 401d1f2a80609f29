import { withPlainDigits } from '../../../shared/kernel/numbers';
import { ensure, ProblemError } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { hideWords as contract } from '../../../shared/requests/contract';
import { refusal } from '../../../shared/requests/lifecycle';
import { countyDirectoryOf } from '../../directory/public';
import { peopleOfDepartments } from '../../identity/public';
import { retitle } from '../../notifications/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { hideFromDepartment } from '../content/hidden-words';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';
import { detailOf, type EventRow, selectEvents } from '../queries/events';
import type { RequestRow } from '../queries/requests';
import { wordsIn } from '../reading/words-in';

/** Hides words wherever they stand in the matter, or shows them again; the same twice changes nothing. The history says that it was done, not which. */
export async function hideWords(
  call: Call<Person>,
  { id, words, hidden }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const directory = await countyDirectoryOf(call);
  const wanted = withPlainDigits(words);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    const before = matter.request.hidden_words;
    const after = hidden ? [...new Set([...before, wanted])] : before.filter((one) => one !== wanted);
    const event = hidden ? 'words_hidden' : 'words_shown';
    const problem = refusal(event, matter.facts, matter.sides);
    if (problem) throw new ProblemError(problem);
    if (after.length === before.length) return { hidden: before };
    const history = await selectEvents(tx, call.jurisdiction, id);
    if (hidden) {
      const said = await wordsIn(tx, call, matter.request, history);
      ensure(
        said.some((one) => withPlainDigits(one).includes(wanted)),
        'words_not_there',
      );
    }
    const now = await happen(tx, call, matter, event, { set: { hidden_words: after } });
    await retitleForDepartments(tx, call, now, history);
    return { hidden: after };
  });
}

/** What departments were told of it already, of every department that had it. */
async function retitleForDepartments(
  tx: Tx,
  { jurisdiction }: Call,
  request: RequestRow,
  history: readonly EventRow[],
): Promise<void> {
  const had = [request.department_id, ...history.map((event) => detailOf(event).department ?? null)];
  const departments = [...new Set(had)].filter((one) => one !== null);
  if (!departments.length) return;
  const people = await peopleOfDepartments(tx, jurisdiction, departments);
  const personIds = people.flatMap(({ person_id }) => person_id ?? []);
  if (!personIds.length) return;
  const title = hideFromDepartment(request.title, request);
  await retitle(tx, { jurisdiction, personIds, subject: { context: 'requests', id: request.id }, title });
}
