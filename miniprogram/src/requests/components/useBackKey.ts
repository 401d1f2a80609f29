import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { catchBack } from '../../platform/back';

const H5 = process.env.TARO_ENV === 'h5';
const OURS = 'requests/pages/write/index';

/**
 * The browser's back leads one step back, not out of the page. While there are steps behind, an entry of ours lies on top of the
 * page's in the history; whoever goes back falls on it. Taro, which would load the page anew, does not hear of it. A mini-program
 * can't hear the phone's back key: there the page closes, and the draft is kept.
 */
export function useBackKey(inside: boolean, onBack: () => void): void {
  const back = useRef(onBack);
  back.current = onBack;
  useEffect(() => {
    if (!H5 || !inside) return;
    putOnTop();
    catchBack(() => {
      if (isOurs() || !onTop()) return false;
      putOnTop();
      back.current();
      return true;
    });
    return () => {
      catchBack(null);
      void leaveSteps();
    };
  }, [inside]);
}

/** Takes our entry away, so that another page can take the place of this one. */
export function leaveSteps(): Promise<void> {
  if (!H5 || !isOurs()) return Promise.resolve();
  return new Promise((left) => {
    catchBack(() => {
      catchBack(null);
      left();
      return true;
    });
    window.history.back();
  });
}

/** A page that is loaded again finds the draft by its address. */
export function useDraftAddress(id: string, kept: boolean): void {
  useEffect(() => {
    if (H5 && kept && onTop()) window.history.replaceState(window.history.state, '', `#/${OURS}?draft=${id}`);
  }, [id, kept]);
}

function isOurs(): boolean {
  return Boolean((window.history.state as { inSteps?: true } | null)?.inSteps);
}

function putOnTop(): void {
  if (!isOurs()) window.history.pushState({ ...window.history.state, inSteps: true }, '');
}

/** Coming to this page from another is not a step, nor is going to another. */
export function onTop(): boolean {
  const pages = Taro.getCurrentPages();
  return (!H5 || window.location.hash.includes(OURS)) && (pages[pages.length - 1]?.route ?? '').includes(OURS);
}
