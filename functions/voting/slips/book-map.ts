import type { Reply } from '../../../shared/kernel/procedure';
import type { slips } from '../../../shared/voting/contract';
import { STATES } from '../../../shared/voting/slips/states';
import type { SlipRow } from '../queries-slips';

type Runs = Reply<typeof slips>['stations'][number]['books'][number]['map'];
type Book = { first: number; last: number };

/**
 * Where each slip of a book is, in the order of the numbers; `slips` are those with its prefix. One that is with somebody looks like one that lies in the book: which slip was
 * handed out is written nowhere.
 */
export function mapOf({ first, last }: Book, slips: readonly SlipRow[]): Runs {
  const runs: Runs = [];
  for (const slip of slips) {
    if (slip.number < first || slip.number > last) continue;
    const { lies: place } = STATES[slip.state];
    const run = runs.at(-1);
    if (run?.place === place) run.count += 1;
    else runs.push({ place, count: 1 });
  }
  return runs;
}
