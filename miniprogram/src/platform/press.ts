import { useRef } from 'react';
import { ticks } from './clock';

type Where = { x: number; y: number };

// Two touches as near as this in time and place are one double tap: nobody has read yet what came under the finger meanwhile.
const DOUBLE_MS = 300;
const NEAR_PX = 24;

let last: (Where & { at: number }) | null = null;

/**
 * True for the second half of a double tap, whatever lies under the finger by then: it walks no second step, opens no second page and presses no
 * next button. What has no place, such as a key or a screen reader, is never one.
 */
export function isSecondTap(event: unknown): boolean {
  const where = whereOf(event);
  if (!where) return false;
  const now = { ...where, at: timeOf(event) };
  const second = last !== null && now.at - last.at < DOUBLE_MS && Math.hypot(now.x - last.x, now.y - last.y) < NEAR_PX;
  // A third touch is the second half of nothing.
  last = second ? null : now;
  return second;
}

/** Of a browser's click or WeChat's tap. */
function whereOf(event: unknown): Where | null {
  const { clientX, clientY, detail } = event as { clientX?: number; clientY?: number; detail?: Partial<Where> };
  const x = clientX ?? detail?.x ?? 0;
  const y = clientY ?? detail?.y ?? 0;
  return x > 1 || y > 1 ? { x, y } : null;
}

/** When the finger was there: a slow phone hears of it later. In WeChat each page counts from its own beginning, which compares nothing. */
function timeOf(event: unknown): number {
  return process.env.TARO_ENV === 'h5' ? (event as Event).timeStamp : ticks();
}

// What has not come by then may be pressed again.
const PATIENCE_MS = 8_000;

/** While what a press began is under way, as a page that is slow to open, the same press begins it no second time. */
export function useUnderWay(act: (() => unknown) | undefined): () => void {
  const since = useRef<number | null>(null);
  return () => {
    if (since.current !== null && ticks() - since.current < PATIENCE_MS) return;
    const result = act?.();
    if (!(result instanceof Promise)) return;
    since.current = ticks();
    const done = () => {
      since.current = null;
    };
    result.then(done, done);
  };
}
