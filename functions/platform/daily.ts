import { addDays, type Day, dayOf, startOf } from '../../shared/kernel/days';
import { ProblemError } from '../../shared/kernel/problems';
import type { Tx } from './database';

type Counted = { jurisdiction: string; what: string; who: string; most: number; now: Date };

/**
 * Counts one more of what somebody does today. The count is a row of the database, so that every process sees it and calls at once take turns
 * at it; what is undone with the transaction is not counted.
 * @throws ProblemError `too_many_today` until midnight in China
 */
export async function countToday(tx: Tx, { jurisdiction, what, who, most, now }: Counted): Promise<void> {
  const day = dayOf(now);
  const counted = await tx
    .insertInto('daily_count')
    .values({ jurisdiction, day, what, who, count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdiction', 'day', 'what', 'who'])
        .doUpdateSet((eb) => ({ count: eb('daily_count.count', '+', 1) }))
        .where('daily_count.count', '<', most),
    )
    .returning('count')
    .executeTakeFirst();
  if (!counted) throw new ProblemError('too_many_today', undefined, { wait: secondsUntilTomorrow(now) });
}

/** Until the count begins anew: midnight in China. */
function secondsUntilTomorrow(now: Date): number {
  const midnight = startOf(addDays(dayOf(now), 1));
  return Math.ceil((midnight.getTime() - now.getTime()) / 1_000);
}

/** Forgets what was counted before a day. */
export async function forgetCounts(tx: Tx, jurisdiction: string, before: Day): Promise<void> {
  await tx.deleteFrom('daily_count').where('jurisdiction', '=', jurisdiction).where('day', '<', before).execute();
}
