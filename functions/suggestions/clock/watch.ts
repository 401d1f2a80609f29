import { dayOf, daysBetween, dueOn, reminderOn } from '../../../shared/kernel/days';
import { refusal } from '../../../shared/suggestions/lifecycle';
import { isIn, PRIVATE, WITH_DEPARTMENT } from '../../../shared/suggestions/states';
import { workingDays } from '../../platform/calendar';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { happen } from '../happen';
import { hasLeft, lockMatter, type Matter } from '../matter';
import { selectOpen, updateCosigner, updateSuggestion } from '../queries';
import { Settings } from '../settings';
import { remind } from '../tell';

const BATCH = 200;

/**
 * Every hour: what happens by itself. A deputy whose term ended signs no more, or hands over; what a department had that has ended goes back to
 * the office, and so does what a committee watched over; days that come are reminded of, and days that are over written down; who does not rate is reminded, and then it ends without.
 * A run more does nothing twice; one that was missed is made up for by the next.
 */
export async function watch(call: Call<null>): Promise<void> {
  for (let after: string | null = null; ; ) {
    const found = await call.read((tx) => selectOpen(tx, call.jurisdiction, { after, limit: BATCH }));
    // One thing at a time, each in a transaction of its own, until nothing is left to do; whoever acts in the meantime is first.
    for (const { id } of found) while (await call.write((tx) => step(tx, call, id)));
    if (found.length < BATCH) return;
    after = found.at(-1)?.id ?? null;
  }
}

/** @returns whether anything was left to do */
async function step(tx: Tx, call: Call<null>, id: string): Promise<boolean> {
  const matter = await lockMatter(tx, call, id);
  for (const one of STEPS) if (await one(tx, call, matter)) return true;
  return false;
}

type Step = (tx: Tx, call: Call<null>, matter: Matter) => Promise<boolean>;

const NO_DEPARTMENT = '这个部门没有了，由人大办公室另找管这件事的部门。';
const TERM_OVER = '领衔代表的任期到了。';

const leaveCosigner: Step = async (tx, call, matter) => {
  const { suggestion, cosigners } = matter;
  const gone = cosigners.find(
    ({ deputy_id, state }) => state !== 'dropped' && state !== 'left' && hasLeft(matter, deputy_id),
  );
  if (!gone) return false;
  const isDraft = isIn(suggestion.state, PRIVATE);
  const of = { id: suggestion.id, deputyId: gone.deputy_id };
  await updateCosigner(tx, call.jurisdiction, of, { state: isDraft ? 'dropped' : 'left', changed_at: call.now });
  await happen(tx, call, matter, 'cosigner_left', { deputyId: gone.deputy_id });
  return true;
};

const leaveLead: Step = async (tx, call, matter) => {
  const { suggestion, cosigners, facts } = matter;
  if (facts.leadServes) return false;
  if (refusal('abandoned', facts, ['clock']) === null) {
    await happen(tx, call, matter, 'abandoned', { words: TERM_OVER, set: { closed_on: dayOf(call.now) } });
    return false;
  }
  const next = cosigners.find(({ state }) => state === 'signed');
  if (!next || refusal('handed_over', facts, ['clock']) !== null) return false;
  const { deputy_id: deputyId } = next;
  const { jurisdiction, now } = call;
  // Their name stands above it now.
  await updateCosigner(tx, jurisdiction, { id: suggestion.id, deputyId }, { state: 'dropped', changed_at: now });
  await happen(tx, call, matter, 'handed_over', {
    words: TERM_OVER,
    deputyId,
    // Who leads now has not been reminded.
    set: { lead_id: deputyId, rating_reminded: false },
  });
  return true;
};

const leaveDepartment: Step = async (tx, call, matter) => {
  const { suggestion, facts, directory } = matter;
  const { department_id, handled_with } = suggestion;
  // What is handled with another follows that one.
  if (!isIn(facts.state, WITH_DEPARTMENT) || department_id === null || handled_with !== null) return false;
  if (!directory.hasEndedDepartment(department_id)) return false;
  await happen(tx, call, matter, 'taken_back', { words: NO_DEPARTMENT, set: { department_id: null } });
  return true;
};

const leaveWatcher: Step = async (tx, call, matter) => {
  if (refusal('watcher_ended', matter.facts, ['clock']) !== null) return false;
  const { watcher_id: watcher } = matter.suggestion;
  await happen(tx, call, matter, 'watcher_ended', { detail: { watcher }, set: { watcher_id: null } });
  return true;
};

const sayOverdue: Step = async (tx, call, matter) => {
  if (refusal('overdue', matter.facts, ['clock']) !== null) return false;
  await happen(tx, call, matter, 'overdue', { set: { reminded: 'over' } });
  return true;
};

const remindDue: Step = async (tx, call, { suggestion, facts, directory }) => {
  const { due_on, reminded, handled_with } = suggestion;
  // Of what is handled together the department is reminded once.
  if (!isIn(facts.state, WITH_DEPARTMENT) || due_on === null || handled_with !== null) return false;
  const today = dayOf(call.now);
  const left = daysBetween(today, due_on);
  // Past it, that it is over is said instead.
  const when = left < 0 ? null : reminderOn(due_on, today, directory.settings(Settings).suggestionRemindDays);
  if (!when || when === reminded || reminded === 'over') return false;
  await updateSuggestion(tx, call.jurisdiction, suggestion.id, { reminded: when });
  await remind(tx, call, suggestion, when === 'at' ? '代表建议今天要答复' : `代表建议要答复，还有 ${left} 天`);
  return false;
};

const remindRating: Step = async (tx, call, matter) => {
  const { facts, directory } = matter;
  if (!facts.leadServes || refusal('rating_reminded', facts, ['clock']) !== null) return false;
  const { suggestionRateAgainTerm } = directory.settings(Settings);
  const rate_by = dueOn(dayOf(call.now), suggestionRateAgainTerm, workingDays(directory.calendar));
  await happen(tx, call, matter, 'rating_reminded', { set: { rate_by, rating_reminded: true } });
  return true;
};

const endUnrated: Step = async (tx, call, matter) => {
  const { facts } = matter;
  if (refusal('unrated', facts, ['clock']) !== null) return false;
  await happen(tx, call, matter, 'unrated', {
    set: { outcome: 'unrated', attitude: null, result: null, closed_on: dayOf(call.now) },
  });
  return false;
};

/** Who hands over comes before what ends for want of somebody who rates. */
const STEPS: readonly Step[] = [
  leaveCosigner,
  leaveLead,
  leaveDepartment,
  leaveWatcher,
  sayOverdue,
  remindDue,
  remindRating,
  endUnrated,
];
