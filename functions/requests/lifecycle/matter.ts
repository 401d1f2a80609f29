import { isForPerson, isPassed } from '../../../shared/kernel/content-check';
import { type Day, dayOf } from '../../../shared/kernel/days';
import { ensure } from '../../../shared/kernel/problems';
import { ANSWERS, type Facts, type Side } from '../../../shared/requests/lifecycle';
import { lapseStep, reopenableUntil, withdrawableUntil } from '../../../shared/requests/rules';
import { isIn, isSaid, OPEN } from '../../../shared/requests/states';
import { beside } from '../../assignments/public';
import type { CountyDirectory } from '../../directory/public';
import { workingDays } from '../../platform/calendar';
import type { Call } from '../../platform/call';
import type { Tx } from '../../platform/database';
import { detailOf, isMove, type PastRow, selectPast } from '../queries/events';
import { lockRequest, type RequestRow } from '../queries/requests';
import { Settings } from '../settings';
import { isOwnMatter, needsCover, sidesOf } from './sides';
import { doneSince, type SeenAtStation } from './since';

/** A request with what the table asks of it, for whoever acts or looks. */
export type Matter = {
  request: RequestRow;
  directory: CountyDirectory;
  sides: Side[];
  facts: Facts;
  past: readonly PastRow[];
  /** What somebody else did that they had not seen when they acted. */
  since: PastRow | null;
};

/** What was on the screen when somebody acted: the round, the answer they speak of, the newest event; and what at the station they act on. */
export type Seen = SeenAtStation & { round?: number; answerId?: string };

/**
 * A request, locked until the transaction ends: two acts at once take turns.
 * @throws ProblemError `not_found`
 */
export async function lockMatter(
  tx: Tx,
  call: Call,
  directory: CountyDirectory,
  id: string,
  seen: Seen = {},
): Promise<Matter> {
  const request = await lockRequest(tx, call.jurisdiction, id);
  ensure(request, 'not_found');
  const past = await selectPast(tx, call.jurisdiction, id, call.caller?.personId ?? null);
  return matterOf(request, past, await beside(tx, call, id), directory, seen);
}

/** `newestFirst`: what the person did, and every answer; more does no harm. */
export function matterOf(
  request: RequestRow,
  newestFirst: readonly PastRow[],
  call: Call,
  directory: CountyDirectory,
  seen: Seen = {},
): Matter {
  const { caller, now } = call;
  const today = dayOf(now);
  const own = newestFirst.filter(({ person_id }) => person_id !== null && person_id === caller?.personId);
  const answers = newestFirst.filter(({ kind, round }) => ANSWERS.includes(kind) && round === request.round);
  const since = doneSince(newestFirst, call, seen);
  const facts: Facts = {
    state: request.state,
    outcome: request.outcome,
    round: request.round,
    nameFor: request.name_for,
    contact: contactOf(request),
    taken: request.taken_at !== null,
    free: request.deputy_id === null || needsCover(request.deputy_id, directory, today),
    term: termOf(request.deputy_id, directory),
    publication: request.publication,
    wordsPassed: isPassed(request.text_check),
    inDoubt: isForPerson(request.text_check) || request.picture_in_doubt,
    silenceIsOver: isSilenceOver(request, today),
    ...waysBack(request, directory, today),
    deputyIsOwn: false,
    department: departmentOf(request.department_id, directory),
    returns: returnsOf(newestFirst),
    asks: request.asks ?? 'none',
    promised: request.question_on !== null,
    merged: isMerged(request),
    numbered: request.hotline_number !== null,
    hotlineFrom: layBeforeHotline(newestFirst),
    questionIsOver: request.lapses_on !== null && today > request.lapses_on,
    isOffice: caller?.admin ?? false,
    self: {
      isOwn: caller !== null && isOwnMatter(request, caller.personId),
      hasAnswered: own.some(({ kind }) => ANSWERS.includes(kind)),
      hasAnsweredThisRound: own.some(({ kind, round }) => ANSWERS.includes(kind) && round === request.round),
      hasSpoken: own.some(({ spoken }) => spoken),
    },
    seen: {
      olderRound: seen.round !== undefined && seen.round !== request.round,
      olderAnswer: seen.answerId !== undefined && seen.answerId !== answers[0]?.id,
      olderHolder: since !== null && isMove(since.kind),
      olderDecision: since !== null && !isMove(since.kind),
    },
  };
  return { request, directory, sides: sidesOf(request, call, directory), facts, past: newestFirst, since };
}

/** It is handled with another, and has not been answered yet. */
export function isMerged({ merged_into, state }: Pick<RequestRow, 'merged_into' | 'state'>): boolean {
  return merged_into !== null && isIn(state, OPEN);
}

function contactOf({ entered_by, resident_id, has_contact }: RequestRow): Facts['contact'] {
  if (entered_by === null) return 'own';
  if (resident_id !== null) return 'confirmed';
  return has_contact ? 'left' : 'none';
}

function termOf(deputyId: string | null, directory: CountyDirectory): Facts['term'] {
  if (deputyId === null) return 'nobody';
  if (directory.isServing(deputyId)) return 'runs';
  return directory.hasEnded(deputyId) ? 'ended' : 'other';
}

function departmentOf(departmentId: string | null, directory: CountyDirectory): Facts['department'] {
  if (departmentId === null) return 'none';
  return directory.hasEndedDepartment(departmentId) ? 'ended' : 'serves';
}

/** Where it lay when the station left it to the hotline, the last time. */
function layBeforeHotline(newestFirst: readonly Pick<PastRow, 'kind' | 'detail'>[]): Facts['hotlineFrom'] {
  const left = newestFirst.find(({ kind }) => kind === 'hotline_awaited');
  return (left && detailOf(left).lay) ?? null;
}

/** How often a department gave it back. */
function returnsOf(events: readonly Pick<PastRow, 'kind'>[]): number {
  return events.filter(({ kind }) => kind === 'returned').length;
}

/** The last days on which the resident's word on the answer can be changed; null where there is none to change. */
export function lastDaysOf({ outcome, closed_on, answered_on }: RequestRow, directory: CountyDirectory) {
  if (closed_on === null || !isSaid(outcome)) return { withdrawable: null, reopenable: null };
  const { reopenTerm } = directory.settings(Settings);
  return {
    // Silence may have closed what was never answered: to what was before there is no way back.
    withdrawable: answered_on === null ? null : withdrawableUntil(closed_on),
    reopenable: reopenableUntil(closed_on, reopenTerm, workingDays(directory.calendar)),
  };
}

function waysBack(request: RequestRow, directory: CountyDirectory, today: Day) {
  const { withdrawable, reopenable } = lastDaysOf(request, directory);
  return {
    canWithdrawRating: withdrawable !== null && today <= withdrawable,
    canReopen: reopenable !== null && today <= reopenable,
  };
}

function isSilenceOver({ lapses_on: lapsesOn, lapse_told_at: toldAt }: RequestRow, today: Day): boolean {
  return lapsesOn !== null && lapseStep({ lapsesOn, toldOn: toldAt && dayOf(toldAt) }, today) === 'close';
}
