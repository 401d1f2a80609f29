import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';
import { listeners } from './listeners';
import { readStored, store } from './storage';

/** 平常, 大, 特大: factors 1, 1.3 and 1.8 of the text; the last two are 长辈版. */
export const SIZES = ['normal', 'elder', 'elder-max'] as const;
export type Size = (typeof SIZES)[number];
type Display = { size: Size; dark: boolean };

const KEY = 'lianxin.size';
const { tell, watch } = listeners();
let display: Display | undefined;

function read(): Display {
  return { size: chosenSize() ?? systemSize(), dark: systemDark() };
}

function chosenSize(): Size | null {
  const size = readStored<Size>(KEY);
  return SIZES.includes(size as Size) ? (size as Size) : null;
}

/** Who made the letters of WeChat or the phone large wants ours large too. */
function systemSize(): Size {
  if (process.env.TARO_ENV !== 'weapp') return 'normal';
  const { fontSizeScaleFactor = 1 } = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  return fontSizeScaleFactor >= 1.6 ? 'elder-max' : fontSizeScaleFactor >= 1.2 ? 'elder' : 'normal';
}

function systemDark(): boolean {
  if (process.env.TARO_ENV === 'weapp') return Taro.getAppBaseInfo().theme === 'dark';
  return darkQuery()?.matches ?? false;
}

function darkQuery(): MediaQueryList | undefined {
  return window.matchMedia?.('(prefers-color-scheme: dark)');
}

function change(next: Partial<Display>): void {
  display = { ...currentDisplay(), ...next };
  tell();
}

function currentDisplay(): Display {
  display ??= read();
  return display;
}

export function chooseSize(size: Size): void {
  store(KEY, size);
  change({ size });
}

/** A computer's width, from which on the menu is at the top of the page; the style sheets have the same number. */
const WIDE = '(min-width: 900px)';

function watchWide(tell: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', tell);
  return () => query.removeEventListener('change', tell);
}

export function useWide(): boolean {
  return process.env.TARO_ENV === 'h5'
    ? // biome-ignore lint/correctness/useHookAtTopLevel: a build is for one of both
      useSyncExternalStore(watchWide, () => window.matchMedia(WIDE).matches)
    : false;
}

/** Follows the system from light to dark and back, and the size that is chosen in another tab of a browser. Called once, by the app. */
export function followDisplay(): void {
  if (process.env.TARO_ENV === 'weapp') Taro.onThemeChange(({ theme }) => change({ dark: theme === 'dark' }));
  else {
    darkQuery()?.addEventListener('change', ({ matches }) => change({ dark: matches }));
    window.addEventListener('storage', ({ key }) => key === KEY && change({ size: read().size }));
  }
}

export function sizeClass(size: Size): string {
  return { normal: '', elder: 'elder', 'elder-max': 'elder elder-max' }[size];
}

export function useDisplay(): Display & { elder: boolean } {
  const current = useSyncExternalStore(watch, currentDisplay);
  return { ...current, elder: current.size !== 'normal' };
}
