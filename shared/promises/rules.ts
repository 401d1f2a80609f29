import { type Day, daysBetween, isRealDay } from '../kernel/days';
import { MOST_DAYS } from './limits';
import { KEPT, type State } from './states';

/** A day of the calendar, not before today and not too far away. */
export function isDayToPromise(day: Day, today: Day): boolean {
  return isRealDay(day) && day >= today && daysBetween(today, day) <= MOST_DAYS;
}

/** How many days later than promised it was done, or has not been done until today. */
export function daysLate({ dueOn, doneOn }: { dueOn: Day; doneOn: Day | null }, today: Day): number {
  return Math.max(0, daysBetween(dueOn, doneOn ?? today));
}

/** When whoever promises are for is asked whether it is solved: the last day of what is not kept, or today once all is kept or due. */
export function questionDay(promises: readonly { state: State; dueOn: Day }[], today: Day): Day {
  const days = promises.filter(({ state }) => !KEPT.includes(state)).map(({ dueOn }) => dueOn);
  return [today, ...days].sort().at(-1) as Day;
}
