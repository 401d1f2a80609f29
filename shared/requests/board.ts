import { ANSWERED, ENDED, type End, isIn, type State } from './states';

/**
 * How far a matter on the notice board (公开栏) is, as few words as a filter has. open: somebody deals with it; answered: its resident has not
 * said whether it is solved; solved: they said so; put_away: it ended without that word.
 */
export const STANDINGS = ['open', 'answered', 'solved', 'put_away'] as const;
export type Standing = (typeof STANDINGS)[number];

export function standingOf({ state, outcome }: { state: State; outcome: End | null }): Standing {
  if (isIn(state, ANSWERED)) return 'answered';
  if (!isIn(state, ENDED)) return 'open';
  return outcome === 'solved' ? 'solved' : 'put_away';
}

/** The same as people read it. */
export const STANDING_NAMES: Record<Standing, string> = {
  open: '还在办',
  answered: '等居民说',
  solved: '居民说解决了',
  put_away: '收起的',
};
