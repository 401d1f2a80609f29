import { v7 } from 'uuid';
import { dayOf, sayDay } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { rate as contract } from '../../shared/requests/contract';
import { afterRating, answerDue, OUTCOME_WORDS } from '../../shared/requests/rules';
import { namesOf } from '../directory/public';
import { workingDays } from '../platform/calendar';
import type { Call, Person } from '../platform/call';
import { insertEvent, lockRequest, updateRequest } from './queries';
import { tellDeputy } from './tell-deputy';

/** The resident's word on an answer. "Not solved" gives the matter back with a new clock; only "solved" or "partly" closes it. */
export async function rate(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const { id, outcome, attitude = null, result = null, words } = input;
  const { settings } = await namesOf(call);
  const today = dayOf(now);
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && request.resident_id === caller.personId, 'not_found');
    ensure(request.state !== 'closed', 'request_closed');
    const after = afterRating(request, outcome);
    ensure(after, 'not_waiting_for_rating');
    ensure(request.round === input.round, 'answer_changed');
    const dueOn = after.restarts
      ? answerDue(today, settings.answerTerm, workingDays(settings.calendar))
      : request.due_on;
    const changes = after.restarts
      ? { round_started_on: today, due_on: dueOn, answered_on: null, opened_at: null }
      : { outcome: outcome as 'solved' | 'partly', closed_on: today };
    await updateRequest(tx, jurisdiction, id, { state: after.state, round: after.round, changed_at: now, ...changes });
    const detail = JSON.stringify({ attitude, result });
    const event = {
      jurisdiction,
      request_id: id,
      id: v7(),
      round: request.round,
      person_id: caller.personId,
      detail,
      at: now,
    };
    await insertEvent(tx, { ...event, kind: outcome, words: words || null });
    const body = `居民说：${OUTCOME_WORDS[outcome]}${after.restarts ? `，最晚 ${sayDay(dueOn)}回` : ''}`;
    const { deputy_id: deputyId, title } = request;
    await tellDeputy(tx, deputyId, { jurisdiction, kind: 'request_rated', requestId: id, title, body, now });
    return { state: after.state, round: after.round, dueOn };
  });
}
