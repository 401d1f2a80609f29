import type { Draft } from '../../../shared/appraisals/contract';
import { ensure } from '../../../shared/kernel/problems';
import { addUp } from '../../../shared/voting/weighted';

/** @throws ProblemError where what each electorate weighs makes no figure of both */
export function ensureWeighable({ weights, electorates }: Draft): void {
  if (!weights) return;
  ensure(electorates.length > 1, 'weights_one_side');
  ensure(addUp(weights), 'weights_not_100');
}
