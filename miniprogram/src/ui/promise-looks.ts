import type { State } from '../../../shared/promises/states';
import type { IconName } from './Icon';

/** How a state looks: colour is never the only cue. */
export const LOOKS: Record<State, { icon: IconName; tone: 'ok' | 'wait' | 'late' | 'accent' }> = {
  promised: { icon: 'clock', tone: 'accent' },
  said_done: { icon: 'half-circle', tone: 'wait' },
  kept: { icon: 'check-circle', tone: 'ok' },
  not_kept: { icon: 'alert', tone: 'late' },
};
