import { v7 } from 'uuid';
import { type Day, dayOf } from '../../../shared/kernel/days';
import { ensure, ProblemError } from '../../../shared/kernel/problems';
import { type EventKind, type Facts, refusal, type Side, stateAfter } from '../../../shared/promises/opinion/lifecycle';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { insertOpinionEvent, lockOpinion, type OpinionRow, updateOpinion } from './queries';
import { tellOfOpinion } from './tell';

/** @param seen the version that was on the screen */
export function factsOf({ state, again, version }: OpinionRow, seen = version): Facts {
  return { state, again, seenOlder: seen !== version };
}

export function sidesOf({ caller }: Call<Person>, { department_id }: Pick<OpinionRow, 'department_id'>): Side[] {
  return [
    ...(caller.departmentIds.includes(department_id) ? (['department'] as const) : []),
    ...(caller.admin ? (['office'] as const) : []),
  ];
}

/**
 * Something happens to an opinion: the only way in which its state changes and its history grows, both in the caller's transaction, and the
 * other side is told.
 * @param seen the version that was on the screen. @throws ProblemError `not_found`, and what `refusal` says
 */
export async function happenToOpinion(
  tx: Tx,
  call: Call<Person>,
  { id, seen, event, words, dueOn }: { id: string; seen: number; event: EventKind; words: string; dueOn?: Day },
): Promise<OpinionRow> {
  const { jurisdiction, now, caller } = call;
  const opinion = await lockOpinion(tx, jurisdiction, id);
  ensure(opinion, 'not_found');
  const facts = factsOf(opinion, seen);
  const problem = refusal(event, facts, sidesOf(call, opinion));
  if (problem) throw new ProblemError(problem);
  const changes = {
    ...(dueOn ? { due_on: dueOn, again: true, answered_on: null, reminded: null } : { answered_on: dayOf(now) }),
    state: stateAfter(event, facts),
    version: opinion.version + 1,
    changed_at: now,
  };
  await updateOpinion(tx, jurisdiction, id, changes);
  const happened = { jurisdiction, opinion_id: id, id: v7(), kind: event, person_id: caller.personId };
  await insertOpinionEvent(tx, { ...happened, words, due_on: dueOn ?? null, at: now });
  const changed = { ...opinion, ...changes };
  await tellOfOpinion(tx, call, changed, event);
  return changed;
}
