import { isPromiseMissing } from '../../../shared/assignments/rules';
import type { ResultClass } from '../../../shared/assignments/values';
import { NO_PROMISE, type PromiseRow } from './PromiseRows';

/** How many things a class promises at the least. */
export function leastOf(resultClass: ResultClass | null): 0 | 1 {
  return resultClass !== null && isPromiseMissing(resultClass, []) ? 1 : 0;
}

/** What is written stays with another class; where one has to be there, one stands there to be filled in. An empty one goes with its class. */
export function rowsFor(resultClass: ResultClass, rows: readonly PromiseRow[]): PromiseRow[] {
  const written = rows.filter(({ words, dueOn }) => words.trim() !== '' || dueOn !== null);
  return written.length < leastOf(resultClass) ? [NO_PROMISE] : written;
}
