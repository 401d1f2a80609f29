import { WORDS_CHECK } from '../../../shared/kernel/content-check';
import { addDays, type Day, dayOf, dueAfterPause, dueOn } from '../../../shared/kernel/days';
import { following } from '../../../shared/kernel/lifecycle';
import { type EventKind, rowOf, wayOf } from '../../../shared/requests/lifecycle';
import { PUBLICATION } from '../../../shared/requests/publication';
import { answerDue, LAPSE_NOTICE_DAYS } from '../../../shared/requests/rules';
import {
  ANSWERED,
  ENDED,
  type End,
  isIn,
  type State,
  TO_ASSIGN,
  WAITING_FOR_DEPUTY,
  WITH_OFFICE,
} from '../../../shared/requests/states';
import type { CountyDirectory } from '../../directory/public';
import { workingDays } from '../../platform/calendar';
import type { RequestRow } from '../queries/requests';
import type { Changes } from '../queries/write-state';
import { Settings } from '../settings';
import type { Matter } from './matter';

type What = {
  /** Words that WeChat has to see. */
  hasWords: boolean;
  /** About one picture, not about the request's words. */
  ofPicture: boolean;
  /** Of an answer: it says that the matter is done (办理完成), and not planned, impossible or kept for reference. */
  saysDone: boolean;
  /** When the resident is asked whether it is solved, where the answer promises something; null: now. */
  questionOn: Day | null;
};

/** What an event changes in the row: the way the table shows, in days and instants. */
export function changesOf(event: EventKind, { request, directory, facts }: Matter, now: Date, what: What): Changes {
  const way = wayOf(event, facts);
  const today = dayOf(now);
  const { inbox, quiet, unchecked, asks } = rowOf(event);
  const state =
    way.to === 'same'
      ? {}
      : { state: way.to, asked_on: null, asks: null, handover_to: null, ...departmentChanges(way.to) };
  const questionOn = way.to === 'same' && !MOVES_QUESTION.includes(event) ? request.question_on : what.questionOn;
  return {
    ...state,
    ...sameChanges(event, request, way.to),
    ...(asks ? { asks: asks === 'none' ? null : asks } : {}),
    ...endChanges(event, way.to, today),
    ...clockChanges[way.clock](request, directory, today),
    ...(way.clock === 'stop' ? answerChanges(request, today, what.saysDone) : {}),
    ...silenceChanges[way.silence](request, directory, now, latest(today, questionOn)),
    ...(questionOn === request.question_on ? {} : { question_on: questionOn }),
    ...inboxChanges(inbox, request, now),
    ...(what.ofPicture ? {} : publicationChanges(event, request, now)),
    ...(what.hasWords && !unchecked ? { text_check: following(WORDS_CHECK, 'said', request.text_check) } : {}),
    ...(quiet || what.ofPicture ? {} : { changed_at: now }),
  };
}

/** By what the resident is asked on another day, or now, while it stays where it is. */
const MOVES_QUESTION: readonly EventKind[] = ['question_moved', 'question_due'];

const latest = (today: Day, day: Day | null) => (day !== null && day > today ? day : today);

/**
 * With the answer it is its resident's to speak of, and from there it goes its own way; what it was said to be the same as is no question any more.
 */
function sameChanges(event: EventKind, { merged_into, same_as }: RequestRow, to: State | 'same'): Changes {
  const isSaid = to !== 'same' && (isIn(to, ANSWERED) || isIn(to, ENDED));
  const leaves = event === 'unmerged' || (to !== 'same' && !isIn(to, ANSWERED));
  return {
    ...(merged_into !== null && leaves ? { merged_into: null } : {}),
    ...(same_as !== null && isSaid ? { same_as: null } : {}),
  };
}

/** How and when it ended; nothing of that once it goes on. */
function endChanges(event: EventKind, to: State | 'same', today: Day): Changes {
  if (to === 'same') return {};
  return isIn(to, ENDED) ? { outcome: event as End, closed_on: today } : { outcome: null, closed_on: null };
}

/** Where a deputy, the office or the station has it, no department does. */
function departmentChanges(to: State): Changes {
  return [WAITING_FOR_DEPUTY, WITH_OFFICE, TO_ASSIGN].some((group) => isIn(to, group)) ? { department_id: null } : {};
}

type ByClock = (request: RequestRow, directory: CountyDirectory, today: Day) => Changes;

const clockChanges = {
  keep: () => ({}),
  pause: (_, __, today) => ({ asked_on: today }),
  /** The days that were left when it was asked. */
  resume: (request, directory, today) => {
    const { answerTerm } = directory.settings(Settings);
    const before = { pausedOn: request.asked_on ?? today, dueOn: request.due_on };
    return { due_on: dueAfterPause(before, today, answerTerm.kind, workingDays(directory.calendar)) };
  },
  /** The day that was asked for. */
  extend: ({ asked_until, due_on }) => ({ due_on: asked_until ?? due_on }),
  /** It stood still with the first answer. */
  stop: ({ answered_on }, _, today) => ({ answered_on: answered_on ?? today }),
  /** The next round, with a clock of its own. */
  restart: ({ round }, directory, today) => ({
    round: round + 1,
    round_started_on: today,
    due_on: answerDue(today, directory.settings(Settings).answerTerm, workingDays(directory.calendar)),
    own_due_on: null,
    answered_on: null,
    opened_at: null,
  }),
  /** A matter begins with it, and is not there before (`begin.ts`). */
  start: () => ({}),
} as const satisfies Record<string, ByClock>;

/** The first answer, and the first that says it is done, are kept for the figures, whatever comes after. */
function answerChanges({ first_answered_on, claimed_on }: RequestRow, today: Day, saysDone: boolean): Changes {
  return {
    first_answered_on: first_answered_on ?? today,
    ...(saysDone ? { claimed_on: claimed_on ?? today } : {}),
  };
}

/** `from`: today, or when the resident is asked, where that is later. */
type BySilence = (request: RequestRow, directory: CountyDirectory, now: Date, from: Day) => Changes;

const silenceChanges = {
  keep: () => ({}),
  start: (_, directory, __, from) => ({
    lapses_on: dueOn(from, directory.settings(Settings).lapseTerm, workingDays(directory.calendar)),
    lapse_told_at: null,
  }),
  ask: (_, directory, now) => ({
    lapses_on: dueOn(dayOf(now), directory.settings(Settings).questionTerm, workingDays(directory.calendar)),
    lapse_told_at: null,
  }),
  stop: () => ({ lapses_on: null, lapse_told_at: null }),
  warn: ({ lapses_on }, _, now) => ({ lapse_told_at: now, lapses_on: lastDayAfterWarning(lapses_on, dayOf(now)) }),
} as const satisfies Record<string, BySilence>;

function lastDayAfterWarning(lapsesOn: Day | null, today: Day): Day {
  const soonest = addDays(today, LAPSE_NOTICE_DAYS);
  return lapsesOn !== null && lapsesOn > soonest ? lapsesOn : soonest;
}

function inboxChanges(inbox: 'seen' | 'unread' | undefined, request: RequestRow, now: Date): Changes {
  if (inbox === 'unread') return { opened_at: null };
  return inbox ? { opened_at: request.opened_at ?? now, taken_at: request.taken_at ?? now } : {};
}

function publicationChanges(event: EventKind, { publication, published_at }: RequestRow, now: Date): Changes {
  const before = publication ?? 'none';
  const after = following(PUBLICATION, event, before);
  if (after === before) return {};
  const publishedAt = { none: null, declined: null, pending: published_at, published: published_at ?? now };
  return { publication: after === 'none' ? null : after, published_at: publishedAt[after] };
}
