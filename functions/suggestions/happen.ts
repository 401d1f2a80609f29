import { v7 } from 'uuid';
import { ProblemError } from '../../shared/kernel/problems';
import { EVENTS, type EventKind, refusal, stateAfter } from '../../shared/suggestions/lifecycle';
import type { Side } from '../../shared/suggestions/states';
import type { Call, Said } from '../platform/call';
import type { Tx } from '../platform/database';
import { keepAssignmentInStep } from './assignment';
import type { Matter } from './matter';
import { insertEvent, type SuggestionRow, updateSuggestion } from './queries';
import { tell } from './tell';
import { along, ENDS_TOGETHER, regroup } from './together';

type Set = Partial<Omit<SuggestionRow, 'jurisdiction' | 'id' | 'state' | 'version' | 'created_at' | 'changed_at'>>;

/** What a verb adds to what the table says of an event. */
export type Happening = {
  words?: string | null;
  detail?: Record<string, string | null | readonly Said[]>;
  /** The deputy it is about, where it is not the caller. */
  deputyId?: string;
  set?: Set;
};

/**
 * Something happens to a suggestion: the only way in which its state changes and its history grows, both in the caller's transaction, and
 * whoever the table names is told. What a department has of it goes with it.
 * @returns it as it is now. @throws ProblemError what `refusal` says
 */
export async function happen(
  tx: Tx,
  call: Call,
  { suggestion, facts, sides }: Matter,
  event: EventKind,
  { words = null, detail = {}, deputyId, set = {} }: Happening = {},
): Promise<SuggestionRow> {
  const problem = refusal(event, facts, sides);
  if (problem) throw new ProblemError(problem);
  const { jurisdiction, now, caller } = call;
  const side = EVENTS[event].by.find((one) => (sides as readonly Side[]).includes(one)) as Side;
  const changes = {
    ...set,
    // Whatever is over is handled with nothing.
    ...(ENDS_TOGETHER.includes(event) ? { handled_with: null } : {}),
    state: stateAfter(event, facts),
    version: suggestion.version + 1,
    changed_at: now,
  };
  await updateSuggestion(tx, jurisdiction, suggestion.id, changes);
  const after = { ...suggestion, ...changes };
  await insertEvent(tx, {
    jurisdiction,
    suggestion_id: suggestion.id,
    id: v7(),
    round: suggestion.round,
    kind: event,
    side,
    person_id: caller?.personId ?? null,
    deputy_id: deputyId ?? (side === 'lead' || side === 'cosigner' ? (caller?.deputyId ?? null) : null),
    department_id: after.department_id ?? suggestion.department_id,
    words,
    detail: JSON.stringify(detail),
    at: now,
  });
  await keepAssignmentInStep(tx, call, event, { before: suggestion, after });
  await tell(tx, call, event, { before: suggestion, after, words });
  const lead = { suggestion, facts, side };
  for (const one of await along(tx, call, event, { lead, after, happening: { words, detail } }))
    await happen(tx, call, one.matter, one.event, one.happening);
  if (suggestion.handled_with !== after.handled_with) await regroup(tx, call, suggestion.handled_with);
  return after;
}
