import { addDays, type Counts, countDays, type Day, dueOn, type Term } from '../kernel/days';
import { departmentLabel } from '../kernel/names';
import { clean, lengthOf, shorten } from '../kernel/text';
import type { Clock } from './contract';
import { ENDED, isIn, MOST_RETURNS, STATES, type State, UNDER_WAY } from './states';

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

/** Days before silence closes a matter on which the resident is told (先说一声再收). */
export const LAPSE_NOTICE_DAYS = 3;

/**
 * What silence does today to a matter that waits for the resident. Never `close` before `LAPSE_NOTICE_DAYS` have passed since the telling,
 * however late that was.
 */
export function lapseStep(request: { lapsesOn: Day; toldOn: Day | null }, today: Day): 'wait' | 'tell' | 'close' {
  const { lapsesOn, toldOn } = request;
  if (toldOn === null) return today >= addDays(lapsesOn, -LAPSE_NOTICE_DAYS) ? 'tell' : 'wait';
  return today >= lapsesOn && today >= addDays(toldOn, LAPSE_NOTICE_DAYS) ? 'close' : 'wait';
}

/**
 * The clock of a round. It starts the day after `startedOn` (民法典 201) and stops with the answer.
 * On the days it stood (`paused`, while a question waited for the resident) nothing counts.
 * `days` runs from the first day to the due day, or to today (or the stop) when that is later.
 */
export function clockOf(
  round: { startedOn: Day; dueOn: Day; stoppedOn: Day | null },
  kind: Term['kind'],
  today: Day,
  isWorkingDay: Counts,
  paused: readonly { from: Day; to: Day }[] = [],
): Clock {
  const end = round.stoppedOn ?? today;
  const last = [end, round.dueOn].sort()[1] as Day;
  const days: Clock['days'] = [];
  for (let day = addDays(round.startedOn, 1); day <= last; day = addDays(day, 1)) {
    const stood = paused.some(({ from, to }) => from < day && day <= to);
    days.push({ day, counts: !stood && (kind === 'calendar' || isWorkingDay(day)) });
  }
  return {
    ...round,
    kind,
    days,
    used: days.filter(({ day, counts }) => counts && day <= end).length,
    left: countDays(end, round.dueOn, kind, isWorkingDay),
    late: countDays(round.dueOn, end, kind, isWorkingDay),
  };
}

/** Past its last day, or stopped after it. Also on a day off, when `late` counts none yet. */
export function isLate(clock: Pick<Clock, 'dueOn' | 'stoppedOn'>, today: Day): boolean {
  return (clock.stoppedOn ?? today) > clock.dueOn;
}

/** The days that count until the answer is due; negative once it is late, also on a day off, and null where nobody owes one. */
export function daysLeft(
  { state, dueOn }: { state: State; dueOn: Day },
  today: Day,
  kind: Term['kind'],
  isWorkingDay: Counts,
): number | null {
  if (!isIn(state, UNDER_WAY)) return null;
  if (today <= dueOn) return countDays(today, dueOn, kind, isWorkingDay);
  return -Math.max(1, countDays(dueOn, today, kind, isWorkingDay));
}

/** When a round that starts on `from` must be answered. Law leaves it to the county; 15 days is 信访工作条例 2022. */
export function answerDue(from: Day, term: Term, isWorkingDay: Counts): Day {
  return dueOn(from, term, isWorkingDay);
}

/** The last day on which what was said of an answer can be taken back: time to see a slip of the finger. */
export function withdrawableUntil(closedOn: Day): Day {
  return addDays(closedOn, 1);
}

/** The last day on which what was said to be solved can be said not to be, after all. */
export function reopenableUntil(closedOn: Day, term: Term, isWorkingDay: Counts): Day {
  return dueOn(closedOn, term, isWorkingDay);
}

export type Stop = { label: string; state: 'done' | 'now' | 'next' };

/** Who is on the way of a matter beside its resident: the deputy's title, and the department where one has been found (住建局). */
export type Way = { deputy: string; department: string | null; returns: number };

/**
 * The stops of a matter, from me and back to me (一条线): whoever has it or had it, and nobody who may never come (decision 24). Once a deputy
 * asked for a department there is one stop more: the department's, or who looks for it.
 */
export function threadOf({ state }: { state: State }, { deputy, department, returns }: Way): Stop[] {
  const { holder } = STATES[state];
  const finder = returns >= MOST_RETURNS ? '人大办' : '联络站';
  const beyond =
    holder === 'hotline'
      ? '12345'
      : holder === 'office'
        ? '人大办'
        : holder === 'station'
          ? finder
          : department === null
            ? null
            : departmentLabel(department);
  const isBack = holder === null || holder === 'resident';
  const isBeyond = holder !== null && holder !== 'deputy' && holder !== 'resident';
  return [
    { label: '我', state: 'done' },
    { label: '联络站', state: 'done' },
    { label: deputy, state: isBack || isBeyond ? 'done' : 'now' },
    ...(beyond === null ? [] : [{ label: beyond, state: isBeyond ? ('now' as const) : ('done' as const) }]),
    { label: '我', state: isIn(state, ENDED) ? 'done' : isBack ? 'now' : 'next' },
  ];
}
