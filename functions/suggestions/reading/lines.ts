import { dayOf, daysBetween } from '../../../shared/kernel/days';
import type { SuggestionLine } from '../../../shared/suggestions/shown';
import { isIn, PRIVATE, RUNNING, type Side, STANDS, TO_RATE, WITH_OFFICE } from '../../../shared/suggestions/states';
import { askingOf } from '../../assignments/public';
import { countyDirectoryOf } from '../../directory/public';
import type { Call, Person } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { sidesOf } from '../matter';
import { type CosignerRow, type SuggestionRow, selectCosigners, selectRequestIds } from '../queries';
import { numberOf } from './number';

/** These as lines of a list, as the caller sees them. */
export async function linesOf(tx: Tx, call: Call<Person>, rows: readonly SuggestionRow[]): Promise<SuggestionLine[]> {
  const { jurisdiction, caller, now } = call;
  const today = dayOf(now);
  const directory = await countyDirectoryOf(call);
  const ids = rows.map(({ id }) => id);
  const cosigners = await selectCosigners(tx, jurisdiction, ids);
  const requests = await selectRequestIds(tx, jurisdiction, ids);
  const asking = await askingOf(tx, call, 'suggestions', ids);
  return rows.map((row) => {
    const ofThis = cosigners.filter(({ suggestion_id }) => suggestion_id === row.id);
    const mine = ofThis.find(({ deputy_id }) => deputy_id === caller.deputyId);
    const viewer = sidesOf(call, row, mine)[0] ?? 'office';
    return {
      id: row.id,
      title: row.title,
      occasion: row.occasion,
      number: numberOf(row),
      state: row.state,
      round: row.round,
      outcome: row.outcome,
      leadName: directory.deputyName(row.lead_id),
      cosigners: ofThis.filter(({ state }) => STANDS.includes(state)).length,
      // Who would not sign has not answered, to everybody else.
      asked: isIn(row.state, PRIVATE)
        ? ofThis.filter(({ state }) => state === 'asked' || state === 'declined').length
        : 0,
      requests: requests.filter(({ suggestion_id }) => suggestion_id === row.id).length,
      departmentName: directory.departmentName(row.department_id),
      marked: row.marked,
      joined: row.handled_with !== null,
      version: row.version,
      watcherName: directory.departmentName(row.watcher_id),
      assignBy: row.assign_by,
      dueOn: row.due_on,
      daysLeft: row.due_on !== null && isIn(row.state, RUNNING) ? daysBetween(today, row.due_on) : null,
      rateBy: row.rate_by,
      changedOn: dayOf(row.changed_at),
      viewer,
      waits: waitsFor(viewer, row, mine, asking.get(row.id)),
    };
  });
}

/** It is the reader's turn. */
function waitsFor(
  viewer: Side,
  { state, round, handled_with }: SuggestionRow,
  mine: CosignerRow | undefined,
  asks: 'question' | 'days' | undefined,
): boolean {
  if (viewer === 'lead') return isIn(state, PRIVATE) || isIn(state, TO_RATE) || asks === 'question';
  // More days are the office's to give; a question it answers only where the lead does not.
  if (viewer === 'office') return (isIn(state, WITH_OFFICE) && handled_with === null) || asks === 'days';
  if (isIn(state, PRIVATE)) return mine?.state === 'asked';
  return isIn(state, TO_RATE) && mine?.state === 'signed' && mine.round !== round;
}
