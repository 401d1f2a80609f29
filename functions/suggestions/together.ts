import { type Day, dayOf } from '../../shared/kernel/days';
import { ProblemError } from '../../shared/kernel/problems';
import type { EventKind, Facts } from '../../shared/suggestions/lifecycle';
import { lastExtension } from '../../shared/suggestions/rules';
import { isIn, RUNNING, type Side } from '../../shared/suggestions/states';
import { moveDue } from '../assignments/public';
import type { Call, Said } from '../platform/call';
import type { Tx } from '../platform/database';
import { answerBy } from './assigning';
import { subjectOf } from './assignment';
import { type Matter, matterOf } from './matter';
import { lockJoined, lockSuggestion, type SuggestionRow, updateSuggestion } from './queries';

/** What happens to the one that leads happens to all that are handled with it (并案). What is asked of its deputies, and said to them, is theirs alone. */
const FOLLOWED: readonly EventKind[] = [
  'assigned',
  'accepted',
  'returned',
  'taken_back',
  'progressed',
  'extension_asked',
  'extension_refused',
  'extended',
  'answered',
];
/** It is over without an answer: what is handled with it goes on by itself. */
const LEAVES: readonly EventKind[] = ['withdrawn', 'redirected'];
/** After these it is handled with nothing. */
export const ENDS_TOGETHER: readonly EventKind[] = [...LEAVES, 'answered', 'parted'];

const WHY_PARTED = '一起办的那件不在这里办了，这件单独办。';

type Along = {
  matter: Matter;
  event: EventKind;
  happening: {
    words: string | null;
    detail?: Record<string, string | null | readonly Said[]>;
    set: Partial<SuggestionRow>;
  };
};
type Lead = { suggestion: SuggestionRow; facts: Facts; side: Side };
type Happened = { lead: Lead; after: SuggestionRow; happening: Pick<Along['happening'], 'words' | 'detail'> };

/**
 * What follows for those that are handled with one, because of what happened to it.
 * @throws ProblemError `own_assignment` for whoever proposed one of them, or stepped aside from it; what the table says of one of them holds for all
 */
export async function along(
  tx: Tx,
  call: Call,
  event: EventKind,
  { lead, after, happening }: Happened,
): Promise<Along[]> {
  const leaves = LEAVES.includes(event);
  if (!leaves && !FOLLOWED.includes(event)) return [];
  const rows = await lockJoined(tx, call.jurisdiction, [after.id]);
  const all: Along[] = [];
  for (const row of rows) {
    const one = await matterOf(tx, call, row);
    if (leaves) {
      const matter: Matter = { ...one, sides: ['clock'] };
      all.push({ matter, event: 'parted', happening: { words: WHY_PARTED, set: alone(row) } });
      continue;
    }
    if (lead.side !== 'clock' && !one.sides.includes(lead.side)) throw new ProblemError('own_assignment');
    all.push({
      matter: followOf(one, lead),
      event,
      happening: { ...happening, set: setAlong(call, event, one, after) },
    });
  }
  return all;
}

/** As the one that leads stands to the department: more days are asked for and given once for all. */
export function followOf(
  one: Matter,
  { facts: { asks, extended, complex }, side }: Pick<Lead, 'facts' | 'side'>,
): Matter {
  return { ...one, facts: { ...one.facts, joined: false, asks, extended, complex }, sides: [side] };
}

/** What is written into the row of one that follows. */
export function setAlong(
  { now }: Call,
  event: EventKind,
  { suggestion: row, directory }: Matter,
  lead: SuggestionRow,
): Partial<SuggestionRow> {
  switch (event) {
    case 'assigned': {
      // One that was assigned before keeps its own months; of the others they begin today.
      const today = dayOf(now);
      const first = row.first_assigned_on === null;
      const complex = lead.complex_reason !== null;
      const own = answerBy({ due_on: ownDue(row) }, directory, today, { complex });
      return {
        department_id: lead.department_id,
        watcher_id: lead.watcher_id,
        own_due_on: own,
        due_on: earliest([own, lead.due_on]),
        reminded: null,
        ...(first ? { first_assigned_on: today, complex_reason: lead.complex_reason } : {}),
      };
    }
    case 'returned':
    case 'taken_back':
      return { department_id: null };
    case 'extended':
      return { due_on: lead.due_on, own_due_on: latest([ownDue(row), lead.due_on]), extended: true, reminded: null };
    case 'answered': {
      const { result_class, answered_on, comment_by, rate_by, rating_reminded } = lead;
      return {
        result_class,
        answered_on,
        comment_by,
        rate_by,
        rating_reminded,
        answered_with: lead.id,
        own_due_on: null,
      };
    }
    default:
      return {};
  }
}

/** Its own last day, whatever it is handled with; null before it was ever assigned. */
export function ownDue({ own_due_on, due_on }: Pick<SuggestionRow, 'own_due_on' | 'due_on'>): Day | null {
  return own_due_on ?? due_on;
}

export function earliest(days: readonly (Day | null)[]): Day | null {
  return days.flatMap((day) => day ?? []).sort()[0] ?? null;
}

export function latest(days: readonly (Day | null)[]): Day | null {
  return (
    days
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? null
  );
}

/** By itself again: with its own day, and with no department. */
export function alone(row: SuggestionRow): Partial<SuggestionRow> {
  return { handled_with: null, department_id: null, due_on: ownDue(row), own_due_on: null };
}

/** Of those that are assigned together all have the earliest day, and who leads has its own again when nothing is left with it. */
export async function regroup(tx: Tx, call: Call, leadId: string | null): Promise<void> {
  if (leadId === null) return;
  const { jurisdiction } = call;
  const lead = await lockSuggestion(tx, jurisdiction, leadId);
  if (!lead || !isIn(lead.state, RUNNING)) return;
  const joined = await lockJoined(tx, jurisdiction, [leadId]);
  const due = earliest([lead, ...joined].map(ownDue));
  for (const row of [lead, ...joined]) {
    // Who was never assigned has no day yet.
    if (row.due_on === null) continue;
    const own = joined.length ? ownDue(row) : null;
    if (row.due_on === due && row.own_due_on === own) continue;
    const reminded = row.due_on === due ? {} : { reminded: null };
    await updateSuggestion(tx, jurisdiction, row.id, { due_on: due, own_due_on: own, ...reminded });
  }
  if (due !== null) await moveDue(tx, call, subjectOf(lead), due);
}

/** The last day to which an answer can be put off: of several that are handled together that of the one that was assigned first. */
export function lastOfAll(together: readonly SuggestionRow[]): Day | null {
  const since = earliest(together.map(({ first_assigned_on }) => first_assigned_on));
  return since && lastExtension(since);
}
