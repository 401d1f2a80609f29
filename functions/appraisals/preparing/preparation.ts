import type { preparation as contract } from '../../../shared/appraisals/contract';
import { actsOf } from '../../../shared/appraisals/lifecycle';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import { nameOfPerson } from '../../identity/public';
import type { Call, Person } from '../../platform/call';
import { type PollRow, pollById } from '../../voting/public';
import { readMatter } from '../campaign';

/** One appraisal as the office has it, with what may be done now and what happened. */
export async function preparation(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction } = call;
  return call.read(async (tx) => {
    const [matter, poll] = await Promise.all([readMatter(tx, call, id), pollById(tx, jurisdiction, id)]);
    const { campaign, events, facts, sides, trials, proposal } = matter;
    const people = [...new Set(events.flatMap(({ person_id }) => person_id ?? []))];
    const names = new Map<string, string | null>();
    for (const person of people) names.set(person, await nameOfPerson(tx, jurisdiction, person));
    return {
      id,
      state: campaign.state,
      version: campaign.version,
      draft: campaign.draft,
      frozen: poll?.definition_hash.toString('hex') ?? null,
      trials,
      acts: actsOf(facts, sides),
      events: events.map(({ kind, at, person_id }) => ({
        kind,
        at: at.toISOString(),
        name: names.get(person_id ?? '') ?? null,
      })),
      closings: campaign.closings,
      closing: proposal && {
        id: proposal.id,
        closesAt: proposal.closesAt,
        reason: proposal.reason,
        name: names.get(proposal.personId ?? '') ?? null,
      },
      count: poll ? countOf(poll) : null,
    };
  });
}

function countOf({ link_destroyed_at, counted_at, tally }: PollRow): Reply<typeof contract>['count'] {
  if (!link_destroyed_at || !counted_at || !tally) return null;
  const { inBox, counted, removed, hidden = null } = tally;
  return {
    keyDestroyedAt: link_destroyed_at.toISOString(),
    countedAt: counted_at.toISOString(),
    inBox,
    counted,
    ...(removed === undefined ? {} : { removed }),
    hidden,
  };
}
