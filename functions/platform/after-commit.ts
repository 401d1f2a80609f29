import type { Services } from './call';
import { faultFields } from './log';

/**
 * Something of our own inside broke when everything was written already. Who called is told that it arrived; the log has the fault by its kind
 * (`cause`).
 */
export class AfterCommit extends Error {
  override name = 'AfterCommit';
  constructor(cause: unknown) {
    super('after the commit', { cause });
  }
}

/**
 * Tidies up behind what was written. Where that fails, nothing of what was written is undone and nobody is told otherwise: the log says it, and
 * what is left ends by itself or by the clock.
 */
export async function afterCommit({ log }: Pick<Services, 'log'>, work: () => Promise<unknown>): Promise<void> {
  await work().catch((error: unknown) => log('error', 'failed after the commit', faultFields(error)));
}
