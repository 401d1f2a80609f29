import type { results as contract } from '../../../shared/appraisals/contract';
import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { Definition } from '../../../shared/voting/definition';
import { outcomesOf } from '../../../shared/voting/outcome';
import type { Call } from '../../platform/call';
import { countsOf, type PollRow, pollById } from '../../voting/public';

/** The published numbers. Nothing of them before they are published. */
export async function results(call: Call<null>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction } = call;
  return call.read(async (tx) => {
    const poll = await pollById(tx, jurisdiction, id);
    ensure(poll?.published_at && poll.tally && poll.root, 'not_found');
    const definition = JSON.parse(poll.definition) as Definition;
    const { title, electorates, questions, subjects, stations, threshold, roll } = definition;
    const counts = await countsOf(tx, jurisdiction, id);
    return {
      id,
      title,
      publishedOn: dayOf(poll.published_at),
      electorates,
      questions,
      subjects,
      stations,
      threshold,
      roll,
      ballots: ballotsOf(poll.tally, electorates),
      ...(poll.tally.slips ? { slips: poll.tally.slips } : {}),
      root: poll.root.toString('hex'),
      ...(definition.outcome ? { outcome: definition.outcome, outcomes: outcomesOf(definition, counts) } : {}),
      counts,
    };
  });
}

/** What came at the table is left out where nothing did. */
function ballotsOf({ ballots }: NonNullable<PollRow['tally']>, electorates: Definition['electorates']) {
  return Object.fromEntries(
    electorates.map((one) => {
      const { table, ...others } = ballots[one];
      return [one, table ? { ...others, table } : others];
    }),
  );
}
