import type { Day } from '../../../shared/kernel/days';
import { ANSWERS, type EventKind, refusal, type Side } from '../../../shared/requests/lifecycle';
import { ANSWERED, ENDED, isIn, WITH_OFFICE } from '../../../shared/requests/states';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { selectPast, type WrittenDown } from '../queries/events';
import { type RequestRow, selectMerged } from '../queries/requests';
import { isMerged, type Matter, matterOf } from './matter';

/** What is said to the resident of one is said to all whose matters are handled with it. */
const FOLLOWED: readonly EventKind[] = [...ANSWERS, 'progressed', 'question_moved', 'question_due'];
/** By whom, wherever they stand to the one that is handled with it. */
const SAYS: readonly Side[] = ['deputy', 'department', 'station', 'clock'];

/** It is not handled here any more, or for the office alone to read. */
const GONE = [ENDED, WITH_OFFICE];

const WHY_NOT = '一起办的那件，答复的人不能答这一件，分开单独办。';
const WHY_ENDED = '一起办的那件不在这里办了，这件单独办。';

type SaidToAll = {
  words?: string | null;
  promised?: readonly { words: string; dueOn: Day }[];
  questionOn?: Day | null;
  detail?: WrittenDown;
  lead?: RequestRow;
};
type Along = { matter: Matter; event: EventKind; happening: SaidToAll };

/**
 * What happens to those that are handled with a matter, because of what happened to it: they are answered with the same words. Whoever may not answer one of
 * them (it is their own) does not: that one goes back to where it was, as all of them do when the matter ends otherwise.
 */
export async function along(
  tx: Tx,
  call: Call,
  lead: Matter,
  event: EventKind,
  { after, happening }: { after: RequestRow; happening: SaidToAll },
): Promise<Along[]> {
  const ends = GONE.some((group) => isIn(after.state, group) && !isIn(lead.request.state, group));
  if (!ends && !FOLLOWED.includes(event)) return [];
  const rows = await selectMerged(tx, call.jurisdiction, [after.id]);
  const all: Along[] = [];
  for (const row of rows) {
    const past = await selectPast(tx, call.jurisdiction, row.id, call.caller?.personId ?? null);
    const one = matterOf(row, past, call, lead.directory);
    const follows = followOf(one, lead, event, after, happening);
    if (ends ? isMerged(row) : follows === null && isMerged(row) && ANSWERS.includes(event))
      all.push({
        matter: { ...one, sides: ['clock'] },
        event: 'unmerged',
        happening: { words: ends ? WHY_ENDED : WHY_NOT },
      });
    else if (!ends && follows) all.push(follows);
  }
  return all;
}

function followOf(
  one: Matter,
  lead: Matter,
  event: EventKind,
  after: RequestRow,
  { words, promised, questionOn, detail }: SaidToAll,
): Along | null {
  const sides = lead.sides.filter((side) => SAYS.includes(side));
  const { promised: waits } = one.facts;
  const facts = { ...one.facts, term: lead.facts.term, onPaper: lead.facts.onPaper, along: true };
  // Who was asked already, or said something, is not asked once more.
  if (!isMerged(one.request) && (!isIn(one.request.state, ANSWERED) || (event === 'question_due' && !waits)))
    return null;
  if (refusal(event, facts, sides) !== null) return null;
  const happening = { words, promised, questionOn, lead: after, detail: { ...detail, along: after.id } };
  return { matter: { ...one, facts, sides }, event, happening };
}
