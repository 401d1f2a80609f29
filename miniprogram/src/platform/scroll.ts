import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { focusPage } from './focus';

/** Our bar at its tallest, in 长辈版, and a little air. */
const BAR = 68;

let status: number | undefined;

/** The clock's own strip at the top of the phone; WeChat leaves it to us (`navigationStyle: custom`). */
export function statusBarHeight(): number {
  status ??= process.env.TARO_ENV === 'weapp' ? (Taro.getWindowInfo().statusBarHeight ?? 20) : 0;
  return status;
}

/** In WeChat a change is handed over in a timer, after the effects, and drawn after that; `Taro.nextTick` may come with the change before it. */
const DRAWN_MS = process.env.TARO_ENV === 'weapp' ? 100 : 0;

/** Brings what is called so to just below the bar at the top, once it is drawn. */
export function scrollTo(id: string): void {
  const offsetTop = -(statusBarHeight() + BAR);
  setTimeout(() => {
    Taro.pageScrollTo({ selector: `#${id}`, offsetTop, duration: 0 }).catch(() => undefined);
  }, DRAWN_MS);
}

/** A browser's keyboard covers what it was opened for: brought up again. Called once, by the app. */
export function keepFieldInView(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  window.visualViewport?.addEventListener('resize', () => {
    const field = document.activeElement;
    if (field?.matches('input, textarea')) field.scrollIntoView({ block: 'nearest' });
  });
}

/** What is new on the screen starts at its top; while another page covers it, once it is seen again. */
export function useTopOf(what: unknown): void {
  const [covered, setCovered] = useState(false);
  const last = useRef<unknown>(undefined);
  useDidHide(() => setCovered(true));
  useDidShow(() => setCovered(false));
  useEffect(() => {
    if (covered || last.current === what) return;
    last.current = what;
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
    focusPage();
  }, [what, covered]);
}
