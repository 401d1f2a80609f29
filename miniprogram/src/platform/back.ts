import Taro from '@tarojs/taro';

type Catch = () => boolean;
/** Where the browser's history stands; the router numbers its steps. */
type Stand = { state: { idx?: number } | null; url: string };

let catches: Catch | null = null;
let undoing = false;
/** Where the page that is on the screen stands. */
let shown: Stand | null = null;

const stand = (): Stand => ({ state: window.history.state, url: window.location.href });

/** Listens to the browser's back before Taro does, so that a page can use it for a step of its own. Called while the app is loaded. */
export function watchBack(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  window.addEventListener('popstate', (event) => {
    if (undoing || catches?.()) event.stopImmediatePropagation();
  });
  // A step in the address comes as this too, after the other.
  window.addEventListener('hashchange', (event) => {
    if (undoing) event.stopImmediatePropagation();
    undoing = false;
  });
  Taro.eventCenter.on('__afterTaroRouterChange', () => {
    shown = stand();
  });
}

/**
 * Takes back a step whose page never came, unnoticed by Taro, which knows nothing of it: forward, back, or in place of the page that is shown.
 * @returns false when there is no page yet to stay on
 */
export function undoStep(): boolean {
  if (!shown) return false;
  const here = stand();
  const steps = (shown.state?.idx ?? 0) - (here.state?.idx ?? 0);
  undoing = steps !== 0;
  if (steps) window.history.go(steps);
  else window.history.replaceState(shown.state, '', shown.url);
  return true;
}

/** `next` hears of every back from now on; with true it was for it alone. Null: nobody does. */
export function catchBack(next: Catch | null): void {
  catches = next;
}
