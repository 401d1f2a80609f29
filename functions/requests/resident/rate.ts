import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { rate as contract } from '../../../shared/requests/contract';
import { type EventKind, refusal } from '../../../shared/requests/lifecycle';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import { handOver } from '../lifecycle/hand-over';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';

/** The resident's word on an answer. "Not solved" and "partly" give the matter back with a new clock; only "solved" closes it. */
export async function rate(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { id, round, answerId, outcome, attitude = null, result = null, words } = input;
  const directory = await countyDirectoryOf(call);
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id, { round, answerId });
    const may = (event: EventKind) => refusal(event, matter.facts, matter.sides) === null;
    // What silence had put away is spoken of again.
    if (may('reopened') && may(outcome)) await happen(tx, call, matter, 'reopened');
    // A second word, after "solved" was pressed by a slip.
    const event = outcome === 'not_solved' && may('not_solved_after_all') ? 'not_solved_after_all' : outcome;
    const after = await happen(tx, call, matter, event, { words: words || null, detail: { attitude, result } });
    // Whose term ended meanwhile does not get it back.
    if (after.round > matter.request.round) await handOver(tx, call, directory, id);
    return { state: after.state, round: after.round, dueOn: after.due_on };
  });
}
