import { useSyncExternalStore } from 'react';
import { type Size, useDisplay } from '../../platform/display';

/** From which width on list and matter stand side by side, in pixels. */
const SIDE_BY_SIDE: Record<Size, number> = { normal: 960, elder: 1240, 'elder-max': 1700 };

function watch(tell: () => void): () => void {
  window.addEventListener('resize', tell);
  return () => window.removeEventListener('resize', tell);
}

/** True where one thing stands at a time: on a phone, and on a computer with very large letters. */
export function useNarrow(): boolean {
  const { size } = useDisplay();
  return useSyncExternalStore(watch, () => window.innerWidth < SIDE_BY_SIDE[size]);
}
