import { dayOf, sayDay } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { rate as contract } from '../../shared/requests/contract';
import { afterRating, answerDue, OUTCOME_WORDS } from '../../shared/requests/rules';
import { namesOf } from '../directory/public';
import { workingDays } from '../platform/calendar';
import type { Call, Person } from '../platform/call';
import { speaksFor } from './access';
import { lockRequest, updateRequest } from './queries';
import { record } from './record';
import { tellDeputy } from './tell';

/** The resident's word on an answer. "Not solved" gives the matter back with a new clock; only "solved" or "partly" closes it. */
export async function rate(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const { id, outcome, attitude = null, result = null, words } = input;
  const { settings } = await namesOf(call);
  const today = dayOf(now);
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && speaksFor(request, caller), 'not_found');
    const after = afterRating(request, outcome);
    ensure(after || request.state !== 'closed', 'request_closed');
    ensure(after, 'not_waiting_for_rating');
    ensure(request.round === input.round, 'answer_changed');
    const dueOn = after.restarts
      ? answerDue(today, settings.answerTerm, workingDays(settings.calendar))
      : request.due_on;
    const changes = after.restarts
      ? {
          round_started_on: today,
          due_on: dueOn,
          answered_on: null,
          opened_at: null,
          outcome: null,
          closed_on: null,
        }
      : { outcome: outcome as 'solved' | 'partly', closed_on: today };
    await updateRequest(tx, jurisdiction, id, {
      state: after.state,
      round: after.round,
      lapses_on: null,
      lapse_told_at: null,
      changed_at: now,
      ...changes,
    });
    const spoken: Record<string, boolean> = request.resident_id ? {} : { spoken: true };
    if (request.state === 'closed') await record(tx, call, request, { kind: 'reopened', detail: spoken });
    await record(tx, call, request, { kind: outcome, words: words || null, detail: { attitude, result, ...spoken } });
    const body = `居民说：${OUTCOME_WORDS[outcome]}${after.restarts ? `，最晚 ${sayDay(dueOn)}回` : ''}`;
    const news = { jurisdiction, kind: 'request_rated' as const, requestId: id, title: request.title, body, now };
    await tellDeputy(tx, request.deputy_id, news);
    return { state: after.state, round: after.round, dueOn };
  });
}
