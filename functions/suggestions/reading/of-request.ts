import { dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import type { Input, Reply } from '../../../shared/kernel/procedure';
import type { ofRequest as contract } from '../../../shared/suggestions/contract';
import { type EventKind, tellsOf } from '../../../shared/suggestions/lifecycle';
import type { OfRequest } from '../../../shared/suggestions/shown';
import { STANDS } from '../../../shared/suggestions/states';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { residentsOf } from '../../requests/public';
import { matterOf } from '../matter';
import { type SuggestionRow, selectOfRequest } from '../queries';
import { numberOf } from './number';
import { answerOf, eventOf } from './show';

/** A resident sees their words move: what they are told of, and nothing of what deputies think of the answer before it is rated. */
export async function ofRequest(call: Call<Person>, { id }: Input<typeof contract>): Promise<Reply<typeof contract>> {
  return call.read(async (tx) => {
    const residents = await residentsOf(tx, call, [id]);
    ensure(
      residents.some(({ personId }) => personId === call.caller.personId),
      'not_found',
    );
    const rows = await selectOfRequest(tx, call.jurisdiction, id);
    const suggestions: OfRequest[] = [];
    for (const row of rows) suggestions.push(await shownTo(tx, call, row));
    return { suggestions };
  });
}

const isTold = (kind: EventKind) => tellsOf(kind).includes('residents');

async function shownTo(tx: Tx, call: Call<Person>, row: SuggestionRow): Promise<OfRequest> {
  const matter = await matterOf(tx, call, row);
  const { cosigners, events, directory } = matter;
  const isPublic = row.disclosure === 'full';
  const answer = answerOf(matter);
  return {
    occasion: row.occasion,
    number: numberOf(row) ?? '',
    title: row.title,
    facts: isPublic ? row.facts : null,
    proposal: isPublic ? row.proposal : null,
    leadName: directory.deputyName(row.lead_id),
    cosignerNames: cosigners
      .filter(({ state }) => STANDS.includes(state))
      .map(({ deputy_id }) => directory.deputyName(deputy_id)),
    departmentName: directory.departmentName(row.department_id),
    state: row.state,
    outcome: row.outcome,
    dueOn: row.due_on,
    answer: answer && { on: answer.on, resultClass: answer.resultClass, words: isPublic ? answer.words : null },
    rating: row.attitude && row.result && { attitude: row.attitude, result: row.result },
    events: events
      .filter(({ kind }) => isTold(kind))
      .map((event) => {
        const { id, kind, side, byName, toName } = eventOf(event, directory);
        return { id, kind, side, on: dayOf(event.at), byName, toName };
      }),
  };
}
