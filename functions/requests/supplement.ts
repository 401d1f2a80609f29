import { dayOf, dueOn } from '../../shared/kernel/days';
import { ensure } from '../../shared/kernel/problems';
import type { Input, Reply } from '../../shared/kernel/procedure';
import type { supplement as contract } from '../../shared/requests/contract';
import { dueAfterAsking } from '../../shared/requests/rules';
import { namesOf } from '../directory/public';
import { workingDays } from '../platform/calendar';
import type { Call, Person } from '../platform/call';
import { speaksFor } from './access';
import { newRound } from './new-round';
import { ensureMaySpeak } from './own-answer';
import { attachPictures } from './pictures';
import { lockRequest, updateRequest } from './queries';
import { record } from './record';
import { handOver } from './succeed';
import { tellDeputy } from './tell';

/** The resident writes more (补充几句). The deputy sees it as unread again; a question that was asked back is answered by it. */
export async function supplement(
  call: Call<Person>,
  { id, words, pictures = [] }: Input<typeof contract>,
): Promise<Reply<typeof contract>> {
  const { jurisdiction, now, caller } = call;
  const names = await namesOf(call);
  const { settings } = names;
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    ensure(request && speaksFor(request, caller), 'not_found');
    await ensureMaySpeak(tx, call, request);
    ensure(request.state !== 'closed', 'request_closed');
    const eventId = await record(tx, call, request, {
      kind: 'supplemented',
      words,
      detail: request.resident_id ? {} : { spoken: true },
    });
    await attachPictures(tx, call, pictures, { requestId: id, eventId });
    const { asked_on: askedOn, due_on: due } = request;
    const back = askedOn && {
      state: 'with_deputy' as const,
      asked_on: null,
      lapses_on: null,
      lapse_told_at: null,
      due_on: dueAfterAsking(
        { askedOn, dueOn: due },
        dayOf(now),
        settings.answerTerm.kind,
        workingDays(settings.calendar),
      ),
    };
    // Who speaks is not silent: the days until it is put away begin anew.
    const heard = request.state === 'answered' && {
      lapses_on: dueOn(dayOf(now), settings.lapseTerm, workingDays(settings.calendar)),
      lapse_told_at: null,
    };
    // Nobody is left who could say more: it goes on as if it were not solved.
    const gone = request.state === 'answered' && request.deputy_id !== null && !names.isServing(request.deputy_id);
    const again = gone && newRound(request, settings, now);
    await updateRequest(tx, jurisdiction, id, { opened_at: null, changed_at: now, ...(again || back || heard || {}) });
    const news = { jurisdiction, kind: 'request_supplemented' as const, requestId: id, title: request.title, now };
    await tellDeputy(tx, names, request.deputy_id, { ...news, body: back ? '居民回答了您问的' : '居民补充了几句' });
    if (gone) await handOver(tx, { ...call, caller: null }, names, id);
    return { added: true };
  });
}
