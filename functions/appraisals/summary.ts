import type { Campaign } from './queries';

/** An appraisal in a list. */
export function summaryOf({ id, state, follows, draft: { title, closesAt }, closings }: Campaign) {
  return { id, title, state, closesAt, follows, ...(closings.length ? { closings } : {}) };
}
