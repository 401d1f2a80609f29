import type { Day } from '../kernel/days';
import { addMonths } from '../kernel/months';
import { MOST_MONTHS } from './limits';
import type { Rating } from './values';

/** The last day to which an answer can be put off (代表法 第五十一条: six months from the day it was assigned). */
export function lastExtension(assignedOn: Day): Day {
  return addMonths(assignedOn, MOST_MONTHS);
}

/** 不满意 with the result is done again; with the attitude alone it is written down. */
export function isDoneAgain(result: Rating): boolean {
  return result === 'dissatisfied';
}
