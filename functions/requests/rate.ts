import { dayOf, sayDay } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { rate as contract } from '../../shared/requests/contract';
import { afterRating, OUTCOME_WORDS } from '../../shared/requests/rules';
import { namesOf } from '../directory/public';
import type { Call, Person } from '../platform/call';
import type { Tx } from '../platform/database';
import { speaksFor } from './access';
import { newRound } from './new-round';
import { ensureMaySpeak } from './own-answer';
import { lockRequest, type RequestRow, selectEvents, updateRequest } from './queries';
import { record } from './record';
import { handOver } from './succeed';
import { tellDeputy } from './tell';

/** The resident's word on an answer. "Not solved" gives the matter back with a new clock; only "solved" or "partly" closes it. */
export async function rate(call: Call<Person>, input: Input<typeof contract>): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const { id, outcome, attitude = null, result = null, words } = input;
  const names = await namesOf(call);
  const today = dayOf(now);
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && speaksFor(request, caller), 'not_found');
    const after = afterRating(request, outcome);
    ensure(after || request.state !== 'closed', 'request_closed');
    ensure(after, 'not_waiting_for_rating');
    ensure(request.round === input.round, 'answer_changed');
    await ensureMaySpeak(tx, call, request);
    const answers = await answersOf(tx, request, call);
    ensure(input.answerId === undefined || input.answerId === answers.newest, 'answer_changed');
    // That it is not solved one may say of one's own answer too.
    ensure(after.restarts || !answers.areOwn, 'own_answer');
    const again = after.restarts ? newRound(request, names.settings, now) : null;
    const dueOn = again?.due_on ?? request.due_on;
    await updateRequest(tx, jurisdiction, id, {
      ...(again ?? { state: after.state, outcome: outcome as 'solved' | 'partly', closed_on: today }),
      lapses_on: null,
      lapse_told_at: null,
      changed_at: now,
    });
    const spoken: Record<string, boolean> = request.resident_id ? {} : { spoken: true };
    if (request.state === 'closed') await record(tx, call, request, { kind: 'reopened', detail: spoken });
    await record(tx, call, request, { kind: outcome, words: words || null, detail: { attitude, result, ...spoken } });
    const body = `居民说：${OUTCOME_WORDS[outcome]}${after.restarts ? `，最晚 ${sayDay(dueOn)}回` : ''}`;
    const news = { jurisdiction, kind: 'request_rated' as const, requestId: id, title: request.title, body, now };
    await tellDeputy(tx, names, request.deputy_id, news);
    // Whose term ended meanwhile does not get it back.
    if (after.restarts) await handOver(tx, { ...call, caller: null }, names, id);
    return { state: after.state, round: after.round, dueOn };
  });
}

/** Who answered this round may have become the resident since (`give-up-own.ts`); the deputy may have said more while they were reading. */
async function answersOf(tx: Tx, { id, round }: RequestRow, { jurisdiction, caller }: Call<Person>) {
  const events = await selectEvents(tx, jurisdiction, id);
  const answers = events.filter((event) => event.kind === 'answered' && event.round === round);
  return { newest: answers[0]?.id, areOwn: answers.some((event) => event.person_id === caller.personId) };
}
