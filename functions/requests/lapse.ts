import { addDays, dayOf, sayDay } from '../../shared/kernel/days';
import { LAPSE_NOTICE_DAYS, lapseStep } from '../../shared/requests/rules';
import { type Names, namesOf } from '../directory/public';
import type { Call } from '../platform/call';
import { lockRequest, updateRequest } from './queries';
import { selectLapsing } from './queries-desk';
import { record } from './record';
import { tellDeputy, tellResident } from './tell';

const BATCH = 200;

/**
 * Puts away what waits for a resident who has been silent for the county's days: told `LAPSE_NOTICE_DAYS` beforehand, closed as `lapsed`, and
 * still theirs to rate. Each in a transaction of its own; whoever speaks in the meantime is first.
 */
export async function lapse(call: Call<null>): Promise<void> {
  const names = await namesOf(call);
  const through = addDays(dayOf(call.now), LAPSE_NOTICE_DAYS);
  let done = new Set<string>();
  for (;;) {
    const rows = await call.read((tx) => selectLapsing(tx, call.jurisdiction, through, BATCH + done.size));
    const fresh = rows.filter(({ id }) => !done.has(id));
    for (const { id } of fresh) if (!(await step(call, names, id))) done = done.add(id);
    if (fresh.length < BATCH) return;
  }
}

/** @returns true when it was put away, so that it is not found again */
async function step(call: Call<null>, names: Names, id: string): Promise<boolean> {
  const { jurisdiction, now } = call;
  const today = dayOf(now);
  return call.write(async (tx) => {
    const request = await lockRequest(tx, jurisdiction, id);
    if (!request?.lapses_on) return true;
    const toldOn = request.lapse_told_at && dayOf(request.lapse_told_at);
    const due = lapseStep({ lapsesOn: request.lapses_on, toldOn }, today);
    const news = { jurisdiction, requestId: id, title: request.title, now };
    if (due === 'tell') {
      const last = [request.lapses_on, addDays(today, LAPSE_NOTICE_DAYS)].sort()[1] as string;
      await updateRequest(tx, jurisdiction, id, { lapse_told_at: now, lapses_on: last });
      await record(tx, call, request, { kind: 'lapse_told' });
      const body = `等您说一声。${sayDay(last)}还没有，就先收起来`;
      await tellResident(tx, request, { ...news, kind: 'request_lapsing', body });
    }
    if (due !== 'close') return false;
    await updateRequest(tx, jurisdiction, id, {
      state: 'closed',
      outcome: 'lapsed',
      closed_on: today,
      asked_on: null,
      lapses_on: null,
      changed_at: now,
    });
    await record(tx, call, request, { kind: 'lapsed' });
    await tellResident(tx, request, { ...news, kind: 'request_lapsed', body: '先收起来了。没解决，随时还可以说' });
    await tellDeputy(tx, names, request.deputy_id, {
      ...news,
      kind: 'request_lapsed',
      body: '居民一直没说，先收起来了',
    });
    return true;
  });
}
