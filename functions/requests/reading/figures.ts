import type { Figures } from '../../../shared/requests/contract';
import {
  ANSWERED,
  type End,
  isIn,
  QUESTIONED,
  type State,
  UNDER_WAY,
  WITH_HOTLINE,
} from '../../../shared/requests/states';
import type { FigureRow } from '../queries/figures';

type Counted = Pick<FigureRow, 'what' | 'key' | 'count'>;

/** The smallest number of days within which this share was answered; null of nothing. `[days, count]`, fewest days first. */
function within(answers: readonly (readonly [number, number])[], share: number): number | null {
  const all = answers.reduce((sum, [, count]) => sum + count, 0);
  let reached = 0;
  for (const [days, count] of answers) {
    reached += count;
    if (reached >= all * share) return days;
  }
  return null;
}

/** First answers by the days they took, fewest first. */
export function answersOf(rows: readonly Counted[]): (readonly [number, number])[] {
  return rows
    .flatMap(({ what, key, count }) => (what === 'answer' ? [[Number(key), count] as const] : []))
    .sort(([a], [b]) => a - b);
}

/** What the database counted, as the dashboard says it. */
export function figuresOf(rows: readonly Counted[]): Figures {
  const standing = rows.flatMap(({ what, key, count }) => {
    if (what !== 'standing') return [];
    const [state, outcome, said] = key.split(' ');
    return [{ state: state as State, outcome: outcome as End | '-', said, count }];
  });
  type Standing = (typeof standing)[number];
  const count = (fits: (one: Standing) => boolean) =>
    standing.reduce((sum, one) => sum + (fits(one) ? one.count : 0), 0);
  const ended = (end: End) => count(({ outcome }) => outcome === end);
  const isOpen = ({ state }: Standing) => isIn(state, UNDER_WAY) || isIn(state, QUESTIONED);
  const answers = answersOf(rows);
  return {
    received: count(() => true),
    underWay: count(({ state }) => isIn(state, UNDER_WAY)),
    late: dueOf(rows, 'late'),
    atHotline: count(({ state }) => isIn(state, WITH_HOTLINE)),
    asked: count(({ state }) => isIn(state, QUESTIONED)),
    answered: count(({ state }) => isIn(state, ANSWERED)),
    solved: ended('solved'),
    partly: ended('partly'),
    lapsed: ended('lapsed'),
    withdrawn: ended('withdrawn'),
    diverted: ended('diverted'),
    claimed: count(({ said }) => said === 'claimed'),
    again: count((one) => one.said !== '-' && isOpen(one)),
    everAnswered: answers.reduce((sum, [, number]) => sum + number, 0),
    median: within(answers, 0.5),
    p90: within(answers, 0.9),
  };
}

/** Of what somebody owes an answer to: how many are so near their day; `+`: beyond the days that are known. */
export function dueOf(rows: readonly Counted[], ...near: string[]): number {
  return rows.reduce(
    (sum, { what, key, count }) => sum + (what === 'due' && near.includes(key.replace('+', '')) ? count : 0),
    0,
  );
}
