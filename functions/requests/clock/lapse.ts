import { addDays, dayOf } from '../../../shared/kernel/days';
import { LAPSE_NOTICE_DAYS, lapseStep } from '../../../shared/requests/rules';
import { isIn, QUESTIONED } from '../../../shared/requests/states';
import { type CountyDirectory, countyDirectoryOf } from '../../directory/public';
import type { Call } from '../../platform/call';
import { happen } from '../lifecycle/happen';
import { lockMatter } from '../lifecycle/matter';
import { selectLapsing } from '../queries/due';

const BATCH = 200;

/**
 * Puts away what waits for a resident who has been silent for the county's days: told `LAPSE_NOTICE_DAYS` beforehand, closed as `lapsed`, and
 * still theirs to rate. What a department asked goes back to it without an answer after the days for that, and so does
 * what was to go to another level. Each in a transaction of its own;
 * whoever speaks in the meantime is first.
 */
export async function lapse(call: Call<null>): Promise<void> {
  const directory = await countyDirectoryOf(call);
  const through = addDays(dayOf(call.now), LAPSE_NOTICE_DAYS);
  const waiting = new Set<string>();
  for (;;) {
    const found = await call.read((tx) => selectLapsing(tx, call.jurisdiction, through, BATCH + waiting.size));
    const fresh = found.filter(({ id }) => !waiting.has(id));
    for (const { id } of fresh) if (!(await step(call, directory, id))) waiting.add(id);
    if (fresh.length < BATCH) return;
  }
}

/** @returns true when it was put away, so that it is not found again */
async function step(call: Call<null>, directory: CountyDirectory, id: string): Promise<boolean> {
  return call.write(async (tx) => {
    const matter = await lockMatter(tx, call, directory, id);
    const {
      lapses_on: lapsesOn,
      lapse_told_at: toldAt,
      department_id: department,
      state,
      handover_to: to,
    } = matter.request;
    // They have not been asked yet.
    if (matter.facts.promised) return false;
    if (lapsesOn === null) return true;
    // A department's question: it goes on without an answer, and nothing is put away.
    if (department !== null && isIn(state, QUESTIONED)) {
      const { questionIsOver } = matter.facts;
      if (questionIsOver) await happen(tx, call, matter, 'question_unanswered', { detail: { department } });
      return questionIsOver;
    }
    // Whether it may go to another level: it stays where it is.
    if (to !== null && isIn(state, QUESTIONED)) {
      const { questionIsOver } = matter.facts;
      if (questionIsOver) await happen(tx, call, matter, 'handover_unanswered');
      return questionIsOver;
    }
    const due = lapseStep({ lapsesOn, toldOn: toldAt && dayOf(toldAt) }, dayOf(call.now));
    if (due === 'wait') return false;
    await happen(tx, call, matter, due === 'tell' ? 'lapse_told' : 'lapsed');
    return due === 'close';
  });
}
