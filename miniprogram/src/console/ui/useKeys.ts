import { useEffect, useRef } from 'react';

type Keys = Record<string, (() => void) | undefined>;

/** Where a letter is written, and no key. */
export const TYPED_IN = 'input,textarea,select';
const LOOKED_FOR_IN = '.search';

/** A letter is pressed for what it does: nobody writes, and no dialog is open. */
export function isKey(event: KeyboardEvent): boolean {
  return isPlain(event) && !targetOf(event).closest(TYPED_IN);
}

/** A key of the page and no other's: what a browser fills in by itself comes without one. */
function isPlain({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return Boolean(key) && !ctrlKey && !metaKey && !altKey && !document.querySelector('[aria-modal]');
}

/** After what had the focus is gone the page itself is pressed. */
function targetOf({ target }: KeyboardEvent): HTMLElement {
  return target instanceof HTMLElement ? target : document.body;
}

/**
 * What keys do on this page, by `event.key` in lower case. They rest while somebody types, and while a dialog is open;
 * Esc leaves a field first, and with a field for searching what was looked for. Enter belongs to what has the focus.
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!isPlain(event)) return;
      const at = targetOf(event);
      const key = event.key.toLowerCase();
      if (at.closest(TYPED_IN)) {
        if (key !== 'escape') return;
        at.blur();
        if (!at.closest(LOOKED_FOR_IN)) return;
      }
      const act = latest.current[key];
      if (!act || (key === 'enter' && at.closest('.pressable,a'))) return;
      event.preventDefault();
      act();
    };
    // On the way down, because the fields of Taro keep what they hear to themselves.
    document.addEventListener('keydown', hear, true);
    return () => document.removeEventListener('keydown', hear, true);
  }, []);
}
