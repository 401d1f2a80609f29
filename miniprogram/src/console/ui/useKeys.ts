import { useEffect, useRef } from 'react';

type Keys = Record<string, (() => void) | undefined>;

const TYPED_IN = 'input,textarea,select';

/**
 * What keys do on this page, by `event.key` in lower case. They rest while somebody types, and while a dialog is open;
 * Esc leaves a field first. Enter belongs to what has the focus.
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const at = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('[aria-modal]')) return;
      if (at.closest(TYPED_IN)) {
        if (event.key === 'Escape') at.blur();
        return;
      }
      const act = latest.current[event.key.toLowerCase()];
      if (!act || (event.key === 'Enter' && at.closest('.pressable,a'))) return;
      event.preventDefault();
      act();
    };
    // On the way down, because the fields of Taro keep what they hear to themselves.
    document.addEventListener('keydown', hear, true);
    return () => document.removeEventListener('keydown', hear, true);
  }, []);
}
