type Catch = () => boolean;

let catches: Catch | null = null;
let undoing = false;

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
}

/** Takes back a step whose page never came, unnoticed by Taro, which knows nothing of it. */
export function undoStep(): void {
  undoing = true;
  window.history.back();
}

/** `next` hears of every back from now on; with true it was for it alone. Null: nobody does. */
export function catchBack(next: Catch | null): void {
  catches = next;
}
