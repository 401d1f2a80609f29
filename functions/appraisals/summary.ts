import type { Campaign } from './queries';

/** An appraisal in a list. */
export function summaryOf({ id, title, state, draft }: Campaign) {
  return { id, title, state, closesAt: draft.closesAt };
}
