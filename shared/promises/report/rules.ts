import type { Day } from '../../kernel/days';
import { MORE_THAN_HALF, reaches } from '../../voting/majority';
import { STATES as PROMISE_STATES, type State as PromiseState } from '../states';
import type { Rating, Standing } from './states';

/** A promise as far as a report counts it. */
export type Counted = { state: PromiseState; dueOn: Day; firstDueOn: Day; doneOn: Day | null };

/** How it stands on a day. Kept late: done after the day that was promised last. */
export function standingOf({ state, dueOn, doneOn }: Omit<Counted, 'firstDueOn'>, today: Day): Standing {
  if (state === 'kept') return doneOn !== null && doneOn > dueOn ? 'kept_late' : 'kept';
  if (state === 'said_done') return 'to_look';
  if (state === 'not_kept') return 'broken';
  return today >= dueOn ? 'due' : 'open';
}

/** What the department still has to do needs a word in the report: why, and how it goes on. */
export function needsWord({ state }: Pick<Counted, 'state'>): boolean {
  return PROMISE_STATES[state].department;
}

/** How many stand how, and how many of them were put off at least once (要过宽限、重做过). */
export type Figures = Record<Standing, number> & { made: number; putOff: number };

export function figuresOf(lines: readonly { standing: Standing; dueOn: Day; firstDueOn: Day }[]): Figures {
  const of = (standing: Standing) => lines.filter((line) => line.standing === standing).length;
  return {
    made: lines.length,
    kept: of('kept'),
    kept_late: of('kept_late'),
    to_look: of('to_look'),
    open: of('open'),
    due: of('due'),
    broken: of('broken'),
    putOff: lines.filter(({ dueOn, firstDueOn }) => dueOn > firstDueOn).length,
  };
}

/** As few promises of other people's matters are somebody's: who knows of one would read how it stands. */
const FEWEST = 3;

/** Whether everybody may read how many stand how. What is public by itself they can count; of the rest there are none, or enough to be nobody's. */
export function tellsFigures(lines: readonly { public: boolean }[]): boolean {
  const others = lines.filter((line) => !line.public).length;
  return others === 0 || others >= FEWEST;
}

/** The days between which promises are made that a year's report is of: this year and the one before (重庆 24, 28; 青岛 27). */
export function madeBetween(year: number): { first: Day; last: Day } {
  return { first: `${year - 1}-01-01`, last: `${year}-12-31` };
}

/** What deputies said. Who gave none is a count of its own and in no denominator (重庆 29). */
export type Tally = Record<Rating, number> & { given: number; none: number };

/** @param receipts the rating of each who was asked; null where there is none */
export function tallyOf(receipts: readonly (Rating | null)[]): Tally {
  const of = (rating: Rating | null) => receipts.filter((one) => one === rating).length;
  const none = of(null);
  return {
    satisfied: of('satisfied'),
    basically: of('basically'),
    dissatisfied: of('dissatisfied'),
    given: receipts.length - none,
    none,
  };
}

/** 过半数不满意: more than half of those who rated, never just half. */
export function isDissatisfied({ dissatisfied, given }: Pick<Tally, 'dissatisfied' | 'given'>): boolean {
  return reaches(MORE_THAN_HALF, dissatisfied, given);
}
