import { addDays, type Counts, countDays, type Day, dueOn, type Term } from '../kernel/days';
import { clean, lengthOf, shorten } from '../kernel/text';
import type { Category, Clock, Outcome, State } from './contract';

export const CATEGORY_NAMES: Record<Category, string> = {
  road: '路、桥、路灯',
  water: '水：喝的水、灌溉、河',
  waste: '垃圾、厕所、环境',
  health: '看病、医保',
  school: '上学',
  care: '养老、低保、残疾人',
  land: '田地、山林、房子',
  work: '工作、工钱',
  other: '别的，或说不清',
};

const TITLE_LENGTH = 18;
const TITLE_ENOUGH = 6;

/**
 * What it is about in one line; people are not asked for a title. As many clauses of the first sentence as it takes to say
 * something (村口路灯不亮，晚上不好走), cut to a line's length.
 */
export function titleOf(words: string): string {
  const text = clean(words).replace(/\s+/g, ' ');
  const sentence = /^[^。！？!?；;]+/.exec(text)?.[0] ?? text;
  let title = '';
  for (const clause of sentence.match(/[^，,]+[，,]?/g) ?? [sentence]) {
    if (lengthOf(title) >= TITLE_ENOUGH) break;
    title += clause;
  }
  return shorten(title.replace(/[，,]$/, '').trim(), TITLE_LENGTH);
}

/** What an answer does: the clock stops, the resident has the word. Null when it is not the deputy's turn. */
export function afterAnswer(request: { state: State }): { state: State } | null {
  return request.state === 'with_deputy' ? { state: 'answered' } : null;
}

/** What the resident's word does. A partly solved matter is closed as that; who wants more says "not solved". */
export function afterRating(
  request: { state: State; round: number },
  outcome: Outcome,
): { state: State; round: number; restarts: boolean } | null {
  if (request.state !== 'answered') return null;
  if (outcome === 'not_solved') return { state: 'with_deputy', round: request.round + 1, restarts: true };
  return { state: 'closed', round: request.round, restarts: false };
}

/**
 * The clock of a round. It starts the day after `startedOn` (民法典 201) and stops with the answer.
 * `days` runs from the first day to the due day, or to today (or the stop) when that is later.
 */
export function clockOf(
  round: { startedOn: Day; dueOn: Day; stoppedOn: Day | null },
  kind: Term['kind'],
  today: Day,
  isWorkingDay: Counts,
): Clock {
  const end = round.stoppedOn ?? today;
  const last = [end, round.dueOn].sort()[1] as Day;
  const days: Clock['days'] = [];
  for (let day = addDays(round.startedOn, 1); day <= last; day = addDays(day, 1)) {
    days.push({ day, counts: kind === 'calendar' || isWorkingDay(day) });
  }
  return {
    ...round,
    kind,
    days,
    used: countDays(round.startedOn, end, kind, isWorkingDay),
    left: countDays(end, round.dueOn, kind, isWorkingDay),
    late: countDays(round.dueOn, end, kind, isWorkingDay),
  };
}

/** Past its last day, or stopped after it. Also on a day off, when `late` counts none yet. */
export function isLate(clock: Pick<Clock, 'dueOn' | 'stoppedOn'>, today: Day): boolean {
  return (clock.stoppedOn ?? today) > clock.dueOn;
}

/** When a round that starts on `from` must be answered. Law leaves it to the county; 15 days is 信访工作条例 2022. */
export function answerDue(from: Day, term: Term, isWorkingDay: Counts): Day {
  return dueOn(from, term, isWorkingDay);
}

export type Stop = { label: string; state: 'done' | 'now' | 'next' | 'skipped' };

/**
 * The five stops of every matter, from me and back to me (一条线). `deputy` is the label of the third stop (徐代表).
 * The department is passed by when the deputy answers.
 */
export function threadOf(request: { state: State }, deputy: string): Stop[] {
  const back = request.state !== 'with_deputy';
  return [
    { label: '我', state: 'done' },
    { label: '联络站', state: 'done' },
    { label: deputy, state: back ? 'done' : 'now' },
    { label: '部门', state: back ? 'skipped' : 'next' },
    { label: '我', state: request.state === 'closed' ? 'done' : back ? 'now' : 'next' },
  ];
}

export const OUTCOME_WORDS: Record<Outcome, string> = {
  solved: '解决了',
  partly: '解决了一部分',
  not_solved: '没解决',
};
