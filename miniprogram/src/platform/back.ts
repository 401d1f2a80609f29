type Catch = () => boolean;

let catches: Catch | null = null;

/** Listens to the browser's back before Taro does, so that a page can use it for a step of its own. Called while the app is loaded. */
export function watchBack(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  window.addEventListener('popstate', (event) => {
    if (catches?.()) event.stopImmediatePropagation();
  });
}

/** `next` hears of every back from now on; with true it was for it alone. Null: nobody does. */
export function catchBack(next: Catch | null): void {
  catches = next;
}
