import type { EventKind } from '../../../shared/requests/lifecycle';

/** Where a matter goes is told to all whose matters are handled with it (合成一件), and stands in the story of each. */
export const SHARED_MOVES: readonly EventKind[] = [
  'taken',
  'passed',
  'reassigned',
  'referred',
  'given_back',
  'hotline_awaited',
  'hotline_failed',
  'hotline_undone',
  'assigned',
  'taken_back',
  'accepted',
  'returned',
  'extension_granted',
];
